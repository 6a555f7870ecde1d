//! The requests that the page began before the WASM was there: see src/shell.js.

use js_sys::{Array, Promise, Reflect, global};
use wasm_bindgen::{JsCast, prelude::*};
use wasm_bindgen_futures::JsFuture;

use crate::{browser::absolute, http::Response};

/// Where the page keeps them: a list.
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

/// Takes the request that is one for the absolute address `url`.
pub fn take(url: &str) -> Option<Prefetched> {
    let list: Array = Reflect::get(&global(), &GLOBAL.into()).ok()?.dyn_into().ok()?;
    let mut begun = list.iter().map(JsCast::unchecked_into::<Prefetched>);
    let index = begun.position(|prefetched| absolute(&prefetched.url()) == url)?;
    // Serves once.
    let prefetched = list.get(u32::try_from(index).ok()?).unchecked_into();
    let left = list.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, begun)| begun);
    let _ = Reflect::set(&global(), &GLOBAL.into(), &left.collect::<Array>());
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
            retry_after_s: None,
            body: response.body(),
        })
    }
}
