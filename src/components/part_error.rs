//! What an element says in its own place when it cannot show what it is for.

use leptos::prelude::*;

use super::{IntoErased, use_i18n};
use crate::error::Error;

/// One sentence, and a way to try again where that may help. The page around it is not the element's: there is no heading,
/// and no way to another page.
#[component]
pub fn PartError(
    /// What went wrong.
    error: Error,
    /// Fetches again; offered only for errors that may pass.
    #[prop(into, optional_no_strip)]
    retry: Option<Callback<()>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let retry = retry.filter(|_| error.is_retryable()).map(|retry| {
        view! {
            <button class="td-button" type="button" on:click=move |_| retry.run(())>{i18n.messages().retry}</button>
        }
    });
    // Only whoever runs the page can correct a setting.
    let detail = matches!(error, Error::Setting { .. }).then(|| {
        view! { <p class="td-error__detail" dir="ltr"><code>{error.to_string()}</code></p> }
    });
    view! {
        <div class="td-error" part="error" role="alert" data-error=error.key() data-part="">
            <p class="td-error__text">{i18n.part_error(&error)}</p>
            {retry}
            {detail}
        </div>
    }
    .into_erased()
}
