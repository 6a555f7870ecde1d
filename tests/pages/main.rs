//! The whole application rendered natively over a site whose answers are ready at once.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "../support/html.rs"]
#[allow(dead_code, reason = "each of the tests uses a part of it")]
mod html;
#[path = "../support/site.rs"]
mod site;

mod article;
mod failures;
mod lists;
mod settings;
mod widgets;

use std::sync::Arc;

use leptos::prelude::*;
use tadwina::{app::App, browser::PageAddress, config::Config, error::Error, http::Transport};

use html::Html;
use site::{Arced, Site};

/// The settings of the tests' page: a site in a folder of another origin.
fn settings(name: &str) -> Option<String> {
    (name == "data-api").then(|| "https://example.org/blog/wp-json/".to_owned())
}

/// What a reader gets at `path` of the application with the settings of the tests.
fn page(site: Site, path: &str) -> Html {
    page_with(Config::read("data-", settings), &Arc::new(site), path)
}

fn page_with(config: Result<Config, Error>, site: &Arc<Site>, path: &str) -> Html {
    let transport: Arc<dyn Transport> = Arc::new(Arced(site.clone()));
    html::arabic(|| {
        provide_context(PageAddress(path.to_owned()));
        view! { <App config transport/> }
    })
}
