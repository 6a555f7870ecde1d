//! What goes wrong in the browser, told to the developer.

use wasm_bindgen::JsValue;

/// What a call of the browser answered. A failure goes to the console. Natively nothing calls it.
pub(super) fn logged<T>(result: Result<T, JsValue>) -> Option<T> {
    result.inspect_err(web_sys::console::error_1).ok()
}
