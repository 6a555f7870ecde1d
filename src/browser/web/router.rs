//! Follows the page's address: links within the host element show their page without loading one, and so does
//! the history. The rules are those of `navigation`.

use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlAnchorElement, Location, MouseEvent, Node};

use crate::browser::{
    Detail, Host,
    console::logged,
    navigation::{
        Address, CommentLink, Outcome, Press, comment_link, has_place, is_place, is_route,
        may_show_another_page, outcome, page_below,
    },
    web::place::{self, Place},
};

/// The address of the page below `base`, path and query, followed through the links of `host` and through
/// the history.
pub fn location(host: Host, base: &str) -> ReadSignal<String> {
    let (page, set_page) = signal(page_below(base, &current_address(host)));
    let Some(element) = host.element() else { return page };
    let router = Router { host, base: base.to_owned(), set_page };
    let at_history = router.clone();
    let follow = EventListener::new_with_options(
        &element,
        "click",
        EventListenerOptions::enable_prevent_default(),
        move |event| router.follow(event),
    );
    let look = EventListener::new(&host.window(), "popstate", move |_| at_history.look());
    let remember = EventListener::new(&host.window(), "pagehide", move |_| place::remember(host, ""));
    // They end with the owner.
    StoredValue::new_local([follow, look, remember, place::follow_scrolling(host)]);
    StoredValue::new_local(place::watch_reader(host));
    on_cleanup(move || place::stop_searching(host));
    // A page that is loaded again, or comes back from another site, is shown where the reader left it.
    match place::remembered(host) {
        Some(place) => place::go_to(host, place),
        None if has_place(base, &current_address(host)) => place::open_at_fragment(host),
        None => {}
    }
    page
}

/// Follows the links within `host` to places in it, which the browser does not find within a shadow root. Ends with
/// the owner.
pub fn follow_places(host: Host) {
    let Some(element) = host.element() else { return };
    let follow = EventListener::new_with_options(
        &element,
        "click",
        EventListenerOptions::enable_prevent_default(),
        move |event| {
            if let Some((press, _)) = press(host, event)
                && is_place(&press, &current_address(host))
            {
                scroll_to_place(host, &press, event);
            }
        },
    );
    StoredValue::new_local(follow);
    StoredValue::new_local(place::watch_reader(host));
    on_cleanup(move || place::stop_searching(host));
    place::open_at_fragment(host);
}

/// Path and query of the address of the page around `host`.
pub fn page_address(host: Host) -> String {
    page_below("", &current_address(host))
}

/// The comment to which the address of the page around `host` leads.
pub fn linked_comment(host: Host) -> Option<CommentLink> {
    comment_link(&current_address(host))
}

/// Goes to the place that the address names from now on, and calls `changed`, whenever the page around `host` gets another
/// fragment. Ends with the owner.
pub fn follow_fragment(host: Host, changed: impl Fn() + 'static) {
    let follow = EventListener::new(&host.window(), "hashchange", move |_| {
        place::go_to_fragment(host);
        changed();
    });
    StoredValue::new_local(follow);
}

#[derive(Clone)]
struct Router {
    host: Host,
    base: String,
    set_page: WriteSignal<String>,
}

impl Router {
    /// After a step through the history.
    fn look(&self) {
        place::name_as_at_site(self.host);
        let here = current_address(self.host);
        if may_show_another_page(&self.base, &here) {
            place::start_page(self.host);
            self.set_page.set(page_below(&self.base, &here));
            if let Some(place) = place::remembered(self.host) {
                place::go_to(self.host, place);
            }
        }
    }

    /// Does what a press asks for.
    fn follow(&self, event: &Event) {
        let Some((press, link)) = press(self.host, event) else { return };
        match outcome(&press, &current_address(self.host), &self.base) {
            Outcome::LeaveToBrowser => {}
            Outcome::ScrollToPlace => scroll_to_place(self.host, &press, event),
            Outcome::ShowPage => {
                event.prevent_default();
                if self.host.dispatch("navigate", &[("url", Detail::Text(&link.href()))]) {
                    self.show(&press.to, &link);
                }
            }
        }
    }

    /// Shows the page at another address, from its beginning or from the place that the address names.
    fn show(&self, to: &Address, link: &HtmlAnchorElement) {
        let href = link.href();
        let window = self.host.window();
        if logged(window.location().href()).as_ref() != Some(&href) {
            place::remember(self.host, &link.get_attribute("href").unwrap_or_default());
            if !push(self.host, &href) {
                // A history that refuses the address: the browser loads the page.
                logged(window.location().set_href(&href));
                return;
            }
        }
        place::start_page(self.host);
        self.set_page.set(page_below(&self.base, &current_address(self.host)));
        if let Some(element) = self.host.element()
            && element.get_bounding_client_rect().top() < 0.0
        {
            element.scroll_into_view();
        }
        if has_place(&self.base, to) {
            place::go_to(self.host, Place::Fragment(to.fragment.clone()));
        }
    }
}

/// Scrolls to the place that `press` asks for. A page that keeps its own address in the fragment keeps it.
fn scroll_to_place(host: Host, press: &Press, event: &Event) {
    let Some(place) = place::find(host, &press.to.fragment) else { return };
    event.prevent_default();
    place.scroll_into_view();
    if !is_route(&current_address(host).fragment) {
        push(host, &[place::page_url(host), place::at_site(host, &press.to.fragment)].concat());
    }
}

/// Adds an address to the history. False where it refuses.
fn push(host: Host, href: &str) -> bool {
    let pushed = host
        .window()
        .history()
        .and_then(|history| history.push_state_with_url(&JsValue::NULL, "", Some(href)));
    logged(pushed).is_some()
}

/// The press of a link, and the link; `None` for a press of anything else. A shadow root shows the outside only its
/// host, hence the path of the event.
fn press(host: Host, event: &Event) -> Option<(Press, HtmlAnchorElement)> {
    // Unchecked: in another document these are of other classes. Whatever else is on the path has no such name.
    let event: &MouseEvent = event.unchecked_ref();
    let mut path = event.composed_path().into_iter().map(JsCast::unchecked_into::<HtmlAnchorElement>);
    let link = path.find(|node| node.node_type() == Node::ELEMENT_NODE && node.local_name() == "a")?;
    let written = link.get_attribute("href").filter(|written| !written.is_empty())?;
    let here = current_address(host);
    let leads =
        Address { origin: link.origin(), path: link.pathname(), query: link.search(), fragment: link.hash() };
    // A place in this text, whatever `<base>` the page has.
    let to = if written.starts_with('#') {
        Address { fragment: leads.fragment.clone(), ..here }
    } else {
        leads.clone()
    };
    let press = Press {
        is_prevented: event.default_prevented(),
        has_modifier: event.button() != 0
            || event.meta_key()
            || event.alt_key()
            || event.ctrl_key()
            || event.shift_key(),
        is_external: !link.target().is_empty()
            || link.has_attribute("download")
            || link.rel_list().contains("external"),
        is_found_by_browser: leads == to
            && link.get_root_node().node_type() == Node::DOCUMENT_NODE
            && place::is_in_page(host, &leads.fragment),
        to,
    };
    Some((press, link))
}

/// Where the reader is.
fn current_address(host: Host) -> Address {
    let read = |location: Location| {
        Ok(Address {
            origin: location.origin()?,
            path: location.pathname()?,
            query: location.search()?,
            fragment: location.hash()?,
        })
    };
    logged(read(host.window().location())).unwrap_or_default()
}
