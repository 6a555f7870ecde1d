//! JSON by the browser's own parser, read by serde.

use serde::de::DeserializeOwned;

/// Reads JSON; `None` for what is none, or is not of this type. serde-wasm-bindgen over `JSON.parse`: `serde_json`
/// would weigh 8 KB more.
pub fn parse_json<T: DeserializeOwned>(text: &str) -> Option<T> {
    let value = js_sys::JSON::parse(text).ok()?;
    serde_wasm_bindgen::from_value(value).ok()
}
