//! Articles in a list: title, date, how many comments, how it begins.

use leptos::prelude::*;

use super::{Piece, piece, use_base, use_i18n};
use crate::{
    model::{ArticleId, Summary},
    reactive::live,
};

/// A list of articles, newest first.
#[component]
pub fn ArticleList<F>(
    /// What to show.
    articles: Vec<Summary>,
    /// How many comments an article has; `None` while that is unknown.
    comments: F,
) -> Piece
where
    F: Fn(ArticleId) -> Option<u32> + Copy + Send + 'static,
{
    let items = articles.into_iter().map(|article| view! { <Teaser article comments/> }).collect_view();
    piece(view! { <ul class="td-article-list">{items}</ul> })
}

#[component]
fn Teaser<F>(article: Summary, comments: F) -> Piece
where
    F: Fn(ArticleId) -> Option<u32> + Copy + Send + 'static,
{
    let i18n = use_i18n();
    let Summary { id, link, title, excerpt, published } = article;
    let count = live(move || {
        let count = comments(id)?;
        Some(piece(view! { <span class="td-teaser__count">{i18n.comments(count.into())}</span> }))
    });
    let excerpt =
        (!excerpt.is_empty()).then(|| view! { <p class="td-teaser__excerpt" dir="auto">{excerpt}</p> });
    piece(view! {
        <li class="td-article-list__item">
            <article class="td-teaser">
                <h2 class="td-teaser__title" dir="auto"><a href=link.href(&use_base())>{title}</a></h2>
                <p class="td-teaser__meta">
                    <time datetime=published.iso()>{i18n.date(&published)}</time>
                    " "
                    {count}
                </p>
                {excerpt}
            </article>
        </li>
    })
}
