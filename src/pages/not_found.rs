//! The page for an address at which nothing is published, and for a page that could not be loaded.

use leptos::{either::Either, prelude::*};

use super::head::set_failed_head;
use crate::{
    components::{ErrorView, use_i18n},
    error::Error,
};

/// The page of an address at which nothing is published.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    view! { <Failure error=Error::NotFound/> }
}

/// A page that could not be loaded, with a title that says so.
#[component]
pub fn Failure(
    /// What went wrong.
    error: Error,
    /// Fetches again.
    #[prop(into, optional)]
    retry: Option<Callback<()>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let title = i18n.error(&error).title;
    set_failed_head(title, &error);
    match retry {
        Some(retry) => Either::Left(view! { <ErrorView error retry/> }),
        None => Either::Right(view! { <ErrorView error/> }),
    }
}
