//! An article: title, byline, share button, picture, text.

use leptos::prelude::*;

use super::{Byline, IntoErased, Notice, NoticeKind, Picture, ShareMenu, UserHtml, use_i18n};
use crate::model::{Article, Body};

/// One article, without the breadcrumbs above and the discussion below.
#[component]
pub fn ArticleView(
    /// The article.
    article: Article,
    /// The article's own address for sharing, absolute and percent-encoded.
    address: String,
) -> impl IntoView {
    let Article { title, body, author, published, picture, .. } = article;
    let title = use_i18n().title(title);
    let body = match body {
        Body::Open(html) => view! { <UserHtml html class="td-prose" part="body"/> }.into_erased(),
        Body::Locked => {
            view! { <Notice kind=NoticeKind::Locked><p>{use_i18n().messages().locked}</p></Notice> }
                .into_erased()
        }
    };
    view! {
        <article class="td-article">
            <header class="td-article__header">
                <h1 class="td-article__title" part="title" dir="auto">{title.clone()}</h1>
                <div class="td-article__meta">
                    <Byline author published/>
                    <ShareMenu title address/>
                </div>
            </header>
            {picture.map(|picture| view! { <Picture picture/> })}
            {body}
        </article>
    }
    .into_erased()
}
