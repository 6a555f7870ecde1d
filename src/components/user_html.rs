//! HTML that somebody else wrote, sanitised: the body of an article, a comment.

use leptos::{prelude::*, web_sys::Element};

use super::IntoErased;
use crate::{browser, model::Html};

/// Sanitised HTML in a `<div>` whose text decides its direction.
#[component]
pub fn UserHtml(
    /// The HTML.
    html: Html,
    /// Classes of the `<div>`.
    class: &'static str,
    /// Its name for `::part()`.
    #[prop(optional)]
    part: Option<&'static str>,
) -> impl IntoView {
    // Natively the HTML is rendered as a string; in the browser `show` sanitises it into the element itself.
    let sanitised = browser::sanitised(&html);
    let show = |element: Element, html: Html| browser::show_html(&element, &html);
    view! { <div class=class part=part dir="auto" use:show=html inner_html=sanitised></div> }.into_erased()
}
