//! Responses that came with the page, in `<script type="application/json" data-tadwina-responses>`: an object of
//! absolute or relative addresses and what WordPress's `?_envelope` makes of their responses. Each serves once.

use std::cell::RefCell;

use js_sys::{Array, JSON, Object, Reflect};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use crate::{
    browser::{absolute, log_error},
    http::Response,
};

const SCRIPTS: &str = "script[data-tadwina-responses]";

#[derive(Default)]
struct Inline {
    /// The scripts that were read.
    read: Vec<Element>,
    /// By absolute address. A list, since a page has few of them.
    responses: Vec<(String, JsValue)>,
}

thread_local! {
    static INLINE: RefCell<Inline> = RefCell::default();
}

/// Takes the response for the absolute address `url`.
pub fn take(url: &str) -> Option<Response> {
    let envelope = INLINE.with_borrow_mut(|inline| {
        inline.read_scripts();
        let index = inline.responses.iter().position(|(known, _)| known == url)?;
        Some(inline.responses.swap_remove(index).1)
    })?;
    let field = |name: &str| Reflect::get(&envelope, &name.into()).unwrap_or(JsValue::UNDEFINED);
    let headers = field("headers");
    let header = |name: &str| text(&Reflect::get(&headers, &name.into()).unwrap_or(JsValue::UNDEFINED));
    let number = |name: &str| header(name)?.parse().ok();
    Some(Response {
        status: text(&field("status")).and_then(|status| status.parse().ok()).unwrap_or(200),
        url: url.to_owned(),
        redirected: false,
        total: number("X-WP-Total"),
        total_pages: number("X-WP-TotalPages"),
        allow: header("Allow"),
        retry_after_s: None,
        body: JSON::stringify(&field("body")).map(String::from).unwrap_or_default(),
    })
}

impl Inline {
    /// Reads the scripts that came into the page since the last time.
    fn read_scripts(&mut self) {
        let Ok(scripts) = document().query_selector_all(SCRIPTS) else { return };
        for script in (0..scripts.length()).filter_map(|index| scripts.get(index)) {
            let script: Element = script.unchecked_into();
            if !self.read.contains(&script) {
                self.read_script(&script.text_content().unwrap_or_default());
                self.read.push(script);
            }
        }
    }

    fn read_script(&mut self, json: &str) {
        match JSON::parse(json) {
            Ok(responses) if responses.is_object() => {
                for entry in Object::entries(responses.unchecked_ref()) {
                    let entry: Array = entry.unchecked_into();
                    let url = absolute(&entry.get(0).as_string().unwrap_or_default());
                    // A later script has the newer response.
                    self.responses.retain(|(known, _)| *known != url);
                    self.responses.push((url, entry.get(1)));
                }
            }
            _ => log_error("tadwina: the inline responses of the page are no JSON object"),
        }
    }
}

/// A text, or a whole number as text.
fn text(value: &JsValue) -> Option<String> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "statuses and totals are small"
    )]
    value.as_string().or_else(|| value.as_f64().map(|number| (number as u32).to_string()))
}
