//! The whole application: contexts, router, frame.

use std::sync::Arc;

use leptos::{either::Either, ev, prelude::*};

use crate::{
    api::Transport,
    browser,
    components::{ErrorView, SiteHeader, provide_reader, use_i18n},
    config::Config,
    error::Error,
    i18n::I18n,
    pages::{CurrentPage, MAIN},
    reactive::live,
    state::Blog,
};

/// The application, or what is wrong with its settings.
#[component]
pub fn App(
    /// The settings as they were read.
    config: Result<Config, Error>,
    /// The way to the site.
    transport: Arc<dyn Transport>,
) -> impl IntoView {
    match config {
        Ok(config) => Either::Left(view! { <BlogApp config transport/> }),
        Err(error) => {
            provide_reader(I18n::default(), "");
            Either::Right(view! { <main class="td-main" id=MAIN><ErrorView error/></main> })
        }
    }
}

#[component]
fn BlogApp(config: Config, transport: Arc<dyn Transport>) -> impl IntoView {
    provide_reader(config.i18n, &config.base);
    let location = browser::location(&config.base);
    let blog = Blog::provide(config, transport);
    let words = use_i18n().words();
    // A site that does not tell its name still has a front page.
    let name = live(move || {
        let site = blog.site.answer()?;
        let name = site.map(|site| site.name).unwrap_or_default();
        Some(if name.is_empty() { words.home.to_owned() } else { name })
    });
    let skip = words.skip_to_content;
    view! {
        <a class="td-skip" href=format!("#{MAIN}") on:click=skip_to_main>{skip}</a>
        <SiteHeader name/>
        <main class="td-main" id=MAIN tabindex="-1"><CurrentPage location/></main>
    }
}

/// The router would take the link for a place to scroll to, and leave the focus behind.
fn skip_to_main(event: ev::MouseEvent) {
    event.prevent_default();
    browser::focus(MAIN);
}
