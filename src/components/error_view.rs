//! One view for every error that keeps a reader from reading.

use leptos::prelude::*;

use super::{IntoErased, use_base, use_i18n};
use crate::{error::Error, model::Permalink};

/// What went wrong, what the reader can do, and a link home. `data-error` names the kind of error.
#[component]
pub fn ErrorView(
    /// What went wrong.
    error: Error,
    /// Fetches again; offered only for errors that may pass.
    #[prop(into, optional_no_strip)]
    retry: Option<Callback<()>>,
    /// Where to try again without a script; stands in the place of `retry`.
    #[prop(into, optional_no_strip)]
    retry_url: Option<String>,
    /// The same address at the site itself, where that is another.
    #[prop(into, optional_no_strip)]
    site_url: Option<String>,
    /// Level of the heading: 1 for an error in place of a page, otherwise one below the heading above it.
    #[prop(default = 1)]
    level: u8,
    /// Whether screen readers say it when it comes.
    #[prop(default = true)]
    alert: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let messages = i18n.messages();
    let message = i18n.error(&error);
    let retry = retry.filter(|_| error.is_retryable()).map(|retry| {
        view! { <button class="td-button" type="button" on:click=move |_| retry.run(())>{messages.retry}</button> }
    });
    let retry_link = retry_url.map(|url| view! { <a class="td-button" href=url>{messages.retry}</a> });
    let at_site = site_url.map(|url| {
        view! { <a class="td-error__site" href=url rel="external">{messages.open_at_site}</a> }
    });
    // Not below an article that is shown, and not where every page has the same error.
    let home = (level == 1 && !matches!(error, Error::Setting { .. })).then(|| {
        view! { <a class="td-error__home" href=Permalink::home().href(&use_base())>{messages.home}</a> }
    });
    let detail = has_detail(&error).then(|| {
        view! { <p class="td-error__detail" dir="ltr"><code>{error.to_string()}</code></p> }
    });
    let title = match level {
        1 => view! { <h1 class="td-error__title">{message.title}</h1> }.into_erased(),
        2 => view! { <h2 class="td-error__title">{message.title}</h2> }.into_erased(),
        _ => view! { <h3 class="td-error__title">{message.title}</h3> }.into_erased(),
    };
    view! {
        <section class="td-error" part="error" role=alert.then_some("alert") data-error=error.key()>
            {title}
            <p class="td-error__text">{message.text}</p>
            <p class="td-error__ways">
                {retry}
                {retry_link}
                " "
                {at_site}
                " "
                {home}
            </p>
            {detail}
        </section>
    }
    .into_erased()
}

/// Whether only the people who run the site can fix the error, so that they need the technical detail.
const fn has_detail(error: &Error) -> bool {
    matches!(
        error,
        Error::Setting { .. } | Error::NotJson { .. } | Error::Shape { .. } | Error::Refused { .. }
    )
}
