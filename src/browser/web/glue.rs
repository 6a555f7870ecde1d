//! The functions of `edge.js`.

use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen(module = "/src/browser/edge.js")]
extern "C" {
    #[wasm_bindgen(js_name = keepRoot)]
    pub fn keep_root(element: &Element) -> u32;

    #[wasm_bindgen(js_name = forgetRoot)]
    pub fn forget_root(root: u32);

    pub fn focus(root: u32, id: &str);

    #[wasm_bindgen(js_name = focusNext)]
    pub fn focus_next(root: u32, id: &str);

    pub fn announce(root: u32, name: &str, said: Vec<String>) -> bool;

    pub fn address(base: &str) -> String;

    pub fn absolute(href: &str) -> String;

    pub fn canonical() -> String;

    #[wasm_bindgen(js_name = goToFragment)]
    pub fn go_to_fragment(root: u32);

    #[wasm_bindgen(js_name = setLanguage)]
    pub fn set_language(root: u32, lang: &str, dir: &str);

    #[wasm_bindgen(js_name = followAddress)]
    pub fn follow_address(root: u32, base: &str, changed: &Closure<dyn Fn(String)>) -> Function;

    #[wasm_bindgen(js_name = watchOutside)]
    pub fn watch_outside(element: &Element, left: &Closure<dyn Fn(String)>) -> Function;

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

    pub fn remove(key: &str);

    #[wasm_bindgen(js_name = selectFrom)]
    pub fn select_from(root: u32, id: &str, start: usize);

    #[wasm_bindgen(js_name = watchField)]
    pub fn watch_field(root: u32, id: &str, changed: &Closure<dyn Fn(String)>) -> Function;

    #[wasm_bindgen(js_name = canShare)]
    pub fn can_share(title: &str, url: &str) -> bool;

    pub async fn share(title: &str, url: &str) -> JsValue;

    pub async fn copy(text: &str) -> JsValue;

    #[wasm_bindgen(js_name = setHead)]
    pub fn set_head(title: &str, description: &str);
}
