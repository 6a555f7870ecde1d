//! The reader's place in a page: remembered in the history, and found again when the page comes back. Content comes
//! late, so a place is looked for as often as the page grows, until the reader moves on by themselves.

use std::cell::{Cell, RefCell};

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo_timers::callback::Timeout;
use js_sys::{Array, Object, Reflect};
use leptos::prelude::window;
use percent_encoding::percent_decode_str;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{HtmlElement, ResizeObserver, css};

use crate::browser::{Host, console::logged, host::focus_in_place, navigation::is_route, sanitizer::policy};

/// How long a place is looked for. Unit: milliseconds.
const SEARCH_MS: f64 = 10_000.0;
/// How long after the last scrolling the place is remembered. Safari allows 100 changes of the history in 30 seconds.
const PAUSE_MS: u32 = 400;
/// Where the state of the history keeps it, beside what the page itself keeps there.
const STATE: &str = "tadwina";

/// A place in a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Place {
    /// What the fragment of the address names, such as `#comments`.
    Fragment(String),
    /// How far the page was scrolled, in CSS pixels, and the `href` of the link that had the focus (empty for none).
    Scrolled(f64, String),
}

/// A search for a place. Ends when it is dropped.
struct Search {
    host: u32,
    observer: ResizeObserver,
    _closure: Closure<dyn Fn(Array, ResizeObserver)>,
}

impl Drop for Search {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

thread_local! {
    /// Whether the reader has done something since the page was opened: then nothing pulls them away.
    static HAS_ACTED: Cell<bool> = const { Cell::new(false) };
    static SEARCHES: RefCell<Vec<Search>> = const { RefCell::new(Vec::new()) };
}

/// Notes what only a reader does; scrolling alone may be the browser's. Ends with what it returns.
pub fn watch_reader(host: Host) -> [EventListener; 4] {
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
    let window = host.window();
    ["wheel", "touchmove", "pointerdown", "keydown"]
        .map(|event| EventListener::new_with_options(&window, event, options, |_| HAS_ACTED.set(true)))
}

/// Another page is opened: the reader has not acted on it.
pub fn start_page(host: Host) {
    HAS_ACTED.set(false);
    stop_searching(host);
}

/// Looks for no place in `host` any more.
pub fn stop_searching(host: Host) {
    SEARCHES.with_borrow_mut(|searches| searches.retain(|search| search.host != host.number()));
}

/// Goes to `place` in `host` as soon as it is there, and stays with it while the page grows.
pub fn go_to(host: Host, place: Place) {
    let Some(element) = host.element().filter(|_| !HAS_ACTED.get()) else { return };
    let end = now() + SEARCH_MS;
    // How far the page was scrolled when the place was found. Where it is scrolled elsewhere since, by whomever, it
    // stays there.
    let found = Cell::new(None);
    let closure = Closure::new(move |_: Array, observer: ResizeObserver| {
        let has_moved = found.get().is_some_and(|y: f64| (y - scroll_y(host)).abs() > 1.0);
        if HAS_ACTED.get() || has_moved || now() > end {
            observer.disconnect();
        } else if show(host, &place) {
            found.set(Some(scroll_y(host)));
        }
    });
    let Some(observer) = logged(ResizeObserver::new(closure.as_ref().unchecked_ref())) else { return };
    // The observer calls once at once.
    observer.observe(&element);
    stop_searching(host);
    let search = Search { host: host.number(), observer, _closure: closure };
    SEARCHES.with_borrow_mut(|searches| searches.push(search));
}

/// The address names another place: goes there in `host`, whatever the reader did before. The browser never looks
/// within a shadow root. A route behind `#` is no place.
pub fn go_to_fragment(host: Host) {
    name_as_at_site(host);
    let fragment = logged(host.window().location().hash()).unwrap_or_default();
    if !fragment.is_empty() && !is_route(&fragment) {
        start_page(host);
        go_to(host, Place::Fragment(fragment));
    }
}

/// The same when the page is opened. One that is scrolled already is where the browser or the reader wants it.
pub fn open_at_fragment(host: Host) {
    if scroll_y(host) < 1.0 {
        go_to_fragment(host);
    }
}

/// Scrolls to `place`. False while it is not there.
fn show(host: Host, place: &Place) -> bool {
    match place {
        Place::Fragment(fragment) => {
            let element = find(host, fragment);
            if let Some(element) = &element {
                element.scroll_into_view();
                // A comment is read from its beginning, and marked by the focus.
                if host.is_focus_free() && element.matches("article").is_ok_and(|is_comment| is_comment) {
                    focus_in_place(element);
                }
            }
            element.is_some()
        }
        Place::Scrolled(y, link) => {
            focus_link(host, link);
            let root = host.document().document_element();
            let room = root.map_or(0, |root| root.scroll_height() - root.client_height());
            let is_long_enough = f64::from(room) >= y.floor();
            if is_long_enough {
                let window = host.window();
                window.scroll_to_with_x_and_y(window.scroll_x().unwrap_or_default(), *y);
            }
            is_long_enough
        }
    }
}

/// The place that the history has for this page.
pub fn remembered(host: Host) -> Option<Place> {
    let state = logged(logged(host.window().history())?.state()).filter(JsValue::is_object)?;
    let kept: Array = Reflect::get(&state, &STATE.into()).ok()?.dyn_into().ok()?;
    Some(Place::Scrolled(kept.get(0).as_f64()?, kept.get(1).as_string()?))
}

/// Remembers how far the page is scrolled, and the link that is followed.
pub fn remember(host: Host, link: &str) {
    let kept = Array::of2(&scroll_y(host).into(), &link.into());
    let Some(history) = logged(host.window().history()) else { return };
    // What the page itself keeps there stays.
    let before =
        logged(history.state()).and_then(|state| state.dyn_into::<Object>().ok()).unwrap_or_default();
    let state = Object::assign(&Object::new(), &before);
    logged(Reflect::set(&state, &STATE.into(), &kept));
    logged(history.replace_state(&state, ""));
}

/// Remembers the place whenever the reader has stopped scrolling. Ends with what it returns.
pub fn follow_scrolling(host: Host) -> EventListener {
    let pause = RefCell::new(None);
    EventListener::new(&host.window(), "scroll", move |_| {
        pause.replace(Some(Timeout::new(PAUSE_MS, move || {
            // Until the reader acts, it is the browser or this application that scrolls.
            if HAS_ACTED.get() {
                remember(host, "");
            }
        })));
    })
}

fn scroll_y(host: Host) -> f64 {
    host.window().scroll_y().unwrap_or_default()
}

fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}

