//! The place of an article that is still on its way. `index.html` shows the same before the WASM is here.

use leptos::prelude::*;

use super::{Piece, piece, use_i18n};

const PARTS: [&str; 9] = ["breadcrumbs", "title", "byline", "text", "text", "text", "text", "text", "text"];

/// Grey lines where the text will be.
#[component]
pub fn Placeholder() -> Piece {
    let label = use_i18n().words().loading;
    let lines = PARTS.map(|part| view! { <div class="td-placeholder__line" data-part=part></div> });
    piece(
        view! { <div class="td-placeholder" role="status" aria-label=label>{lines.into_iter().collect_view()}</div> },
    )
}
