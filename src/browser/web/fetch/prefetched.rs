//! The one request that the page began before the WASM was there: see src/shell.js.

use js_sys::{Promise, Reflect, global};
use wasm_bindgen::{JsCast, JsValue, prelude::*};
use wasm_bindgen_futures::JsFuture;

use crate::{browser::absolute, http::Response};

/// Where the page keeps it.
const GLOBAL: &str = "tadwinaPrefetched";

#[wasm_bindgen]
extern "C" {
    /// A request on its way.
    pub type Prefetched;

    #[wasm_bindgen(method, getter)]
    fn url(this: &Prefetched) -> String;

    /// The response, once it has come.
    #[wasm_bindgen(method, getter)]
    fn response(this: &Prefetched) -> Option<JsResponse>;

    /// The promise of the same.
    #[wasm_bindgen(method, getter)]
    fn promise(this: &Prefetched) -> Promise;

    type JsResponse;

    #[wasm_bindgen(method, getter)]
    fn status(this: &JsResponse) -> u16;

    #[wasm_bindgen(method, getter, js_name = url)]
    fn response_url(this: &JsResponse) -> String;

    #[wasm_bindgen(method, getter)]
    fn total(this: &JsResponse) -> Option<String>;

    #[wasm_bindgen(method, getter, js_name = totalPages)]
    fn total_pages(this: &JsResponse) -> Option<String>;

    #[wasm_bindgen(method, getter)]
    fn body(this: &JsResponse) -> String;
}

/// Takes the request where it is one for the absolute address `url`.
pub fn take(url: &str) -> Option<Prefetched> {
    let value = Reflect::get(&global(), &GLOBAL.into()).ok()?;
    let prefetched: Prefetched = value.is_object().then(|| value.unchecked_into())?;
    if absolute(&prefetched.url()) != url {
        return None;
    }
    // Serves once; where the page keeps it for ever, nobody asks for it again.
    let _ = Reflect::set(&global(), &GLOBAL.into(), &JsValue::UNDEFINED);
    Some(prefetched)
}

impl Prefetched {
    /// The response; `None` where none came. Without waiting where it is here.
    pub async fn into_response(self) -> Option<Response> {
        let response = match self.response() {
            Some(response) => response,
            None => JsFuture::from(self.promise()).await.ok()?.unchecked_into(),
        };
        let number = |written: Option<String>| written?.parse().ok();
        Some(Response {
            status: response.status(),
            url: response.response_url(),
            redirected: false,
            total: number(response.total()),
            total_pages: number(response.total_pages()),
            allow: None,
            body: response.body(),
        })
    }
}
