//! Who wrote an article, and when.

use leptos::prelude::*;

use super::{IntoErased, use_i18n};
use crate::{
    i18n::Segment,
    model::{Author, Moment},
};

/// `كتبه {author} في {time}`, in the word order of the reader's language.
#[component]
pub fn Byline(
    /// Who wrote it; without an author the sentence is a different one.
    author: Option<Author>,
    /// When it was published; without a time the sentence is a different one.
    published: Option<Moment>,
) -> impl IntoView {
    let segments = use_i18n().byline(author.is_some(), published.is_some());
    let name = author.map(|author| author.name).unwrap_or_default();
    let segments = segments.iter().map(|segment| match segment {
        Segment::Text(text) => text.into_erased(),
        Segment::Author => view! { <bdi class="td-byline__author">{name.clone()}</bdi> }.into_erased(),
        Segment::Time => {
            published.map(|moment| view! { <DateTime class="td-byline__time" moment/> }).into_erased()
        }
    });
    view! { <p class="td-byline" part="byline">{segments.collect_view()}</p> }.into_erased()
}

/// A date and time on the site's clock.
#[component]
pub fn DateTime(
    /// When.
    moment: Moment,
    /// Class of the element.
    class: &'static str,
) -> impl IntoView {
    let text = use_i18n().date_time(&moment);
    view! { <time class=class datetime=moment.iso()>{text}</time> }.into_erased()
}
