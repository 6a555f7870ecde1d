//! The details of an event that the page hears.

use wasm_bindgen::JsValue;

use super::console::logged;

/// One value of an event's `detail`.
#[derive(Debug, Clone, Copy)]
pub enum Detail<'a> {
    /// A text.
    Text(&'a str),
    /// The id of a post or a comment, `null` if the site has not told it.
    Id(Option<u64>),
}

impl Detail<'_> {
    #[expect(
        clippy::cast_precision_loss,
        reason = "JavaScript has no other numbers, and ids stay below 2^53"
    )]
    fn to_js(self) -> JsValue {
        match self {
            Self::Text(text) => JsValue::from_str(text),
            Self::Id(Some(id)) => JsValue::from_f64(id as f64),
            Self::Id(None) => JsValue::NULL,
        }
    }
}

/// The details as an object of JavaScript.
pub(super) fn detail_object(details: &[(&str, Detail<'_>)]) -> JsValue {
    let object = js_sys::Object::new();
    for (name, value) in details {
        logged(js_sys::Reflect::set(&object, &JsValue::from_str(name), &value.to_js()));
    }
    object.into()
}
