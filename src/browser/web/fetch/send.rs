//! One request by gloo-net.

use std::time::Duration;

use gloo_net::http::{Method as HttpMethod, RequestBuilder};
use js_sys::Uint8Array;
use leptos::leptos_dom::helpers::set_timeout_with_handle;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, ReadableStreamDefaultReader, RequestCredentials, UrlSearchParams};

use crate::http::{MAX_BODY_BYTES, Method, NoResponse, Request, Response};

/// How long a response may take: longer than WordPress's own limit on most hosts (30 seconds).
const FETCH_TIMEOUT: Duration = Duration::from_secs(35);

/// Sends `request` until `controller` or the time limit ends it.
pub async fn send(
    request: Request,
    credentials: RequestCredentials,
    controller: AbortController,
) -> Result<Response, NoResponse> {
    let request = build(request, credentials, &controller).map_err(failed)?;
    // Aborted without a reason, which makes the reason an Error object.
    let timeout = set_timeout_with_handle(move || controller.abort(), FETCH_TIMEOUT).map_err(failed)?;
    let response = read(request).await;
    timeout.clear();
    response.map_err(|_| NoResponse)
}

/// The request as `fetch` takes it.
fn build(
    request: Request,
    credentials: RequestCredentials,
    controller: &AbortController,
) -> Result<web_sys::Request, JsValue> {
    let Request { method, url, form } = request;
    let builder = RequestBuilder::new(&url)
        .header("Accept", "application/json")
        .credentials(credentials)
        .abort_signal(Some(&controller.signal()));
    let request = match method {
        Method::Get => builder.method(HttpMethod::GET).build(),
        Method::Head => builder.method(HttpMethod::HEAD).build(),
        Method::Options => builder.method(HttpMethod::OPTIONS).build(),
        Method::Post => {
            let body = UrlSearchParams::new()?;
            for (name, value) in form {
                body.append(name, &value);
            }
            builder.method(HttpMethod::POST).body(body)
        }
    };
    request.map(Into::into).map_err(|error| JsValue::from_str(&error.to_string()))
}

/// The whole response. Awaited here and not by gloo-net, which ends in `unreachable!` where JavaScript throws something
/// that is no Error object, as a `fetch` that the page replaced may.
async fn read(request: web_sys::Request) -> Result<Response, JsValue> {
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    let response = JsFuture::from(window.fetch_with_request(&request)).await?;
    let response: web_sys::Response = response.dyn_into()?;
    let body = read_body(&response).await?;
    let response = gloo_net::http::Response::from(response);
    let headers = response.headers();
    let number = |name| headers.get(name).and_then(|written| written.parse().ok());
    Ok(Response {
        status: response.status(),
        url: response.url(),
        redirected: response.redirected(),
        total: number("X-WP-Total"),
        total_pages: number("X-WP-TotalPages"),
        allow: headers.get("Allow"),
        retry_after_s: headers.get("Retry-After").and_then(|written| written.parse().ok()),
        body,
    })
}

/// The body as text, up to [`MAX_BODY_BYTES`] and the piece in which it passes them.
async fn read_body(response: &web_sys::Response) -> Result<String, JsValue> {
    let Some(stream) = response.body() else { return Ok(String::new()) };
    let reader = ReadableStreamDefaultReader::new(&stream)?;
    let mut bytes = Vec::new();
    while let Some(piece) = JsFuture::from(reader.read()).await?.unchecked_into::<Piece>().value() {
        bytes.extend(piece.to_vec());
        if bytes.len() > MAX_BODY_BYTES {
            // Nobody waits for what comes of it.
            let _ = reader.cancel();
            break;
        }
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

#[wasm_bindgen]
extern "C" {
    /// What the reader of a stream returns.
    type Piece;

    /// Missing at the end.
    #[wasm_bindgen(method, getter)]
    fn value(this: &Piece) -> Option<Uint8Array>;
}

/// What keeps a request from being sent at all is a mistake in this application, or a page that replaced the platform's
/// own functions: the developer is told.
fn failed(error: JsValue) -> NoResponse {
    web_sys::console::error_1(&error);
    NoResponse
}
