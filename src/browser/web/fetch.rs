//! Questions to the site by the browser's `fetch`.

use std::time::Duration;

use futures::{FutureExt, future::BoxFuture};
use gloo_net::http::{RequestBuilder, Response};
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestCredentials, UrlSearchParams};

use super::glue::{self, Early};
use super::json::read;
use crate::{
    api::{Method, NoAnswer, Reply, Request, Transport},
    json::Json,
};

/// How long an answer may take. Longer than WordPress's own limit on most hosts (30 seconds).
const PATIENCE: Duration = Duration::from_secs(35);

/// The browser's `fetch`: cookies only to the page's own origin, no headers that need a preflight.
#[derive(Debug, Clone, Copy, Default)]
pub struct Fetch;

impl Transport for Fetch {
    fn send(&self, request: Request) -> BoxFuture<'static, Result<Reply, NoAnswer>> {
        SendWrapper::new(async move { answer(request).await.ok_or(NoAnswer) }).boxed()
    }

    fn parse(&self, text: &str) -> Option<Json> {
        js_sys::JSON::parse(text).ok().map(|value| read(&value))
    }
}

/// Ends a request that nobody waits for any more, or that takes too long.
struct Patience {
    controller: AbortController,
    timeout: Option<TimeoutHandle>,
}

impl Patience {
    fn new() -> Option<Self> {
        let controller = AbortController::new().ok()?;
        let late = controller.clone();
        let timeout = set_timeout_with_handle(move || late.abort(), PATIENCE).ok();
        Some(Self { controller, timeout })
    }
}

impl Drop for Patience {
    fn drop(&mut self) {
        if let Some(timeout) = &self.timeout {
            timeout.clear();
        }
        self.controller.abort();
    }
}

async fn answer(request: Request) -> Option<Reply> {
    if request.method == Method::Get
        && let Some(early) = glue::take_early(&request.url)
        && let Some(reply) = early_reply(&early, &request.url).await
    {
        return Some(reply);
    }
    let patience = Patience::new()?;
    let response = ask(request, &patience).await?;
    let header = |name: &str| response.headers().get(name);
    let number = |name: &str| header(name)?.parse().ok();
    Some(Reply {
        status: response.status(),
        url: response.url(),
        redirected: response.redirected(),
        total: number("X-WP-Total"),
        total_pages: number("X-WP-TotalPages"),
        allow: header("Allow"),
        body: response.text().await.ok()?,
    })
}

/// The answer that the page asked for before the WASM was here; without waiting where it has come, so
/// that the first thing rendered is the article. One that failed is asked for again.
async fn early_reply(early: &Early, url: &str) -> Option<Reply> {
    let answer = match early.answer() {
        Some(answer) => answer,
        None => JsFuture::from(early.coming()).await.ok()?.unchecked_into(),
    };
    let number = |written: Option<String>| written?.parse().ok();
    Some(Reply {
        status: answer.status(),
        url: url.to_owned(),
        total: number(answer.total()),
        total_pages: number(answer.pages()),
        body: answer.body(),
        ..Reply::default()
    })
}

async fn ask(request: Request, patience: &Patience) -> Option<Response> {
    let builder = RequestBuilder::new(&request.url)
        .method(request.method.into())
        .header("Accept", "application/json")
        .credentials(RequestCredentials::SameOrigin)
        .abort_signal(Some(&patience.controller.signal()));
    if request.method != Method::Post {
        return builder.send().await.ok();
    }
    let form = UrlSearchParams::new().ok()?;
    for (name, value) in &request.form {
        form.append(name, value);
    }
    builder.body(form).ok()?.send().await.ok()
}

impl From<Method> for gloo_net::http::Method {
    fn from(method: Method) -> Self {
        match method {
            Method::Get => Self::GET,
            Method::Options => Self::OPTIONS,
            Method::Post => Self::POST,
        }
    }
}
