//! The site's name above every page: a link home.

use leptos::prelude::*;

use super::{IntoErased, use_base};
use crate::model::Permalink;

/// The site's name.
#[component]
pub fn SiteHeader(
    /// Plain text; `None` until it is known.
    #[prop(into)]
    name: Signal<Option<String>>,
) -> impl IntoView {
    let home = Permalink::home().href(&use_base());
    let link = move || {
        let name = name.get()?;
        Some(view! { <a href=home.clone()><bdi>{name}</bdi></a> })
    };
    view! {
        <header class="td-site-header">
            <p class="td-site-header__name">{link}</p>
        </header>
    }
    .into_erased()
}
