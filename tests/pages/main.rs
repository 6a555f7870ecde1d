//! Renders the whole application natively, with a site in memory.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "../support/html.rs"]
#[allow(dead_code, reason = "each test crate uses a part of it")]
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
use tadwina::{
    app::App,
    browser::PageAddress,
    config::{Config, Settings},
    http::Transport,
};

use html::Html;
use site::Site;

/// The settings of most tests: a site in a folder of another origin.
fn settings(name: &str) -> Option<String> {
    (name == "data-api").then(|| "https://example.org/blog/wp-json/".to_owned())
}

/// The application at `path`, with [`settings`].
fn page(site: Site, path: &str) -> Html {
    page_of(&Arc::new(site), path)
}

/// The same with a site that the test keeps.
fn page_of(site: &Arc<Site>, path: &str) -> Html {
    page_with(Settings { prefix: "data-", attribute: &settings }, site, path)
}

/// The application at `path`, with [`settings`] and one other setting.
fn page_with_setting(name: &str, value: &str, site: &Arc<Site>, path: &str) -> Html {
    let setting = |sought: &str| if sought == name { Some(value.to_owned()) } else { settings(sought) };
    page_with(Settings { prefix: "data-", attribute: &setting }, site, path)
}

fn page_with(settings: Settings<'_>, site: &Arc<Site>, path: &str) -> Html {
    let (config, language) = (Config::read(settings.prefix, settings.attribute), settings.language());
    let transport: Arc<dyn Transport> = site.clone();
    html::render_arabic(|| {
        provide_context(PageAddress(path.to_owned()));
        view! { <App config language transport/> }
    })
}
