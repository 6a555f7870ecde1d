//! The HTTP server: which address goes to which module.

mod avatars;
mod read;
mod rest;
mod uploads;

use std::{net::SocketAddr, sync::Arc};

use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    http::{Response, Uri},
    middleware,
    routing::{any, get},
};
use tokio::net::TcpListener;

use crate::{faults, form, params::Params, request::SiteUrl, site::Site, theme, wp_die::internal_error};

/// The whole site as a service.
pub fn router(site: Arc<Site>) -> Router {
    Router::new()
        .route("/wp-comments-post.php", any(comment_form))
        .route("/wp-content/uploads/{*file}", get(uploads::get))
        .route("/wp-content/uploads/avatars/{digest}", get(avatars::get))
        .fallback(rest_or_page)
        .layer(middleware::from_fn_with_state(site.clone(), faults::layer::apply))
        // Added after the layer, so that no fault prevents a client from clearing the faults.
        .route(
            "/sandbox/faults",
            get(faults::control::get).put(faults::control::put).delete(faults::control::delete),
        )
        .with_state(site)
}

/// Serves until the listener fails.
///
/// # Errors
/// The listener fails.
pub async fn serve(site: Arc<Site>, listener: TcpListener) -> std::io::Result<()> {
    let service = router(site).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).await
}

async fn comment_form(State(site): State<Arc<Site>>, request: Request) -> Response<Body> {
    match read::request(request, String::new()).await {
        Ok((request, headers)) => read::blocking(move || form::respond(&site, &request, &headers)).await,
        Err(response) => response,
    }
}

/// The REST API, or a page of the site.
async fn rest_or_page(State(site): State<Arc<Site>>, request: Request) -> Response<Body> {
    if let Some(route) = rest_route(request.uri()) {
        return rest::respond(site, request, route).await;
    }
    let (parts, _) = request.into_parts();
    let site_url = SiteUrl::from_headers(&parts.headers);
    read::blocking(move || {
        theme::respond(&site, &site_url, &parts.method, &parts.uri)
            .unwrap_or_else(|error| internal_error(&error))
    })
    .await
}

/// The route in `/wp-json/…`, `/index.php/wp-json/…` or `/?rest_route=/…`.
fn rest_route(uri: &Uri) -> Option<String> {
    let path = uri.path().strip_prefix("/index.php").unwrap_or(uri.path());
    match path.strip_prefix("/wp-json") {
        Some(route) if route.is_empty() || route.starts_with('/') => Some(route.to_owned()),
        _ => Params::from_urlencoded(uri.query().unwrap_or_default().as_bytes()).text("rest_route"),
    }
}
