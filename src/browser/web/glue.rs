//! The functions of `edge.js`.

use js_sys::Promise;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/browser/edge.js")]
extern "C" {
    /// How a mounted part of the application reaches its site: how long answers serve again (`keep`, in
    /// milliseconds), which cookies go along (`credentials`), and what ends the waiting (`signal`).
    #[derive(Debug, Clone)]
    pub type Line;

    /// A question that was put.
    pub type Question;

    /// The answer, where it is already here.
    #[wasm_bindgen(method, getter)]
    pub fn answer(this: &Question) -> Option<Answer>;

    /// The promise of an [`Answer`], or of nothing.
    #[wasm_bindgen(method, getter)]
    pub fn coming(this: &Question) -> Promise;

    /// An answer of the site as far as this application reads it.
    pub type Answer;

    #[wasm_bindgen(method, getter)]
    pub fn url(this: &Answer) -> String;

    #[wasm_bindgen(method, getter)]
    pub fn status(this: &Answer) -> u16;

    #[wasm_bindgen(method, getter)]
    pub fn redirected(this: &Answer) -> bool;

    #[wasm_bindgen(method, getter)]
    pub fn total(this: &Answer) -> Option<String>;

    #[wasm_bindgen(method, getter)]
    pub fn pages(this: &Answer) -> Option<String>;

    #[wasm_bindgen(method, getter)]
    pub fn allow(this: &Answer) -> Option<String>;

    #[wasm_bindgen(method, getter)]
    pub fn body(this: &Answer) -> String;

    pub fn ask(line: &Line, method: &str, address: &str, form: Vec<String>) -> Question;

    #[wasm_bindgen(js_name = newLine)]
    pub fn new_line() -> Line;
}
