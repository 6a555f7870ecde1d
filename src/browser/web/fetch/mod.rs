//! Requests by the browser's `fetch`, through gloo-net. Who sends the same request at the same time shares one
//! response (`pool`); responses that came with the page (`inline`) and the request that the page began before the
//! WASM was there (`prefetched`) come first.

mod inline;
mod pool;
mod prefetched;
mod send;

use futures::FutureExt;
use send_wrapper::SendWrapper;
use wasm_bindgen::prelude::*;
use web_sys::{AbortSignal, RequestCredentials};

use crate::http::{Request, ResponseFuture, Transport};

/// Who waits for responses, and how they are fetched.
#[derive(Clone)]
pub struct FetchScope {
    /// How long a response serves again.
    keep_ms: f64,
    /// Which cookies go along.
    credentials: RequestCredentials,
    /// Ends the waiting.
    signal: Option<AbortSignal>,
}

impl Default for FetchScope {
    /// A whole page: every response is as new as its request.
    fn default() -> Self {
        Self { keep_ms: 0.0, credentials: RequestCredentials::SameOrigin, signal: None }
    }
}

#[wasm_bindgen]
extern "C" {
    /// A [`FetchScope`] as `embed/src` writes it.
    pub type JsFetchScope;

    #[wasm_bindgen(method, getter, js_name = keepMs)]
    fn keep_ms(this: &JsFetchScope) -> f64;

    #[wasm_bindgen(method, getter)]
    fn credentials(this: &JsFetchScope) -> RequestCredentials;

    #[wasm_bindgen(method, getter)]
    fn signal(this: &JsFetchScope) -> AbortSignal;
}

impl From<JsFetchScope> for FetchScope {
    fn from(scope: JsFetchScope) -> Self {
        Self { keep_ms: scope.keep_ms(), credentials: scope.credentials(), signal: Some(scope.signal()) }
    }
}

/// The browser's `fetch`, without headers that need a CORS preflight.
pub struct FetchTransport(SendWrapper<FetchScope>);

impl FetchTransport {
    /// For whoever waits in `scope`.
    pub fn new(scope: FetchScope) -> Self {
        Self(SendWrapper::new(scope))
    }
}

impl Transport for FetchTransport {
    fn send(&self, request: Request) -> ResponseFuture {
        SendWrapper::new(pool::fetch(request, &self.0)).boxed()
    }
}
