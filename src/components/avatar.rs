//! The picture of a commenter, or the first letter of the name.

use leptos::prelude::*;

use super::IntoErased;
use crate::{browser, model};

/// A square beside a name, of one size whatever becomes of the picture. Decoration: the name says whose it is.
#[component]
pub fn Avatar(
    /// Whose it is.
    name: String,
    /// The picture, where there is one.
    picture: Option<model::Avatar>,
) -> impl IntoView {
    let image = picture.map(|model::Avatar { small, large }| {
        let is_missing = RwSignal::new(false);
        let srcset = large.map(|large| [&*small, " 1x, ", &*large, " 2x"].concat());
        move || {
            (!is_missing.get()).then(|| {
                view! {
                    <img class="td-avatar__image" srcset=srcset.clone() src=small.clone() width="48" height="48" alt=""
                        loading="lazy" decoding="async" referrerpolicy="no-referrer" on:error=move |_| is_missing.set(true)/>
                }
                .into_erased()
            })
        }
    });
    view! { <span class="td-avatar" dir="auto" aria-hidden="true">{browser::initial(&name)}{image}</span> }
        .into_erased()
}
