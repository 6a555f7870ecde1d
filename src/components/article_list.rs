//! A list of articles: each with its title, date, number of comments and excerpt.

use leptos::prelude::*;

use super::{IntoErased, text_attributes, use_base, use_i18n};
use crate::{
    model::{ArticleId, Summary},
    text::Words,
};

/// A list of articles, newest first.
#[component]
pub fn ArticleList(
    /// The articles. Another page of the list is another component, so they never change.
    articles: Vec<Summary>,
    /// How many comments each article has. Articles are missing while their number is unknown.
    #[prop(into)]
    comment_counts: Signal<Vec<(ArticleId, u32)>>,
) -> impl IntoView {
    let items = articles.into_iter().map(|article| view! { <Teaser article comment_counts/> }).collect_view();
    view! { <ul class="td-article-list">{items}</ul> }.into_erased()
}

#[component]
fn Teaser(article: Summary, comment_counts: Signal<Vec<(ArticleId, u32)>>) -> impl IntoView {
    let i18n = use_i18n();
    let Summary { id, link, title, excerpt, published } = article;
    let page = i18n.direction();
    let direction = Words::of(&[&title, " ", &*excerpt].concat()).direction().unwrap_or(page);
    let (title_dir, title_lang) =
        text_attributes(&title, Words::of(&title).direction_within(direction), page);
    let title = i18n.title(title);
    let date = published.map(|moment| view! { <time datetime=moment.iso()>{i18n.date(&moment)}</time> });
    let comments = move || {
        let counts = comment_counts.read();
        let (_, count) = counts.iter().find(|(article, _)| *article == id)?;
        Some(view! { <span class="td-teaser__count">{i18n.comments((*count).into())}</span> })
    };
    let excerpt = (!excerpt.is_empty()).then(|| {
        let (dir, lang) =
            text_attributes(&excerpt, Words::of(&excerpt).direction().unwrap_or(direction), page);
        view! { <p class="td-teaser__excerpt" dir=dir lang=lang>{excerpt}</p> }
    });
    view! {
        <li class="td-article-list__item">
            <article class="td-teaser">
                <h2 class="td-teaser__title" dir=title_dir lang=title_lang><a href=link.href(&use_base())>{title}</a></h2>
                <p class="td-teaser__meta">
                    {date}
                    " "
                    {comments}
                </p>
                {excerpt}
            </article>
        </li>
    }
    .into_erased()
}
