//! `wp_die`: the error page of WordPress outside of its REST API. The response has no CORS headers.

use axum::{
    body::Body,
    http::{HeaderMap, Response, StatusCode, header},
    response::IntoResponse,
};
use serde_json::json;

/// An error page, or JSON for a client that accepts it. The message is HTML.
#[must_use]
pub fn wp_die(status: StatusCode, message: &str, as_json: bool) -> Response<Body> {
    error_page(status, "wp_die", message, as_json)
}

/// An error page with another code than `wp_die`.
#[must_use]
pub fn error_page(status: StatusCode, code: &str, message: &str, as_json: bool) -> Response<Body> {
    if as_json {
        let body = json!({
            "code": code, "message": message, "data": { "status": status.as_u16() }, "additional_errors": [],
        });
        return (status, [(header::CONTENT_TYPE, "application/json; charset=UTF-8")], body.to_string())
            .into_response();
    }
    let title = "WordPress &rsaquo; Error";
    html(status, format!("<!doctype html>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n{message}\n"))
}

/// The response to an error of the sandbox itself.
#[must_use]
pub fn internal_error(error: &dyn std::error::Error) -> Response<Body> {
    let message = format!("<p>{}</p>", html_escape::encode_text(&error.to_string()));
    wp_die(StatusCode::INTERNAL_SERVER_ERROR, &message, false)
}

/// Whether the client accepts error pages as JSON.
#[must_use]
pub fn accepts_json(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    accept.is_some_and(|accept| accept.contains("application/json") || accept.contains("+json"))
}

/// A page of HTML.
#[must_use]
pub fn html(status: StatusCode, body: String) -> Response<Body> {
    (status, [(header::CONTENT_TYPE, "text/html; charset=UTF-8")], body).into_response()
}
