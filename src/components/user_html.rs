//! HTML that somebody else wrote, sanitised: the body of an article, a comment.

use leptos::{html, prelude::*};

use super::{Piece, piece};
use crate::{browser, model::Html, reactive::effect};

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
    let element = NodeRef::<html::Div>::new();
    let sanitised = browser::sanitised(&html);
    effect(move || {
        if let Some(element) = element.get() {
            browser::show_html(&element, &html);
        }
    });
    piece(view! { <div class=class part=part dir="auto" node_ref=element inner_html=sanitised></div> })
}
