//! The site's name above every page: a link home.

use leptos::prelude::*;

use super::use_base;
use crate::model::Permalink;

/// The site's name.
#[component]
pub fn SiteHeader(
    /// Plain text; `None` until it is known, or where the site has none.
    #[prop(into)]
    name: Signal<Option<String>>,
) -> impl IntoView {
    let home = Permalink::home().href(&use_base());
    view! {
        <header class="td-site-header">
            <p class="td-site-header__name"><a href=home><bdi>{name}</bdi></a></p>
        </header>
    }
}
