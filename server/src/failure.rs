//! Pages that say, in the reader's language, what is wrong.

use axum::http::{StatusCode, header::InvalidHeaderValue};
use leptos::prelude::*;
use tadwina::{
    components::{ErrorView, SiteHeader, provide_reader},
    error::Error,
};

use crate::{
    document::{Document, Keeping, RETRY_AFTER_S},
    head::Head,
    render::{with_owner, without_markers},
    settings::Setup,
};

/// The page about `error`. `site` is the name of the blog, if it is known; `retry` the address to try again.
///
/// # Errors
/// As [`Document::new`].
pub fn document(
    error: &Error,
    site: Option<String>,
    retry: Option<&str>,
    setup: &Setup,
) -> Result<Document, InvalidHeaderValue> {
    let i18n = setup.config.i18n;
    let retry = retry.filter(|_| error.is_retryable());
    let title = i18n.document_title(i18n.error(error).title, site.as_deref().unwrap_or_default());
    // Without a script the browser asks again by itself.
    let head = Head::of_failure(title, retry.map(|_| RETRY_AFTER_S));
    let html = page(error.clone(), site, retry.map(str::to_owned), setup);
    Document::new(status(error), &head, &html, Keeping::Never, setup)
}

/// Whether `error` says that the site does not work. Where it only keeps its API to itself, its own pages are there.
pub const fn is_broken(error: &Error) -> bool {
    matches!(
        error,
        Error::Unreachable { .. } | Error::Server { .. } | Error::NotJson { .. } | Error::Shape { .. }
    )
}

/// The status of a page that cannot be shown because of `error`.
pub const fn status(error: &Error) -> StatusCode {
    match error {
        Error::NotFound | Error::NotHere => StatusCode::NOT_FOUND,
        Error::Server { .. } => StatusCode::SERVICE_UNAVAILABLE,
        Error::Forbidden { .. } => StatusCode::FORBIDDEN,
        Error::Setting { .. } => StatusCode::INTERNAL_SERVER_ERROR,
        Error::Unreachable { .. }
        | Error::Blocked { .. }
        | Error::Refused { .. }
        | Error::NotJson { .. }
        | Error::Shape { .. } => StatusCode::BAD_GATEWAY,
    }
}

fn page(error: Error, site: Option<String>, retry: Option<String>, setup: &Setup) -> String {
    let i18n = setup.config.i18n;
    with_owner(|| {
        provide_reader(i18n, &setup.folder);
        let name = site.filter(|name| !name.is_empty()).unwrap_or_else(|| i18n.messages().home.to_owned());
        let page = view! {
            <SiteHeader name=Signal::stored(Some(name))/>
            <main class="td-main">
                <div class="td-page"><ErrorView error retry_url=retry alert=false/></div>
            </main>
        };
        without_markers(&page.into_view().to_html())
    })
}
