//! The site's name above every page: a link home.

use leptos::prelude::*;

use super::{Piece, piece, use_base};
use crate::model::Permalink;

/// The site's name.
#[component]
pub fn SiteHeader(
    /// Plain text; `None` until it is known, or where the site has none.
    #[prop(into)]
    name: Signal<Option<String>>,
) -> Piece {
    let home = Permalink::home().href(&use_base());
    piece(view! {
        <header class="td-site-header">
            <p class="td-site-header__name"><a href=home><bdi>{name}</bdi></a></p>
        </header>
    })
}
