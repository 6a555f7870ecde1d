//! An article: title, byline, share button, picture, text.

use leptos::prelude::*;

use super::{Byline, Notice, NoticeKind, Picture, Piece, ShareMenu, UserHtml, piece, use_i18n};
use crate::model::{Article, Body};

/// One article, without the way to it and the discussion below.
#[component]
pub fn ArticleView(
    /// What to show.
    article: Article,
    /// The article's own address, absolute and encoded, for sharing.
    address: String,
) -> Piece {
    let Article { title, body, author, published, picture, .. } = article;
    let body = match body {
        Body::Open(html) => view! { <UserHtml html class="td-prose" part="body"/> },
        Body::Locked => {
            let locked = use_i18n().words().locked;
            view! { <Notice kind=NoticeKind::Locked message=piece(view! { <p>{locked}</p> })/> }
        }
    };
    piece(view! {
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
    })
}
