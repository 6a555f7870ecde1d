//! The page and the device around it.

use js_sys::Function;
use wasm_bindgen::{JsValue, closure::Closure};
use web_sys::Element;

use leptos::prelude::document;

use super::glue;
use crate::browser::Root;

/// Whether the platform has a share sheet for this link.
pub fn can_share(title: &str, url: &str) -> bool {
    glue::can_share(title, url)
}

/// Opens the share sheet. False where it refused; closing it without sharing is no refusal.
pub async fn share(title: &str, url: &str) -> bool {
    glue::share(title, url).await.is_truthy()
}

/// Copies `text`. False where the clipboard is missing or refuses.
pub async fn copy(text: &str) -> bool {
    glue::copy(text).await.is_truthy()
}

/// Scheme and host of the page, without a slash at the end.
pub fn origin() -> String {
    web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// Sets the document's title and description.
pub fn set_head(title: &str, description: &str) {
    glue::set_head(title, description);
}

/// Moves the focus to the element with `id` within a root, where there is one.
pub fn focus(root: u32, id: &str) {
    glue::focus(root, id);
}

/// Moves the focus to the element with `id` within a root where it was on something that has gone.
pub fn focus_next(root: u32, id: &str) {
    glue::focus_next(root, id);
}

/// Tells the page; false where it cancels.
pub fn announce(root: u32, name: &str, said: Vec<String>) -> bool {
    glue::announce(root, name, said)
}

/// Path and query of the page's own address.
pub fn page_address() -> String {
    glue::address("")
}

/// The page's title and its canonical address, for sharing it.
pub fn page() -> (String, String) {
    (document().title(), glue::canonical())
}

/// Sets the language and the direction of a root.
pub fn set_language(root: Root, lang: &str, dir: &str) {
    glue::set_language(root.number(), lang, dir);
}

/// Brings the comment that the page's address names into sight.
pub fn go_to_fragment(root: Root) {
    glue::go_to_fragment(root.number());
}

/// An address of the page as others can use it.
pub fn absolute(href: &str) -> String {
    glue::absolute(href)
}

/// Tells the developer.
pub fn log_error(message: &str) {
    web_sys::console::error_1(&JsValue::from_str(message));
}

/// Follows something in the page until it is dropped.
pub struct Watch {
    stop: Function,
    _changed: Closure<dyn Fn(String)>,
}

impl Watch {
    /// `follow` hands `changed` to the page and answers the function that ends it.
    pub(super) fn new(
        follow: impl FnOnce(&Closure<dyn Fn(String)>) -> Function,
        changed: Box<dyn Fn(String)>,
    ) -> Self {
        let changed = Closure::wrap(changed);
        Self { stop: follow(&changed), _changed: changed }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Err(error) = self.stop.call0(&JsValue::NULL) {
            web_sys::console::error_1(&error);
        }
    }
}

/// Calls `changed` with every new value of the field `id` of a root, whoever changed it.
pub fn watch_field(root: u32, id: &str, changed: impl Fn(String) + 'static) -> Watch {
    Watch::new(|changed| glue::watch_field(root, id, changed), Box::new(changed))
}

/// Calls `left` when something outside `element` is pressed or takes the focus.
pub fn watch_outside(element: &Element, left: impl Fn() + 'static) -> Watch {
    Watch::new(|left| glue::watch_outside(element, left), Box::new(move |_| left()))
}

/// Selects what stands behind `start` (UTF-16 code units) in the field `id` of a root, and shows it.
pub fn select_from(root: u32, id: &str, start: usize) {
    glue::select_from(root, id, start);
}
