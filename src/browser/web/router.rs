//! Follows the page's address: links within the host element show their page without loading one, and so does
//! the history. The rules are those of `navigation`.

use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlAnchorElement, Location, MouseEvent};

use crate::browser::{
    Detail, Host,
    console::logged,
    navigation::{Address, Outcome, Press, has_place, may_show_another_page, outcome, page_below},
};

/// The address of the page below `base`, path and query, followed through the links of `host` and through
/// the history.
pub fn location(host: Host, base: &str) -> ReadSignal<String> {
    let (page, set_page) = signal(page_below(base, &current_address()));
    let Some(element) = host.element() else { return page };
    let router = Router { host, base: base.to_owned(), set_page };
    let at_history = router.clone();
    let follow = EventListener::new_with_options(
        &element,
        "click",
        EventListenerOptions::enable_prevent_default(),
        move |event| router.follow(event),
    );
    let look = EventListener::new(&window(), "popstate", move |_| at_history.look());
    // They end with the owner.
    StoredValue::new_local([follow, look]);
    page
}

/// Path and query of the page's own address.
pub fn page_address() -> String {
    page_below("", &current_address())
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
        let here = current_address();
        if may_show_another_page(&self.base, &here) {
            self.set_page.set(page_below(&self.base, &here));
        }
    }

    /// Does what a press asks for.
    fn follow(&self, event: &Event) {
        let Some((press, href)) = event.dyn_ref().and_then(press) else { return };
        match outcome(&press, &current_address(), &self.base) {
            Outcome::LeaveToBrowser => {}
            Outcome::ScrollToPlace => {
                if let Some(place) = self.host.place(&press.to.fragment) {
                    event.prevent_default();
                    place.scroll_into_view();
                }
            }
            Outcome::ShowPage => {
                event.prevent_default();
                if self.host.dispatch("navigate", &[("url", Detail::Text(&href))]) {
                    self.show(&press.to, &href);
                }
            }
        }
    }

    /// Shows the page at another address, from its beginning or from the place that the address names.
    fn show(&self, to: &Address, href: &str) {
        if logged(window().location().href()).as_deref() != Some(href) {
            let pushed = window()
                .history()
                .and_then(|history| history.push_state_with_url(&JsValue::NULL, "", Some(href)));
            if logged(pushed).is_none() {
                // A history that refuses the address: the browser loads the page.
                logged(window().location().set_href(href));
                return;
            }
        }
        self.set_page.set(page_below(&self.base, &current_address()));
        if let Some(place) = has_place(&self.base, to).then(|| self.host.place(&to.fragment)).flatten() {
            place.scroll_into_view();
        } else if let Some(element) = self.host.element()
            && element.get_bounding_client_rect().top() < 0.0
        {
            element.scroll_into_view();
        }
    }
}

/// The press of a link and the link's whole address; `None` for a press of anything else. A shadow root shows
/// the outside only its host, hence the path of the event.
fn press(event: &MouseEvent) -> Option<(Press, String)> {
    let mut elements = event.composed_path().into_iter().filter_map(|node| node.dyn_into::<Element>().ok());
    let link: HtmlAnchorElement = elements.find(|element| element.local_name() == "a")?.dyn_into().ok()?;
    let href = Some(link.href()).filter(|href| !href.is_empty())?;
    let press = Press {
        is_prevented: event.default_prevented(),
        has_modifier: event.button() != 0
            || event.meta_key()
            || event.alt_key()
            || event.ctrl_key()
            || event.shift_key(),
        to: Address {
            origin: link.origin(),
            path: link.pathname(),
            query: link.search(),
            fragment: link.hash(),
        },
        is_external: !link.target().is_empty()
            || link.has_attribute("download")
            || link.rel_list().contains("external"),
    };
    Some((press, href))
}

/// Where the reader is.
fn current_address() -> Address {
    let read = |location: Location| {
        Ok(Address {
            origin: location.origin()?,
            path: location.pathname()?,
            query: location.search()?,
            fragment: location.hash()?,
        })
    };
    logged(read(window().location())).unwrap_or_default()
}
