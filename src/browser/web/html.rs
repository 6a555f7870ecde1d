//! Untrusted HTML into the page.

use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::Element;

use super::glue;
use crate::{
    browser::allowed::{ATTRIBUTES, ELEMENTS, UNWRAPPED},
    model::Html,
};

/// In the browser nothing is rendered as a string: [`show_html`] sanitises into the element itself.
pub const fn sanitised(_html: &Html) -> Option<String> {
    None
}

/// Sanitises `html` into `element`. Where no sanitiser can be had, the element stays empty.
pub fn show_html(element: &Element, html: &Html) {
    let element = element.clone();
    let html = html.untrusted().to_owned();
    wasm_bindgen_futures::spawn_local(async move {
        if let Err(error) =
            glue::show_html(&element, &html, &list(ELEMENTS), &list(ATTRIBUTES), &list(UNWRAPPED)).await
        {
            web_sys::console::error_1(&error);
        }
    });
}

fn list(names: &str) -> Array {
    names.split_whitespace().map(JsValue::from_str).collect()
}
