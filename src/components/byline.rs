//! Who wrote an article, and when.

use leptos::{either::Either, prelude::*};

use super::{Piece, piece, use_i18n};
use crate::{
    i18n::BylinePart,
    model::{Author, Moment},
};

/// `كتبه {author} في {time}`, in the word order of the reader's language.
#[component]
pub fn Byline(
    /// Who wrote it; without one the sentence is another.
    author: Option<Author>,
    /// When it was published.
    published: Moment,
) -> Piece {
    let parts = use_i18n().byline(author.is_some());
    let name = author.map(|author| author.name).unwrap_or_default();
    let parts = parts.iter().map(|part| match part {
        BylinePart::Text(text) => Either::Left(*text),
        BylinePart::Author => {
            Either::Right(piece(view! { <bdi class="td-byline__author">{name.clone()}</bdi> }))
        }
        BylinePart::Time => {
            Either::Right(piece(view! { <DateTime class="td-byline__time" moment=published/> }))
        }
    });
    piece(view! { <p class="td-byline" part="byline">{parts.collect_view()}</p> })
}

/// A date and time on the site's clock.
#[component]
pub fn DateTime(
    /// When.
    moment: Moment,
    /// Class of the element.
    class: &'static str,
) -> Piece {
    let written = use_i18n().date_time(&moment);
    piece(view! { <time class=class datetime=moment.iso()>{written}</time> })
}
