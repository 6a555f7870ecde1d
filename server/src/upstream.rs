//! The one way to the site. It asks no other host: addresses are paths, and redirects are not followed elsewhere.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use futures::StreamExt;
use reqwest::{Client, redirect::Policy};
use tadwina::{
    api::{is_json, queries},
    http::{MAX_BODY_BYTES, Method, NoResponse, Request, Response},
};

use crate::{
    metrics::{Metrics, Purpose},
    responses::Answer,
    settings::Setup,
};

/// How long the site may take to accept a connection.
const CONNECT_TIMEOUT_MS: u64 = 5_000;
/// How long the site may be silent while something is passed on: administration takes its time.
pub const SILENCE_TIMEOUT_MS: u64 = 300_000;

/// Why the site cannot be reached at all.
#[derive(Debug, thiserror::Error)]
pub enum UpstreamError {
    /// The client cannot be made: no certificates, no TLS.
    #[error("cannot make requests: {0}")]
    Client(#[from] reqwest::Error),
}

/// The site.
#[derive(Debug, Clone)]
pub struct Upstream {
    client: Client,
    setup: Arc<Setup>,
    metrics: Arc<Metrics>,
    /// What every page asks for, by its address, where it is asked once.
    remembered: Option<Arc<Mutex<HashMap<String, Response>>>>,
}

impl Upstream {
    /// The site of `setup`.
    ///
    /// # Errors
    /// No client can be made.
    pub fn new(setup: Arc<Setup>, metrics: Arc<Metrics>) -> Result<Self, UpstreamError> {
        // An error means that it is installed already.
        _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder()
            .redirect(Policy::none())
            .no_proxy()
            .connect_timeout(Duration::from_millis(CONNECT_TIMEOUT_MS))
            .read_timeout(Duration::from_millis(SILENCE_TIMEOUT_MS))
            .build()?;
        Ok(Self { client, setup, metrics, remembered: None })
    }

    /// The same for one run, which takes as they are at its beginning what every page asks for: the name of the site and its
    /// categories.
    #[must_use]
    pub fn remembering(self) -> Self {
        Self { remembered: Some(Arc::default()), ..self }
    }

    /// A request for `path`, with its query.
    pub fn request(&self, method: reqwest::Method, path: &str) -> reqwest::RequestBuilder {
        self.client.request(method, [&*self.setup.site_origin, path].concat())
    }

    /// Sends a request whose response is passed on.
    ///
    /// # Errors
    /// There is no response, or the reader did not send the whole request.
    pub async fn pass(&self, request: reqwest::RequestBuilder) -> reqwest::Result<reqwest::Response> {
        let asked = Instant::now();
        let received = request.send().await;
        let status = received.as_ref().ok().map(reqwest::Response::status);
        self.metrics.site_asked(Purpose::Passing, asked.elapsed(), status);
        received
    }

    /// Answers a request of the application.
    pub async fn answer(&self, request: &Request) -> Answer {
        let remembered = self.remembered.as_deref().filter(|_| self.is_of_every_page(&request.url));
        if let Some(response) = remembered.and_then(|known| locked(known).get(&request.url).cloned()) {
            return Ok(response);
        }
        let answer = self.ask(request).await;
        if let (Some(known), Ok(response)) = (remembered, &answer)
            && response.is_success()
            && is_json(response)
        {
            locked(known).insert(request.url.clone(), response.clone());
        }
        answer
    }

    fn is_of_every_page(&self, url: &str) -> bool {
        let api = &self.setup.config.api;
        url == api.url(queries::SITE.route, queries::SITE.query)
            || url.starts_with(&api.url(queries::CATEGORIES.route, ""))
    }

    /// Sends a request of the application. Redirects within the API are followed once.
    async fn ask(&self, request: &Request) -> Answer {
        let first = self.send(request.method, &request.url).await?;
        let moved = first.moved_to.as_deref().and_then(|url| self.path_of(url));
        match moved {
            Some(path) => {
                let response = self.send(request.method, &path).await?.response;
                Ok(Response { redirected: true, ..response })
            }
            None => Ok(first.response),
        }
    }

    /// The path of a redirect within the site.
    fn path_of(&self, url: &str) -> Option<String> {
        let is_path = url.starts_with('/') && !url.starts_with("//");
        if is_path { Some(url.to_owned()) } else { self.setup.own_path(url).map(str::to_owned) }
    }

    async fn send(&self, method: Method, path: &str) -> Result<Sent, NoResponse> {
        let asked = Instant::now();
        let sent = self.send_once(method, path).await;
        let status = sent.as_ref().ok().and_then(|sent| StatusCode::from_u16(sent.response.status).ok());
        self.metrics.site_asked(Purpose::Api, asked.elapsed(), status);
        sent
    }

    async fn send_once(&self, method: Method, path: &str) -> Result<Sent, NoResponse> {
        let method = match method {
            Method::Get => reqwest::Method::GET,
            Method::Head => reqwest::Method::HEAD,
            Method::Options => reqwest::Method::OPTIONS,
            // Nothing is written while a page is rendered.
            Method::Post => return Err(NoResponse),
        };
        if !path.starts_with('/') {
            return Err(NoResponse);
        }
        let failed = |error: reqwest::Error| {
            tracing::warn!(error = %error.without_url(), "the site did not respond");
            NoResponse
        };
        let sent = self
            .request(method, path)
            .timeout(self.setup.site_timeout)
            .header(header::HOST, &self.setup.site_host)
            .header(header::ACCEPT, "application/json")
            .header(header::USER_AGENT, concat!("tadwina-server/", env!("CARGO_PKG_VERSION")));
        let response = self.with_public_host(sent).send().await.map_err(failed)?;
        let (status, headers) = (response.status(), response.headers().clone());
        let mut body = Vec::new();
        let mut chunks = response.bytes_stream();
        while let Some(chunk) = chunks.next().await {
            body.extend_from_slice(&chunk.map_err(failed)?);
            if body.len() > MAX_BODY_BYTES {
                tracing::warn!("a response of the site is too large");
                return Err(NoResponse);
            }
        }
        Ok(Sent::new(path, status, &headers, &body))
    }

    /// Tells the site its public address, so that it writes that into links. Files stay at the site where pages are files.
    fn with_public_host(&self, request: reqwest::RequestBuilder) -> reqwest::RequestBuilder {
        let (scheme, host) = self.setup.public_origin.split_once("://").unwrap_or_default();
        if self.setup.is_static || self.setup.public_origin == self.setup.site_origin {
            return request;
        }
        request.header("x-forwarded-host", host).header("x-forwarded-proto", scheme)
    }
}

/// Nothing panics while it holds the lock, so that what it guards is whole.
fn locked<T>(guarded: &Mutex<T>) -> MutexGuard<'_, T> {
    guarded.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A response, and where it leads.
struct Sent {
    response: Response,
    moved_to: Option<String>,
}

impl Sent {
    fn new(path: &str, status: StatusCode, headers: &HeaderMap<HeaderValue>, body: &[u8]) -> Self {
        let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let number = |name| text(name).and_then(|value| value.trim().parse().ok());
        let response = Response {
            status: status.as_u16(),
            url: path.to_owned(),
            redirected: false,
            total: number("x-wp-total"),
            total_pages: number("x-wp-totalpages"),
            allow: text("allow"),
            retry_after_s: text("retry-after").and_then(|value| value.trim().parse().ok()),
            body: String::from_utf8_lossy(body).into_owned(),
        };
        Self { response, moved_to: status.is_redirection().then(|| text("location")).flatten() }
    }
}
