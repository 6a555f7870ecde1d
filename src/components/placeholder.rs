//! Stands in the place of an article that is still loading. `index.html` shows the same before the WASM is
//! there.

use leptos::prelude::*;

use super::{IntoErased, use_i18n};

const LINES: [&str; 9] = ["breadcrumbs", "title", "byline", "text", "text", "text", "text", "text", "text"];

/// Grey lines where the text will be.
#[component]
pub fn Placeholder() -> impl IntoView {
    let label = use_i18n().messages().loading;
    let lines = LINES.map(|line| view! { <div class="td-placeholder__line" data-part=line></div> });
    view! { <div class="td-placeholder" role="status" aria-label=label>{lines.into_iter().collect_view()}</div> }
        .into_erased()
}
