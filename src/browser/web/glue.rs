//! The functions of `edge.js`.

use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlTextAreaElement};

#[wasm_bindgen(module = "/src/browser/edge.js")]
extern "C" {
    /// The request that `shell.js` began before the WASM was here.
    pub type Early;

    /// The answer, where it is already here.
    #[wasm_bindgen(method, getter)]
    pub fn answer(this: &Early) -> Option<EarlyAnswer>;

    /// The promise of an [`EarlyAnswer`].
    #[wasm_bindgen(method, getter)]
    pub fn coming(this: &Early) -> Promise;

    /// An answer of the site as far as this application reads it.
    pub type EarlyAnswer;

    #[wasm_bindgen(method, getter)]
    pub fn status(this: &EarlyAnswer) -> u16;

    #[wasm_bindgen(method, getter)]
    pub fn total(this: &EarlyAnswer) -> Option<String>;

    #[wasm_bindgen(method, getter)]
    pub fn pages(this: &EarlyAnswer) -> Option<String>;

    #[wasm_bindgen(method, getter)]
    pub fn body(this: &EarlyAnswer) -> String;

    #[wasm_bindgen(js_name = takeEarly)]
    pub fn take_early(url: &str) -> Option<Early>;

    #[wasm_bindgen(js_name = showHtml, catch)]
    pub async fn show_html(
        element: &Element,
        html: &str,
        elements: &Array,
        attributes: &Array,
        unwrapped: &Array,
    ) -> Result<(), JsValue>;

    pub fn graphemes(text: &str) -> usize;

    /// −1 where there are no more than `limit`.
    #[wasm_bindgen(js_name = excessStart)]
    pub fn excess_start(text: &str, limit: usize) -> isize;

    pub fn load(key: &str) -> Option<Vec<String>>;

    pub fn save(key: &str, texts: Vec<String>) -> bool;

    pub fn remove(key: &str) -> bool;

    #[wasm_bindgen(js_name = watchField)]
    pub fn watch_field(field: &HtmlTextAreaElement, changed: &Closure<dyn Fn(String)>) -> Function;

    #[wasm_bindgen(js_name = canShare)]
    pub fn can_share(title: &str, url: &str) -> bool;

    pub async fn share(title: &str, url: &str) -> JsValue;

    pub async fn copy(text: &str) -> JsValue;

    #[wasm_bindgen(js_name = setHead)]
    pub fn set_head(title: &str, description: &str);
}
