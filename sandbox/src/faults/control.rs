//! `/sandbox/faults`: the faults of all requests.

use std::sync::Arc;

use axum::{extract::State, http::StatusCode};

use super::Faults;
use crate::site::Site;

/// GET: the faults of all requests now.
pub async fn get(State(site): State<Arc<Site>>) -> String {
    format!("{}\n", site.faults())
}

/// PUT: sets them.
pub async fn put(State(site): State<Arc<Site>>, faults: String) -> (StatusCode, String) {
    match faults.parse() {
        Ok(faults) => {
            site.set_faults(faults);
            (StatusCode::OK, format!("{faults}\n"))
        }
        Err(unknown) => (StatusCode::BAD_REQUEST, format!("{unknown}\n")),
    }
}

/// DELETE: clears them.
pub async fn delete(State(site): State<Arc<Site>>) -> StatusCode {
    site.set_faults(Faults::default());
    StatusCode::NO_CONTENT
}
