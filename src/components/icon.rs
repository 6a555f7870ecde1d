//! Icons: drawings beside text, never instead of it.

use leptos::prelude::*;

use super::IntoErased;

/// An outline on a grid of 24, in the colour of the text.
#[component]
pub fn Icon(
    /// The path of the drawing.
    path: &'static str,
) -> impl IntoView {
    view! {
        <svg class="td-icon" aria-hidden="true" viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">
            <path d=path></path>
        </svg>
    }
    .into_erased()
}

/// Three connected dots: share.
pub const SHARE: &str = "M18 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM6 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM18 21.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM8.2 10.8l7.6-4.5M8.2 13.2l7.6 4.5";
/// Two sheets: copy.
pub const COPY: &str =
    "M9 9h10a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1ZM4 15V4a1 1 0 0 1 1-1h11";
