//! HTTP: which address goes where, the headers that every REST answer has, and faults on the way.

mod control;
mod fault_layer;
mod read;
mod rest;
mod uploads;

use std::{net::SocketAddr, sync::Arc};

use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    http::{Response, StatusCode},
    middleware,
    routing::{any, get},
};
use tokio::net::TcpListener;

use crate::{form, page, params::Params, request::Base, site::Site};

/// The whole site as a service.
pub fn router(site: Arc<Site>) -> Router {
    Router::new()
        .route("/wp-json", any(rest::pretty))
        .route("/wp-json/{*route}", any(rest::pretty))
        .route("/wp-json/", any(rest::pretty))
        .route("/index.php/wp-json", any(rest::pretty))
        .route("/index.php/wp-json/{*route}", any(rest::pretty))
        .route("/index.php/wp-json/", any(rest::pretty))
        .route("/wp-comments-post.php", any(comment_form))
        .route("/wp-content/uploads/{*file}", get(uploads::file))
        .fallback(elsewhere)
        .layer(middleware::from_fn_with_state(site.clone(), fault_layer::apply))
        // Faults must not keep anyone from lifting them.
        .route("/sandbox/faults", get(control::show).put(control::set).delete(control::clear))
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
    let (request, headers) = match read::request(request, String::new()).await {
        Ok(read) => read,
        Err(refusal) => return refusal,
    };
    read::away(move || form::answer(&site, &request, &headers)).await
}

/// `/?rest_route=/wp/v2/posts`, or a page of the site.
async fn elsewhere(State(site): State<Arc<Site>>, request: Request) -> Response<Body> {
    let query = Params::urlencoded(request.uri().query().unwrap_or_default().as_bytes());
    if let Some(route) = query.text("rest_route") {
        return rest::answer(site, request, route).await;
    }
    let (base, path) = (Base::of(request.headers()), request.uri().path().to_owned());
    read::away(move || {
        page::answer(&site, &base, &path).unwrap_or_else(|error| {
            let message = format!("<p>{}</p>", page::escaped(&error.to_string()));
            page::death(StatusCode::INTERNAL_SERVER_ERROR, &message, false)
        })
    })
    .await
}
