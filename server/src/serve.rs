//! The router: which requests get a page of this application, and which are WordPress's.

use std::{net::SocketAddr, sync::Arc};

use axum::{
    Router,
    body::{Body, Bytes},
    extract::{ConnectInfo, DefaultBodyLimit, Request, State},
    http::{HeaderMap, HeaderValue, Method, Response, StatusCode, header},
    middleware::{Next, from_fn_with_state},
    response::IntoResponse,
    routing::{get, post},
};
use tadwina::error::Error;
use tokio::net::TcpListener;
use tower_http::{
    limit::RequestBodyLimitLayer, set_header::SetResponseHeaderLayer, timeout::RequestBodyTimeoutLayer,
};

use crate::{
    asked::asked,
    assets,
    cache::Pages,
    commented::commented,
    failure,
    limits::{Places, busy},
    listen::listen,
    metrics::{self, Kind, Levels, Metrics},
    page::Outcome,
    proxy::{PassError, pass_on},
    purge::{MAX_PURGE_BYTES, PURGE_PATH, purge},
    refused::{COMMENT_FORM, Posted},
    settings::Setup,
    upstream::{Upstream, UpstreamError},
};

/// The server of one site. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Server {
    setup: Arc<Setup>,
    upstream: Upstream,
    pages: Pages,
    places: Places,
    metrics: Arc<Metrics>,
}

impl Server {
    /// The server that `setup` describes.
    ///
    /// # Errors
    /// No requests can be made.
    pub fn new(setup: Setup) -> Result<Self, UpstreamError> {
        let (setup, metrics) = (Arc::new(setup), Arc::new(Metrics::default()));
        let upstream = Upstream::new(setup.clone(), metrics.clone())?;
        let pages = Pages::new(setup.clone(), upstream.clone(), metrics.clone());
        let places = Places::new(setup.operation.max_requests);
        Ok(Self { setup, upstream, pages, places, metrics })
    }

    /// What answers requests. Those who run the server get an answer when no place is free, too.
    fn router(self) -> Router {
        let operation = &self.setup.operation;
        let hsts =
            SetResponseHeaderLayer::if_not_present(header::STRICT_TRANSPORT_SECURITY, operation.hsts.clone());
        let mut router = Router::new().route("/healthz", get(|| async { "ok\n" }));
        if operation.has_metrics {
            router = router.route("/metrics", get(tell_metrics));
        }
        if operation.purge_secret.is_some() {
            let purging = post(purge_pages).layer(DefaultBodyLimit::max(MAX_PURGE_BYTES));
            router = router.route(&[&*self.setup.folder, PURGE_PATH].concat(), purging);
        }
        let limited = assets::add(Router::new(), &self.setup)
            .fallback(respond)
            .layer(RequestBodyTimeoutLayer::new(operation.body_timeout))
            .layer(RequestBodyLimitLayer::new(operation.max_body_bytes))
            .layer(from_fn_with_state(self.clone(), in_place))
            .with_state(self.clone());
        router.with_state(self).fallback_service(limited).layer(hsts)
    }
}

/// Serves until `stopped`, and then until the requests are done that are under way.
pub async fn serve(
    server: Server,
    listener: TcpListener,
    stopped: impl Future<Output = ()> + Send + 'static,
) {
    let setup = server.setup.clone();
    listen(listener, server.router(), &setup.operation, stopped).await;
}

/// Answers a request if a place is free, and counts it.
async fn in_place(State(server): State<Server>, mut request: Request, next: Next) -> Response<Body> {
    let Some(place) = server.places.take() else {
        server.metrics.answered(Kind::Refused, StatusCode::SERVICE_UNAVAILABLE);
        return busy();
    };
    // A WebSocket goes on after the response.
    request.extensions_mut().insert(place.clone());
    let response = next.run(request).await;
    let kind = response.extensions().get::<Kind>().copied().unwrap_or(Kind::Refused);
    server.metrics.answered(kind, response.status());
    place.until_sent(response)
}

async fn tell_metrics(State(server): State<Server>) -> Response<Body> {
    let levels = Levels { under_way: server.places.taken(), ..server.pages.levels() };
    match server.metrics.text(levels) {
        Ok(text) => ([(header::CONTENT_TYPE, metrics::MEDIA_TYPE)], text).into_response(),
        Err(_) => plain(StatusCode::INTERNAL_SERVER_ERROR),
    }
}

