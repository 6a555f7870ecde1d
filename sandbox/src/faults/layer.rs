//! Applies faults: waits, responds in place of the site, or damages the response of the site.

use std::{sync::Arc, time::Duration};

use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderValue, Response, StatusCode, header},
    middleware::Next,
    response::IntoResponse,
};

use super::{BodyFault, Faults};
use crate::{
    site::Site,
    wp_die::{accepts_json, error_page, wp_die},
};

/// Names the faults of one request.
const FAULT_HEADER: &str = "x-sandbox-fault";

/// Applies the faults of the request, and those faults of all requests that the request does not set.
pub async fn apply(State(site): State<Arc<Site>>, mut request: Request, next: Next) -> Response<Body> {
    let own = match own_faults(&request) {
        Ok(faults) => faults,
        Err(message) => return (StatusCode::BAD_REQUEST, message).into_response(),
    };
    let faults = own.or(site.faults());
    if let Some(delay) = faults.delay_ms {
        tokio::time::sleep(Duration::from_millis(delay)).await;
    }
    let as_json = accepts_json(request.headers());
    let response = match faults.status.and_then(|status| StatusCode::from_u16(status).ok()) {
        Some(status) => failure(status, as_json),
        None => {
            request.extensions_mut().insert(faults);
            next.run(request).await
        }
    };
    match faults.body {
        Some(fault) => damaged(response, fault).await,
        None => response,
    }
}

fn own_faults(request: &Request) -> Result<Faults, String> {
    let Some(faults) = request.headers().get(FAULT_HEADER) else { return Ok(Faults::default()) };
    let faults = faults.to_str().map_err(|error| format!("{FAULT_HEADER}: {error}\n"))?;
    faults.parse().map_err(|unknown| format!("{FAULT_HEADER}: {unknown}\n"))
}

/// The response of WordPress when it fails outside of its REST API. It has no CORS headers, so a page of another origin
/// sees a network failure.
fn failure(status: StatusCode, as_json: bool) -> Response<Body> {
    match status {
        StatusCode::SERVICE_UNAVAILABLE => {
            let mut response = wp_die(status, "<p>Briefly unavailable for maintenance.</p>", as_json);
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("600"));
            response
        }
        StatusCode::INTERNAL_SERVER_ERROR => {
            let message = "<p>There has been a critical error on this website.</p>";
            error_page(status, "internal_server_error", message, as_json)
        }
        _ => wp_die(status, "<p>This response is a fault on request.</p>", as_json),
    }
}

/// The response with a damaged body. Status and other headers stay.
async fn damaged(response: Response<Body>, fault: BodyFault) -> Response<Body> {
    let (mut parts, body) = response.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    let body = match fault {
        BodyFault::Empty => Body::empty(),
        BodyFault::Html => {
            parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=UTF-8"));
            Body::from("<!doctype html>\n<title>A login page</title>\n<p>This is a page, not JSON.</p>\n")
        }
        BodyFault::Truncated => match to_bytes(body, usize::MAX).await {
            Ok(whole) => Body::from(whole.slice(..whole.len() / 2)),
            Err(_) => Body::empty(),
        },
    };
    Response::from_parts(parts, body)
}
