//! Makes faults happen: waits, answers in the site's place, or spoils what the site answered.

use std::sync::Arc;

use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderValue, Response, StatusCode, header},
    middleware::Next,
    response::IntoResponse,
};
use serde_json::json;

use crate::{
    faults::{BadBody, Faults},
    page::{self, accepts_json},
    site::Site,
};

/// The header of one request's own faults.
const HEADER: &str = "x-sandbox-fault";

/// Applies the request's faults and, where it says nothing, those that stand for all.
pub async fn apply(State(site): State<Arc<Site>>, mut request: Request, next: Next) -> Response<Body> {
    let own = match asked(&request) {
        Ok(faults) => faults,
        Err(message) => return (StatusCode::BAD_REQUEST, message).into_response(),
    };
    let faults = own.or(site.standing_faults());
    if let Some(delay) = faults.wait() {
        tokio::time::sleep(delay).await;
    }
    let json_accepted = accepts_json(request.headers());
    let answer = match faults.status.and_then(|status| StatusCode::from_u16(status).ok()) {
        Some(status) => instead(status, json_accepted),
        None => {
            request.extensions_mut().insert(faults);
            next.run(request).await
        }
    };
    match faults.body {
        Some(bad) => spoilt(answer, bad).await,
        None => answer,
    }
}

fn asked(request: &Request) -> Result<Faults, String> {
    let Some(line) = request.headers().get(HEADER) else { return Ok(Faults::default()) };
    let line = line.to_str().map_err(|error| format!("{HEADER}: {error}\n"))?;
    line.parse().map_err(|unknown| format!("{HEADER}: {unknown}\n"))
}

/// As WordPress fails outside of its REST API: HTML unless JSON is accepted, without CORS headers, so that another
/// origin sees a network failure.
fn instead(status: StatusCode, json_accepted: bool) -> Response<Body> {
    let message = match status {
        StatusCode::SERVICE_UNAVAILABLE => "<p>Briefly unavailable for maintenance.</p>",
        StatusCode::INTERNAL_SERVER_ERROR => "<p>There has been a critical error on this website.</p>",
        _ => "<p>A fault was asked for.</p>",
    };
    let mut answer = if status == StatusCode::INTERNAL_SERVER_ERROR && json_accepted {
        let body = json!({
            "code": "internal_server_error", "message": message, "data": { "status": 500 }, "additional_errors": [],
        });
        (status, [(header::CONTENT_TYPE, "application/json; charset=UTF-8")], body.to_string())
            .into_response()
    } else {
        page::death(status, message, json_accepted)
    };
    if status == StatusCode::SERVICE_UNAVAILABLE {
        answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("600"));
    }
    answer
}

/// Status and headers stay; the body does not.
async fn spoilt(answer: Response<Body>, bad: BadBody) -> Response<Body> {
    let (mut parts, body) = answer.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    let body = match bad {
        BadBody::Empty => Body::empty(),
        BadBody::Html => {
            parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=UTF-8"));
            Body::from(
                "<!doctype html>\n<title>Not what you asked for</title>\n<p>This is a page, not JSON.</p>\n",
            )
        }
        BadBody::Truncated => match to_bytes(body, usize::MAX).await {
            Ok(whole) => Body::from(whole.slice(..whole.len() / 2)),
            Err(_) => Body::empty(),
        },
    };
    Response::from_parts(parts, body)
}
