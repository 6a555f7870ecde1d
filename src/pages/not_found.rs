//! No such page.

use leptos::prelude::*;

use super::head::set_failed_head;
use crate::{
    components::{ErrorView, Piece, piece, use_i18n},
    error::Error,
};

/// The page of an address at which nothing stands.
#[component]
pub fn NotFoundPage() -> Piece {
    piece(view! { <Failure error=Error::NotFound/> })
}

/// A page that could not be read, with a title that says so.
#[component]
pub fn Failure(
    /// What went wrong.
    error: Error,
    /// Asks again.
    #[prop(into, optional)]
    retry: Option<Callback<()>>,
) -> Piece {
    let i18n = use_i18n();
    let title = i18n.error(&error).title;
    set_failed_head(title, &error);
    match retry {
        Some(retry) => piece(view! { <ErrorView error retry/> }),
        None => piece(view! { <ErrorView error/> }),
    }
}
