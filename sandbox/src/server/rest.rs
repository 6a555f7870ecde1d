//! The REST API over HTTP, with WordPress's CORS headers.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Path, Request, State},
    http::{HeaderMap, Response, StatusCode, header},
};

use super::read;
use crate::{page, reply::Reply, request::Base, rest, site::Site};

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
    read::away(move || {
        http(rest::serve(&site, &request), &headers).unwrap_or_else(|error| {
            let message = format!("<p>{}</p>", page::escaped(&error.to_string()));
            page::death(StatusCode::INTERNAL_SERVER_ERROR, &message, true)
        })
    })
    .await
}

/// Headers that every answer has, and those of this one: a list with pages before or after puts its own `Link`.
///
/// # Errors
/// A header is not one: an address holds what no address holds.
fn http(reply: Reply, asked: &HeaderMap) -> Result<Response<Body>, axum::http::Error> {
    let mut response = Response::builder()
        .status(reply.status)
        .header(header::CONTENT_TYPE, "application/json; charset=UTF-8")
        .header("x-robots-tag", "noindex")
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(header::ACCESS_CONTROL_EXPOSE_HEADERS, "X-WP-Total, X-WP-TotalPages, Link")
        .header(
            header::ACCESS_CONTROL_ALLOW_HEADERS,
            "Authorization, X-WP-Nonce, Content-Disposition, Content-MD5, Content-Type",
        )
        .header(header::VARY, "Origin");
    if let Some(origin) = asked.get(header::ORIGIN) {
        response = response
            .header(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin)
            .header(header::ACCESS_CONTROL_ALLOW_METHODS, "OPTIONS, GET, POST, PUT, PATCH, DELETE")
            .header(header::ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
    }
    if !reply.headers.iter().any(|(name, _)| *name == "Link") {
        let api = Base::of(asked).api();
        response = response.header(header::LINK, format!("<{api}>; rel=\"https://api.w.org/\""));
    }
    for (name, value) in reply.headers {
        response = response.header(name, value);
    }
    response.body(Body::from(reply.body.to_string()))
}
