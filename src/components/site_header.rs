//! The site's name above every page: a link home.

use leptos::prelude::*;

use super::{Piece, piece, use_base};
use crate::{
    model::Permalink,
    reactive::{Live, live},
};

/// The site's name.
#[component]
pub fn SiteHeader(
    /// Plain text; `None` until it is known.
    mut name: Live<Option<String>>,
) -> Piece {
    let home = Permalink::home().href(&use_base());
    let link = live(move || {
        let name = name()?;
        Some(piece(view! { <a href=home.clone()><bdi>{name}</bdi></a> }))
    });
    piece(view! {
        <header class="td-site-header">
            <p class="td-site-header__name">{link}</p>
        </header>
    })
}
