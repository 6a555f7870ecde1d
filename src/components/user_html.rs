//! HTML that somebody else wrote, sanitised: the body of an article, a comment.

use leptos::{prelude::*, web_sys::Element};

use super::{IntoErased, use_text_links};
use crate::{browser, model::Html, text::Direction};

/// Sanitised HTML in a `<div>`. The text decides the direction of the whole and of each block in it.
#[component]
pub fn UserHtml(
    /// The HTML.
    html: Html,
    /// The direction of what is around it.
    around: Direction,
    /// Classes of the `<div>`.
    class: &'static str,
    /// Its name for `::part()`.
    #[prop(optional)]
    part: Option<&'static str>,
) -> impl IntoView {
    // Natively the HTML is rendered as a string; in the browser `show` sanitises it into the element itself.
    let sanitised = browser::sanitised(&html);
    let dir = browser::html_direction(&html, around).map(Direction::as_str);
    let links = use_text_links();
    let show = move |element: Element, html: Html| {
        browser::show_html(&element, &html, links.clone(), around);
    };
    view! { <div class=class part=part dir=dir use:show=html inner_html=sanitised></div> }.into_erased()
}
