//! The router: which requests get a page of this application, and which are WordPress's.

use std::{net::SocketAddr, sync::Arc};

use axum::{
    Router,
    body::Body,
    extract::{ConnectInfo, Request, State},
    http::{HeaderMap, Method, Response, StatusCode, header},
    routing::get,
};
use tadwina::error::Error;
use tokio::net::TcpListener;

use crate::{
    asked::asked,
    assets,
    cache::Pages,
    failure,
    page::Outcome,
    proxy::{NoUpstream, pass_on},
    settings::Setup,
    upstream::{Upstream, UpstreamError},
};

/// Where WordPress's form posts comments.
const COMMENT_FORM: &str = "/wp-comments-post.php";

/// The server of one site. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Server {
    setup: Arc<Setup>,
    upstream: Upstream,
    pages: Pages,
}

impl Server {
    /// The server that `setup` describes.
    ///
    /// # Errors
    /// No requests can be made.
    pub fn new(setup: Setup) -> Result<Self, UpstreamError> {
        let setup = Arc::new(setup);
        let upstream = Upstream::new(setup.clone())?;
        let pages = Pages::new(setup.clone(), upstream.clone());
        Ok(Self { setup, upstream, pages })
    }
}

/// Serves until `stopped`, and then until the requests are done that are under way.
///
/// # Errors
/// The listener fails.
pub async fn serve(
    server: Server,
    listener: TcpListener,
    stopped: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let router = assets::add(Router::new(), &server.setup)
        .route("/healthz", get(|| async { "ok\n" }))
        .fallback(respond)
        .with_state(server.clone());
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stopped).await
}

async fn respond(
    State(server): State<Server>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    request: Request,
) -> Response<Body> {
    let Server { setup, pages, .. } = &server;
    let Some(visit) = asked(request.method(), request.uri(), request.headers(), &setup.folder) else {
        return at_site(&server, peer, request, None).await;
    };
    match pages.get(visit).await {
        Outcome::Page { document, .. } | Outcome::Broken(document) => document.response(request.headers()),
        Outcome::AtSite { site } => at_site(&server, peer, request, Some(site)).await,
        Outcome::Failed => plain(StatusCode::INTERNAL_SERVER_ERROR),
    }
}

/// WordPress's response. `site` is there for an address that could be a page: where WordPress has none either, the reader
/// is told in the reader's language.
async fn at_site(
    server: &Server,
    peer: SocketAddr,
    request: Request,
    site: Option<Option<String>>,
) -> Response<Body> {
    let Server { setup, upstream, pages } = server;
    let headers = request.headers().clone();
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let is_comment = request.uri().path().ends_with(COMMENT_FORM);
    let path = request.uri().path().to_owned();
    let response = match pass_on(request, peer, setup, upstream).await {
        Ok(response) => response,
        Err(NoUpstream) if is_read && accepts_html(&headers) => {
            let error = Error::Unreachable { url: path.clone() };
            return told(&error, site.flatten(), Some(&path), &headers, setup);
        }
        Err(NoUpstream) => return plain(StatusCode::BAD_GATEWAY),
    };
    if is_comment && response.status().is_redirection() {
        pages.outdate();
    }
    match site {
        Some(site) if response.status() == StatusCode::NOT_FOUND => {
            told(&Error::NotFound, site, None, &headers, setup)
        }
        _ => response,
    }
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
    response.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    response
}
