//! Icons: drawings beside words, never instead of them.

use leptos::prelude::*;

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
}

/// Three points, joined: share.
pub const SHARE: &str = "M18 8a3 3 0 1 0-2.8-4M6 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm12 7a3 3 0 1 0-2.8-4M8.6 10.5l6.8-4M8.6 13.5l6.8 4M18 8a3 3 0 0 1-2.6-1.5M15.4 17.5A3 3 0 0 1 18 16a3 3 0 0 1 0 6";
/// Two sheets: copy.
pub const COPY: &str = "M9 9h10a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1ZM4 15V4a1 1 0 0 1 1-1h11";
