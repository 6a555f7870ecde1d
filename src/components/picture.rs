//! The picture above an article.

use leptos::prelude::*;

use super::{Piece, piece};
use crate::model;

/// A figure that has its room before it has its picture.
#[component]
pub fn Picture(
    /// What to show.
    picture: model::Picture,
) -> Piece {
    let model::Picture { source, width, height, alternative, caption, sizes } = picture;
    let srcset =
        sizes.iter().map(|size| format!("{} {}w", size.source, size.width)).collect::<Vec<_>>().join(", ");
    let srcset = (!srcset.is_empty()).then_some(srcset);
    let sizes = srcset.is_some().then_some("(min-width: 44rem) 44rem, 100vw");
    let caption = (!caption.is_empty())
        .then(|| view! { <figcaption class="td-figure__caption" dir="auto">{caption}</figcaption> });
    piece(view! {
        <figure class="td-figure">
            <img class="td-figure__image" srcset=srcset sizes=sizes src=source width=width.to_string() height=height.to_string() alt=alternative fetchpriority="high" decoding="async"/>
            {caption}
        </figure>
    })
}
