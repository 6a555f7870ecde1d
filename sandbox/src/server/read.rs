//! Reads a [`Request`] from HTTP, and runs work that uses SQLite on threads that may block.

use std::net::SocketAddr;

use axum::{
    body::{Body, to_bytes},
    extract::{ConnectInfo, Request as HttpRequest},
    http::{HeaderMap, Response, StatusCode},
    response::IntoResponse,
};

use crate::{
    faults::Faults,
    params::Params,
    request::{Body as Posted, Request, SiteUrl},
    wp_die::internal_error,
};

/// PHP's usual `post_max_size`.
const MAX_BODY_BYTES: usize = 8 * 1024 * 1024;

/// Reads a request for this route.
///
/// # Errors
/// The body is too large or incomplete. The error is the response.
pub async fn request(http: HttpRequest, route: String) -> Result<(Request, HeaderMap), Response<Body>> {
    let (parts, body) = http.into_parts();
    let bytes = to_bytes(body, MAX_BODY_BYTES)
        .await
        .map_err(|error| (StatusCode::PAYLOAD_TOO_LARGE, error.to_string()).into_response())?;
    let query = Params::from_urlencoded(parts.uri.query().unwrap_or_default().as_bytes());
    let client = parts.extensions.get::<ConnectInfo<SocketAddr>>();
    let request = Request {
        method: parts.method,
        route,
        has_nonce: parts.headers.contains_key("x-wp-nonce") || query.get("_wpnonce").is_some(),
        query,
        body: Posted::read(&parts.headers, &bytes),
        site_url: SiteUrl::from_headers(&parts.headers),
        ip: client.map_or("127.0.0.1".to_owned(), |client| client.ip().to_string()),
        comment_fault: parts.extensions.get::<Faults>().and_then(|faults| faults.comments),
    };
    Ok((request, parts.headers))
}

/// Runs work that may wait for the data file.
pub async fn blocking(work: impl FnOnce() -> Response<Body> + Send + 'static) -> Response<Body> {
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|error| internal_error(&error))
}
