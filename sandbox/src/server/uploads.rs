//! Image files, out of the program itself.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Path, State},
    http::{Response, StatusCode, header},
    response::IntoResponse,
};

use crate::site::Site;

/// `/wp-content/uploads/…`.
pub async fn file(State(site): State<Arc<Site>>, Path(path): Path<String>) -> Response<Body> {
    let found = site.uploads.and_then(|uploads| uploads.get_file(uploads.path().join(&path)));
    match found {
        Some(file) => ([(header::CONTENT_TYPE, kind(&path))], file.contents()).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("webp") => "image/webp",
        Some("avif") => "image/avif",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}
