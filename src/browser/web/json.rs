//! JSON by the browser's own parser.

use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};

use crate::json::Json;

/// What `JSON.parse` made.
pub fn read(value: &JsValue) -> Json {
    if let Some(text) = value.as_string() {
        Json::Text(text)
    } else if let Some(number) = value.as_f64() {
        Json::Number(number)
    } else if let Some(value) = value.as_bool() {
        Json::Bool(value)
    } else if let Some(items) = value.dyn_ref::<Array>() {
        Json::List(items.iter().map(|item| read(&item)).collect())
    } else if let Some(object) = value.dyn_ref::<Object>() {
        let fields = Object::entries(object);
        Json::Object(fields.iter().map(|field| read_field(&field.unchecked_into())).collect())
    } else {
        Json::Null
    }
}

/// A pair of name and value.
fn read_field(field: &Array) -> (String, Json) {
    (field.get(0).as_string().unwrap_or_default(), read(&field.get(1)))
}
