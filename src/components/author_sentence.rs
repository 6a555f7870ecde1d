//! A sentence with a reader's name in it.

use leptos::prelude::*;

use super::IntoErased;
use crate::i18n::Segment;

/// A sentence in which `author` stands apart: a name may be of the other direction.
#[component]
pub fn AuthorSentence(
    /// The sentence, with a place for the name.
    segments: Vec<Segment>,
    /// The name.
    author: String,
) -> impl IntoView {
    let segments = segments.into_iter().map(|segment| match segment {
        Segment::Author => view! { <bdi>{author.clone()}</bdi> }.into_erased(),
        Segment::Text(text) => text.into_erased(),
        Segment::Time => ().into_erased(),
    });
    segments.collect_view().into_erased()
}
