//! Leptos brings server functions along, these bring streams, and the crate for those exports functions that
//! then stay in every program, with all that hangs on them: nobody ever calls them. There are no server functions here, so
//! this stands in its place, with what has to be there for them to compile.

use futures::stream::{Empty, Stream, empty};
use wasm_bindgen::{JsCast, JsValue};

/// A stream that ends at once.
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Of nothing.
    pub fn from_stream<S>(_stream: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        Self(JsValue::NULL.unchecked_into())
    }

    /// Of the browser's.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// As the browser's.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Of nothing.
    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        empty()
    }
}
