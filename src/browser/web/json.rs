//! JSON by the browser's own parser, read by serde.

use serde::de::DeserializeOwned;

use crate::browser::JsonError;

/// Reads JSON by serde-wasm-bindgen over `JSON.parse`: `serde_json` would weigh 8 KB more.
///
/// # Errors
/// [`JsonError::Syntax`] for what is no JSON, [`JsonError::Shape`] for what is no `T`.
pub fn parse_json<T: DeserializeOwned>(text: &str) -> Result<T, JsonError> {
    let value = js_sys::JSON::parse(text).map_err(|_| JsonError::Syntax)?;
    serde_wasm_bindgen::from_value(value).map_err(|error| JsonError::Shape(error.to_string()))
}
