//! Links to newer and older articles.

use leptos::prelude::*;

use super::{IntoErased, use_base, use_i18n};
use crate::model::Permalink;

/// Links to the neighbouring pages of a list; nothing where there is only one page. Beyond the last page, a link to the
/// first.
#[component]
pub fn Pagination(
    /// The first page's address.
    list: Permalink,
    /// This page, from 1.
    number: u32,
    /// How many pages there are; `None` beyond the last.
    pages: Option<u32>,
) -> impl IntoView {
    let i18n = use_i18n();
    let base = use_base();
    (pages.unwrap_or(number) > 1).then(|| {
        let messages = i18n.messages();
        let newer = (number > 1).then(|| {
            let href = list.page(pages.map_or(1, |_| number - 1)).href(&base);
            view! { <a class="td-pagination__previous" rel="prev" href=href>{messages.newer}</a> }
        });
        let older = pages.is_some_and(|pages| number < pages).then(|| {
            let href = list.page(number + 1).href(&base);
            view! { <a class="td-pagination__next" rel="next" href=href>{messages.older}</a> }
        });
        view! {
            <nav class="td-pagination" aria-label=messages.pages>
                {newer}
                " "
                {pages.map(|pages| view! {
                    <span class="td-pagination__current">{i18n.page_of(number, pages)}</span>
                })}
                " "
                {older}
            </nav>
        }
        .into_erased()
    })
}
