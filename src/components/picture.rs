//! The picture above an article.

use leptos::prelude::*;

use super::{IntoErased, text_attributes};
use crate::{
    model,
    text::{Direction, Words},
};

/// A figure with the size of its picture, so that the text below does not move when the picture loads.
#[component]
pub fn Picture(
    /// The picture.
    picture: model::Picture,
    /// The direction of what is around it.
    around: Direction,
) -> impl IntoView {
    let model::Picture { source, dimensions, alternative, caption, sizes } = picture;
    let [width, height] = [dimensions.map(|(width, _)| width), dimensions.map(|(_, height)| height)]
        .map(|pixels| pixels.map(|pixels| pixels.to_string()));
    let srcset =
        sizes.iter().map(|size| format!("{} {}w", size.source, size.width)).collect::<Vec<_>>().join(", ");
    let srcset = (!srcset.is_empty()).then_some(srcset);
    let sizes = srcset.is_some().then_some("(min-width: 44rem) 44rem, 100vw");
    let caption = (!caption.is_empty()).then(|| {
        let direction = Words::of(&caption).direction().unwrap_or(around);
        let (dir, lang) = text_attributes(&caption, direction, around);
        view! { <figcaption class="td-figure__caption" dir=dir lang=lang>{caption}</figcaption> }
    });
    view! {
        <figure class="td-figure">
            <img class="td-figure__image" srcset=srcset sizes=sizes src=source width=width height=height alt=alternative fetchpriority="high" decoding="async"/>
            {caption}
        </figure>
    }
    .into_erased()
}
