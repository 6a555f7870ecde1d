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
    let retry = retry.filter(|_| error.is_retryable());
    // Without a script the browser asks again by itself.
    let refresh = retry.map(|_| RETRY_AFTER_S.to_string());
    built(error, site, Ways { retry: retry.map(str::to_owned), at_site: None, refresh }, setup)
}

/// The page of a static site at an address that only WordPress can answer, such as that of an article with a password. It leads
/// to `url`, the same address at WordPress.
///
/// # Errors
/// As [`Document::new`].
pub fn leading(site: Option<String>, url: String, setup: &Setup) -> Result<Document, InvalidHeaderValue> {
    let refresh = Some(["0;url=", &url].concat());
    built(&Error::NotHere, site, Ways { retry: None, at_site: Some(url), refresh }, setup)
}

/// Where one can go from the page about an error.
struct Ways {
    /// To the page itself, again.
    retry: Option<String>,
    /// To the same address at WordPress.
    at_site: Option<String>,
    /// Where the browser goes by itself, as [`Head::refresh`].
    refresh: Option<String>,
}

fn built(
    error: &Error,
    site: Option<String>,
    ways: Ways,
    setup: &Setup,
) -> Result<Document, InvalidHeaderValue> {
    let i18n = setup.config.i18n;
    let title = i18n.document_title(i18n.error(error).title, site.as_deref().unwrap_or_default());
    let head = Head::of_failure(title, ways.refresh);
    let html = page(error.clone(), site, (ways.retry, ways.at_site), setup);
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

fn page(
    error: Error,
    site: Option<String>,
    (retry, at_site): (Option<String>, Option<String>),
    setup: &Setup,
) -> String {
    let i18n = setup.config.i18n;
    with_owner(|| {
        provide_reader(i18n, &setup.folder);
        let name = site.filter(|name| !name.is_empty()).unwrap_or_else(|| i18n.messages().home.to_owned());
        let page = view! {
            <SiteHeader name=Signal::stored(Some(name))/>
            <main class="td-main">
                <div class="td-page"><ErrorView error retry_url=retry site_url=at_site alert=false/></div>
            </main>
        };
        without_markers(&page.into_view().to_html())
    })
}
