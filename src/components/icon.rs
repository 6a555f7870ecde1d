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
/// A letter that leans: emphasis.
pub const EMPHASIS: &str = "M10 5h8M6 19h8M14 5l-4 14";
/// Two links of a chain.
pub const LINK: &str = "M10 14a4 4 0 0 0 5.7 0l3.6-3.6a4 4 0 0 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0l-3.6 3.6a4 4 0 0 0 5.7 5.7L12 17.7";
/// Lines beside a bar: quotation.
pub const QUOTATION: &str = "M5 5v14M10 7h9M10 12h9M10 17h6";
/// Angle brackets: code.
pub const CODE: &str = "M8 7l-5 5 5 5M16 7l5 5-5 5";