async fn purge_pages(State(server): State<Server>, headers: HeaderMap, body: Bytes) -> Response<Body> {
    let Server { setup, pages, metrics, .. } = &server;
    let status = match &setup.operation.purge_secret {
        Some(secret) => purge(&headers, &body, secret, setup, pages),
        None => StatusCode::UNAUTHORIZED,
    };
    metrics.answered(Kind::Operation, status);
    let mut response = if status.is_success() { Response::default() } else { plain(status) };
    *response.status_mut() = status;
    if status == StatusCode::UNAUTHORIZED {
        response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    response
}

async fn respond(
    State(server): State<Server>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    request: Request,
) -> Response<Body> {
    let Server { setup, pages, .. } = &server;
    let (mut response, kind) = match asked(request.method(), request.uri(), request.headers(), &setup.folder)
    {
        None => (at_site(&server, peer, request, None).await, Kind::Site),
        Some(visit) => match pages.get(visit).await {
            Outcome::Page { document, .. } | Outcome::Broken(document) => {
                (document.response(request.headers()), Kind::Page)
            }
            Outcome::AtSite { site } => (at_site(&server, peer, request, Some(site)).await, Kind::Site),
            Outcome::Failed => (plain(StatusCode::INTERNAL_SERVER_ERROR), Kind::Page),
        },
    };
    response.extensions_mut().insert(kind);
    response
}

/// WordPress's response. `site` is there for an address that could be a page: where WordPress has none either, the reader
/// is told in the reader's language.
async fn at_site(
    server: &Server,
    peer: SocketAddr,
    request: Request,
    site: Option<Option<String>>,
) -> Response<Body> {
    let Server { setup, upstream, pages, .. } = server;
    let headers = request.headers().clone();
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let is_comment = request.uri().path().ends_with(COMMENT_FORM);
    let asked = request.uri().path().to_owned();
    let passed = async {
        let (request, posted) = if is_comment && accepts_html(&headers) {
            Posted::read(request, setup).await?
        } else {
            (request, None)
        };
        Ok((pass_on(request, peer, setup, upstream).await?, posted))
    };
    let (mut response, posted) = match passed.await {
        Ok(passed) => passed,
        Err(PassError::NoResponse) if is_read && accepts_html(&headers) => {
            let error = Error::Unreachable { url: asked.clone() };
            return told(&error, site.flatten(), Some(&asked), &headers, setup);
        }
        Err(PassError::NoResponse) => return plain(StatusCode::BAD_GATEWAY),
        Err(PassError::TooLarge) => return plain(StatusCode::PAYLOAD_TOO_LARGE),
        Err(PassError::TooSlow) => return plain(StatusCode::REQUEST_TIMEOUT),
    };
    if is_comment && response.status().is_redirection() {
        commented(response.headers_mut(), setup, pages);
    }
    let response = match posted {
        Some(posted) => refused(posted, response, server, &headers).await,
        None => response,
    };
    match site {
        Some(site) if response.status() == StatusCode::NOT_FOUND => {
            told(&Error::NotFound, site, None, &headers, setup)
        }
        _ => response,
    }
}

/// The page that says why WordPress refuses a comment, with the comment; the response itself where it does not refuse.
async fn refused(
    posted: Posted,
    response: Response<Body>,
    server: &Server,
    headers: &HeaderMap,
) -> Response<Body> {
    let status = response.status();
    let visit = match posted.refusal(response).await {
        Ok(visit) => visit,
        Err(response) => return response,
    };
    let mut response = match server.pages.get(visit).await {
        Outcome::Page { document, .. } => document.response(headers),
        Outcome::Broken(document) => return document.response(headers),
        Outcome::AtSite { site } => {
            let error = Error::Refused { status: status.as_u16(), code: String::new() };
            return told(&error, site, None, headers, &server.setup);
        }
        Outcome::Failed => return plain(StatusCode::INTERNAL_SERVER_ERROR),
    };
    *response.status_mut() = status;
    response
}

fn accepts_html(headers: &HeaderMap) -> bool {
    let accepted = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok());
    accepted.is_some_and(|accepted| accepted.contains("text/html"))
}

/// The page about `error`.
fn told(
    error: &Error,
    site: Option<String>,
    retry: Option<&str>,
    headers: &HeaderMap,
    setup: &Setup,
) -> Response<Body> {
    match failure::document(error, site, retry, setup) {
        Ok(document) => document.response(headers),
        Err(_) => plain(failure::status(error)),
    }
}

/// A response in the words of HTTP alone.
fn plain(status: StatusCode) -> Response<Body> {
    let mut response = Response::new(Body::from(status.to_string()));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