/// The element in `host` that the fragment of an address names, such as `#comment-7`, percent-encoded or not. What the
/// text of an article has under the name of an anchor is not meant.
pub fn find(host: Host, fragment: &str) -> Option<HtmlElement> {
    let id = decoded(fragment)?;
    let in_text = || if policy::is_anchor(&id) { None } else { host.find(&host.text_id(&id)) };
    host.find(&id).or_else(|| host.find(&host.id(&id))).or_else(in_text)
}

/// Whether the browser itself finds what the fragment names: an element of the page and not of a shadow root.
pub fn is_in_page(host: Host, fragment: &str) -> bool {
    decoded(fragment).is_some_and(|id| host.document().get_element_by_id(&id).is_some())
}

/// The fragment by which the site knows the place of `fragment`, if that is in the article's text and nothing else here has
/// that name. Otherwise `fragment` itself.
pub fn at_site(host: Host, fragment: &str) -> String {
    let own = ["#", &*host.text_id("")].concat();
    let Some(id) = fragment.strip_prefix(&*own) else { return fragment.to_owned() };
    let at_site = ["#", id].concat();
    let is_same = find(host, fragment).is_some_and(|place| find(host, &at_site) == Some(place));
    let is_free = !is_in_page(host, &at_site) && !is_route(&at_site);
    if is_same && is_free { at_site } else { fragment.to_owned() }
}

/// Where the browser has gone to a place in the article's text, the address gets the site's name of it: a link that the
/// reader shares leads there at the site too.
pub fn name_as_at_site(host: Host) {
    let fragment = logged(host.window().location().hash()).unwrap_or_default();
    let shared = at_site(host, &fragment);
    if shared != fragment
        && let Some(history) = logged(host.window().history())
    {
        let state = logged(history.state()).unwrap_or_default();
        logged(history.replace_state_with_url(&state, "", Some(&[&*page_url(host), &shared].concat())));
    }
}

/// The page's address without its fragment, which `<base>` does not change.
pub fn page_url(host: Host) -> String {
    let page = logged(host.document().url()).unwrap_or_default();
    page.split('#').next().unwrap_or_default().to_owned()
}

fn decoded(fragment: &str) -> Option<String> {
    Some(percent_decode_str(fragment.strip_prefix('#')?).decode_utf8_lossy().into_owned())
}

/// Moves the focus to the link to `href` in `host`, unless the reader has put it elsewhere.
fn focus_link(host: Host, href: &str) {
    if href.is_empty() || !host.is_focus_free() {
        return;
    }
    let selector = ["a[href=\"", &css::escape(href), "\"]"].concat();
    let link = host.element().and_then(|element| logged(element.query_selector(&selector))?);
    if let Some(link) = link {
        logged(link.unchecked_into::<HtmlElement>().focus());
    }
}
