//! `/sandbox/faults`: faults for every request, until cleared.

use std::sync::Arc;

use axum::{extract::State, http::StatusCode};

use crate::{faults::Faults, site::Site};

/// GET: what stands.
pub async fn show(State(site): State<Arc<Site>>) -> String {
    format!("{}\n", site.standing_faults())
}

/// PUT: sets what stands, or says what is not understood.
pub async fn set(State(site): State<Arc<Site>>, faults: String) -> (StatusCode, String) {
    match faults.parse() {
        Ok(faults) => {
            site.set_faults(faults);
            (StatusCode::OK, format!("{faults}\n"))
        }
        Err(unknown) => (StatusCode::BAD_REQUEST, format!("{unknown}\n")),
    }
}

/// DELETE: nothing stands.
pub async fn clear(State(site): State<Arc<Site>>) -> StatusCode {
    site.set_faults(Faults::default());
    StatusCode::NO_CONTENT
}
