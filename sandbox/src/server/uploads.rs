//! `/wp-content/uploads/…`: the image files, which are compiled into the binary.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Path, State},
    http::{Response, StatusCode, header},
    response::IntoResponse,
};

use crate::site::Site;

/// The file at this path.
pub async fn get(State(site): State<Arc<Site>>, Path(path): Path<String>) -> Response<Body> {
    let kind = if path.ends_with(".webp") { "image/webp" } else { "image/png" };
    match site.uploads.and_then(|uploads| uploads.get_file(uploads.path().join(&path))) {
        Some(file) => ([(header::CONTENT_TYPE, kind)], file.contents()).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
