//! The REST API over HTTP, with WordPress's CORS headers.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::Request,
    http::{HeaderMap, Response, header},
};

use super::read;
use crate::{
    request::SiteUrl,
    rest::{self, response::RestResponse},
    site::Site,
    wp_die::internal_error,
};

/// The response of a route.
pub async fn respond(site: Arc<Site>, request: Request, route: String) -> Response<Body> {
    let (request, headers) = match read::request(request, route).await {
        Ok(read) => read,
        Err(response) => return response,
    };
    read::blocking(move || {
        http(rest::respond(&site, &request), &headers).unwrap_or_else(|error| internal_error(&error))
    })
    .await
}

/// Adds the headers that all responses have.
///
/// # Errors
/// A value is not a valid header, because the address of the site has forbidden characters.
fn http(response: RestResponse, requested: &HeaderMap) -> Result<Response<Body>, axum::http::Error> {
    let mut http = Response::builder()
        .status(response.status)
        .header(header::CONTENT_TYPE, "application/json; charset=UTF-8")
        .header(header::ACCESS_CONTROL_EXPOSE_HEADERS, "X-WP-Total, X-WP-TotalPages, Link")
        .header(
            header::ACCESS_CONTROL_ALLOW_HEADERS,
            "Authorization, X-WP-Nonce, Content-Disposition, Content-MD5, Content-Type",
        )
        .header(header::VARY, "Origin");
    if let Some(origin) = requested.get(header::ORIGIN) {
        http = http
            .header(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin)
            .header(header::ACCESS_CONTROL_ALLOW_METHODS, "OPTIONS, GET, POST, PUT, PATCH, DELETE")
            .header(header::ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
    }
    // A list with another page has a `Link` of its own.
    if !response.headers.iter().any(|(name, _)| *name == "Link") {
        let api = SiteUrl::from_headers(requested).rest_url("/");
        http = http.header(header::LINK, format!("<{api}>; rel=\"https://api.w.org/\""));
    }
    for (name, value) in response.headers {
        http = http.header(name, value);
    }
    http.body(Body::from(response.body.to_string()))
}
