//! From HTTP to a [`Request`], and off the threads that serve connections while SQLite works.

use std::net::SocketAddr;

use axum::{
    body::{Body, to_bytes},
    extract::{ConnectInfo, Request as HttpRequest},
    http::{HeaderMap, Response, StatusCode},
    response::IntoResponse,
};

use crate::{
    faults::Faults,
    page,
    params::Params,
    request::{Base, Body as Posted, Request},
};

/// PHP's usual `post_max_size` is 8 MB; nothing here comes near it.
const LARGEST: usize = 8 * 1024 * 1024;

/// Reads all of a request.
///
/// # Errors
/// The answer to give when the body is too large or breaks off.
pub async fn request(http: HttpRequest, route: String) -> Result<(Request, HeaderMap), Response<Body>> {
    let (parts, body) = http.into_parts();
    let bytes = to_bytes(body, LARGEST)
        .await
        .map_err(|error| (StatusCode::PAYLOAD_TOO_LARGE, error.to_string()).into_response())?;
    let query = Params::urlencoded(parts.uri.query().unwrap_or_default().as_bytes());
    let ip = parts
        .extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map_or("127.0.0.1".to_owned(), |from| from.ip().to_string());
    let request = Request {
        method: parts.method,
        route,
        nonce: parts.headers.contains_key("x-wp-nonce") || query.get("_wpnonce").is_some(),
        query,
        body: Posted::read(&parts.headers, &bytes),
        base: Base::of(&parts.headers),
        ip,
        comments: parts.extensions.get::<Faults>().and_then(|faults| faults.comments),
    };
    Ok((request, parts.headers))
}

/// Runs what may wait for the data file on a thread that may wait.
pub async fn away(work: impl FnOnce() -> Response<Body> + Send + 'static) -> Response<Body> {
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|error| {
        page::death(
            StatusCode::INTERNAL_SERVER_ERROR,
            &format!("<p>{}</p>", page::escaped(&error.to_string())),
            false,
        )
    })
}
