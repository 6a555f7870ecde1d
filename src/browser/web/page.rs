//! The page around the application.

use gloo_events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, HtmlLinkElement, PerformanceEntry, Url};

use crate::browser::{Host, console::logged};

/// Whether effects load more after the first rendering.
pub const LOADS_LATER: bool = true;

/// Scheme and host of the page, without a slash at the end.
pub fn origin() -> String {
    logged(window().location().origin()).unwrap_or_default()
}

/// The time. Unit: milliseconds since 1970.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the clock of a browser gives whole numbers after 1970"
)]
pub fn now_ms() -> u64 {
    js_sys::Date::now() as u64
}

/// An address of the page as others can use it.
pub fn absolute(href: &str) -> String {
    let base = logged(document().base_uri()).flatten().unwrap_or_default();
    logged(Url::new_with_base(href, &base)).map_or_else(|| href.to_owned(), |url| url.href())
}

/// The title of the page around `host` and its canonical address, for sharing it.
pub fn page(host: Host) -> (String, String) {
    let document = host.document();
    (document.title(), canonical_address(&document))
}

/// The address by which the page wants to be known.
fn canonical_address(document: &Document) -> String {
    let link = logged(document.query_selector("link[rel=\"canonical\"]")).flatten();
    match link {
        Some(link) => link.unchecked_into::<HtmlLinkElement>().href(),
        None => without_fragment(&logged(document.url()).unwrap_or_default()),
    }
}

/// Whether somebody can see the page: it is in no tab behind others.
pub fn is_page_visible() -> bool {
    !document().hidden()
}

/// The address of the page, without fragment.
pub fn page_url() -> String {
    without_fragment(&logged(window().location().href()).unwrap_or_default())
}

fn without_fragment(url: &str) -> String {
    url.split('#').next().unwrap_or_default().to_owned()
}

/// Loads the page at `href` in the place of this one.
pub fn load_page(href: &str) {
    logged(window().location().replace(&absolute(href)));
}

/// Whether this document was loaded from `href`, whatever the history shows now: loading it again would bring the same.
pub fn is_document(href: &str) -> bool {
    document_url().is_none_or(|loaded| without_fragment(&loaded) == absolute(href))
}

/// The address from which this document was loaded.
fn document_url() -> Option<String> {
    let entry = window().performance()?.get_entries_by_type("navigation").get(0);
    Some(entry.dyn_into::<PerformanceEntry>().ok()?.name())
}

/// Sets the document's title and description.
pub fn set_head(title: &str, description: &str) {
    document().set_title(title);
    if let Some(meta) = logged(document().query_selector("meta[name=\"description\"]")).flatten() {
        logged(meta.set_attribute("content", description));
    }
}

/// Whether the device has a network. Where it says so, the site may be out of reach all the same.
pub fn is_online() -> bool {
    window().navigator().on_line()
}

/// The same as it changes. The current owner keeps the listeners.
pub fn use_online() -> ReadSignal<bool> {
    let (is_online, set_online) = signal(is_online());
    let listen = |event| {
        // The listener may outlive the signal by a moment.
        EventListener::new(&window(), event, move |_| {
            let _ = set_online.try_set(self::is_online());
        })
    };
    StoredValue::new_local(["online", "offline"].map(listen));
    is_online
}

/// Tells the developer.
pub fn log_error(message: &str) {
    web_sys::console::error_1(&JsValue::from_str(message));
}
