//! HTML that somebody else wrote, sanitised: the body of an article, a comment.

use leptos::{prelude::*, web_sys::Element};

use super::{Piece, piece};
use crate::{browser, model::Html};

/// Sanitised HTML in a `<div>` whose direction is that of its own text.
#[component]
pub fn UserHtml(
    /// What to show.
    html: Html,
    /// Classes of the `<div>`.
    class: &'static str,
    /// What `::part()` calls it.
    #[prop(optional)]
    part: Option<&'static str>,
) -> Piece {
    let sanitised = browser::sanitised(&html);
    let show = |element: Element, html: Html| browser::show_html(&element, &html);
    piece(view! { <div class=class part=part dir="auto" use:show=html inner_html=sanitised></div> })
}
