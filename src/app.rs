//! The whole application: contexts, frame, and the page at the current address.

use std::sync::Arc;

use leptos::{either::Either, ev, prelude::*};

use crate::{
    browser,
    components::{ErrorView, SiteHeader, provide_reader, use_i18n},
    config::Config,
    error::Error,
    http::Transport,
    i18n::I18n,
    pages::{CurrentPage, MAIN},
    state::Blog,
};

/// The application, or what is wrong with its settings.
#[component]
pub fn App(
    /// The settings as they were read.
    config: Result<Config, Error>,
    /// The language in which an error in the settings is told.
    language: I18n,
    /// How the site is reached.
    transport: Arc<dyn Transport>,
) -> impl IntoView {
    match config {
        Ok(config) => Either::Left(view! { <BlogApp config transport/> }),
        Err(error) => {
            provide_reader(language, "");
            let id = browser::use_host().id(MAIN);
            Either::Right(view! { <main class="td-main" id=id><ErrorView error/></main> })
        }
    }
}

#[component]
fn BlogApp(config: Config, transport: Arc<dyn Transport>) -> impl IntoView {
    provide_reader(config.i18n, &config.base);
    let host = browser::use_host();
    let location = browser::location(host, &config.base);
    let blog = Blog::provide(config, transport);
    let messages = use_i18n().messages();
    // A site whose name is empty or cannot be read still has a link home.
    let name = Signal::derive(move || {
        let site = blog.site.result()?;
        let name = site.map(|site| site.name).unwrap_or_default();
        Some(if name.is_empty() { messages.home.to_owned() } else { name })
    });
    // The browser's own jump would not move the focus, and finds nothing within a shadow root.
    let skip_to_main = move |event: ev::MouseEvent| {
        event.prevent_default();
        host.focus(MAIN);
    };
    view! {
        <a class="td-skip" href=format!("#{}", host.id(MAIN)) on:click=skip_to_main>{messages.skip_to_content}</a>
        <SiteHeader name/>
        <main class="td-main" id=host.id(MAIN) tabindex="-1"><CurrentPage location/></main>
    }
}
