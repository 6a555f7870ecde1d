//! The REST API over HTTP, with WordPress's CORS headers.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Path, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, header},
    response::IntoResponse,
};

use super::read;
use crate::{reply::Reply, request::Base, rest, site::Site};

/// `/wp-json/…` and `/index.php/wp-json/…`.
pub async fn pretty(
    State(site): State<Arc<Site>>,
    route: Option<Path<String>>,
    request: Request,
) -> Response<Body> {
    let route = route.map_or(String::new(), |Path(route)| route);
    answer(site, request, format!("/{route}")).await
}

/// Answers a route, however it was addressed.
pub async fn answer(site: Arc<Site>, request: Request, route: String) -> Response<Body> {
    let (request, headers) = match read::request(request, route).await {
        Ok(read) => read,
        Err(refusal) => return refusal,
    };
    read::away(move || http(rest::serve(&site, &request), &headers)).await
}

fn http(reply: Reply, asked: &HeaderMap) -> Response<Body> {
    let status = StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (status, reply.body.to_string()).into_response();
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_TYPE, "application/json; charset=UTF-8"),
        (HeaderName::from_static("x-robots-tag"), "noindex"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::ACCESS_CONTROL_EXPOSE_HEADERS, "X-WP-Total, X-WP-TotalPages, Link"),
        (
            header::ACCESS_CONTROL_ALLOW_HEADERS,
            "Authorization, X-WP-Nonce, Content-Disposition, Content-MD5, Content-Type",
        ),
        (header::VARY, "Origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if let Some(origin) = asked.get(header::ORIGIN) {
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
        headers.insert(
            header::ACCESS_CONTROL_ALLOW_METHODS,
            HeaderValue::from_static("OPTIONS, GET, POST, PUT, PATCH, DELETE"),
        );
        headers.insert(header::ACCESS_CONTROL_ALLOW_CREDENTIALS, HeaderValue::from_static("true"));
    }
    // A list with pages before or after puts its own links here.
    if let Ok(api) =
        HeaderValue::from_str(&format!("<{}>; rel=\"https://api.w.org/\"", Base::of(asked).api()))
    {
        headers.insert(header::LINK, api);
    }
    for (name, value) in reply.headers {
        if let (Ok(name), Ok(value)) =
            (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(&value))
        {
            headers.insert(name, value);
        }
    }
    response
}
