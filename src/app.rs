//! The whole application: contexts, frame, the page at the address.

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
            let id = browser::use_root().id(MAIN);
            Either::Right(view! { <main class="td-main" id=id><ErrorView error/></main> })
        }
    }
}

#[component]
fn BlogApp(config: Config, transport: Arc<dyn Transport>) -> impl IntoView {
    provide_reader(config.i18n, &config.base);
    let root = browser::use_root();
    let location = browser::location(root, &config.base);
    let blog = Blog::provide(config, transport);
    let words = use_i18n().words();
    // A site that does not tell its name still has a front page.
    let name = live(move || {
        let site = blog.site.answer()?;
        let name = site.map(|site| site.name).unwrap_or_default();
        Some(if name.is_empty() { words.home.to_owned() } else { name })
    });
    let skip = words.skip_to_content;
    // A link within a page would leave the focus behind, and finds nothing within a shadow root.
    let skip_to_main = move |event: ev::MouseEvent| {
        event.prevent_default();
        root.focus(MAIN);
    };
    view! {
        <a class="td-skip" href=format!("#{}", root.id(MAIN)) on:click:capture=skip_to_main>{skip}</a>
        <SiteHeader name/>
        <main class="td-main" id=root.id(MAIN) tabindex="-1"><CurrentPage location/></main>
    }
}
