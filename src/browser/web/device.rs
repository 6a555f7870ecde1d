//! The page and the device around it.

use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{HtmlElement, HtmlTextAreaElement};

use super::glue;

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

/// The element with `id`.
pub fn root_element(id: &str) -> Option<HtmlElement> {
    web_sys::window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the focus to the element with `id`, where there is one.
pub fn focus(id: &str) {
    if let Some(element) = root_element(id)
        && element.focus().is_err()
    {
        log_error("an element refused the focus");
    }
}

/// Tells the developer.
pub fn log_error(message: &str) {
    web_sys::console::error_1(&JsValue::from_str(message));
}

/// Follows a text field until it is dropped.
pub struct FieldWatch {
    stop: Function,
    _changed: Closure<dyn Fn(String)>,
}

impl Drop for FieldWatch {
    fn drop(&mut self) {
        if let Err(error) = self.stop.call0(&JsValue::NULL) {
            web_sys::console::error_1(&error);
        }
    }
}

/// Calls `changed` with every new value of `field`, whoever changed it.
pub fn watch_field(field: &HtmlTextAreaElement, changed: impl Fn(String) + 'static) -> FieldWatch {
    let changed = Closure::new(changed);
    FieldWatch { stop: glue::watch_field(field, &changed), _changed: changed }
}

/// Selects what stands behind `start` (UTF-16 code units) and shows it.
pub fn select_from(field: &HtmlTextAreaElement, start: usize) {
    let end = field.text_length();
    let start = u32::try_from(start).unwrap_or(end);
    if field.focus().and_then(|()| field.set_selection_range(start, end)).is_err() {
        log_error("the text field refused the selection");
    }
}
