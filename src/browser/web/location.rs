//! Where the reader is, and how links lead on without loading a page.

use leptos::prelude::*;
use leptos_router::location::{BrowserUrl, LocationProvider, Url};

use super::log_error;
use crate::reactive::effect;

/// The address of the page, followed through links below `base` and through the history.
///
/// leptos_router's location alone, without its table of routes: which page an address means is
/// [`crate::model::Address`]'s to say.
pub fn location(base: &str) -> ArcRwSignal<Url> {
    match BrowserUrl::new() {
        Ok(location) => {
            location.init((!base.is_empty()).then(|| base.to_owned().into()));
            let url = location.as_url().clone();
            let followed = url.clone();
            effect(move || {
                followed.track();
                // The page of the new address stands: now it may be written into the history.
                location.ready_to_complete();
            });
            url
        }
        Err(error) => {
            web_sys::console::error_1(&error);
            log_error("the browser does not tell its address");
            ArcRwSignal::default()
        }
    }
}
