//! An article: title, byline, share button, picture, text.

use leptos::prelude::*;

use super::{
    Byline, ErasedView, IntoErased, Picture, ShareMenu, UserHtml, context::ShareView, text_attributes,
    use_i18n,
};
use crate::{
    model::{Article, Body},
    text::{Words, plain},
};

/// One article, without the breadcrumbs above and the discussion below.
#[component]
pub fn ArticleView(
    /// The article.
    article: Article,
    /// The article's own address for sharing, absolute and percent-encoded.
    address: String,
    /// Stands in the place of a text that a password protects.
    #[prop(optional_no_strip)]
    password_form: Option<ErasedView>,
) -> impl IntoView {
    let i18n = use_i18n();
    let sample = sample(&article);
    let Article { id, title, body, author, published, picture, .. } = article;
    let page = i18n.direction();
    let direction = Words::of(&sample).direction().unwrap_or(page);
    let (dir, lang) = text_attributes(&sample, direction, page);
    let (title_dir, title_lang) =
        text_attributes(&title, Words::of(&title).direction_within(direction), direction);
    let title = i18n.title(title);
    // What this application says stands in the reader's language, also within an article in another one.
    let own_lang = lang.map(|_| i18n.lang());
    let body = match body {
        Body::Open(html) => {
            view! { <UserHtml html around=direction class="td-prose" part="body"/> }.into_erased()
        }
        Body::Locked => view! { <div dir=page.as_str() lang=own_lang>{password_form}</div> }.into_erased(),
    };
    let share = view! { <ShareMenu title=title.clone() address/> }.into_erased();
    let share = match ShareView::wanted() {
        Some(ShareView(view)) => view(share, id),
        None => share,
    };
    view! {
        <article class="td-article" dir=dir lang=lang>
            <header class="td-article__header">
                <h1 class="td-article__title" part="title" dir=title_dir lang=title_lang>{title}</h1>
                <div class="td-article__meta">
                    <div dir=page.as_str() lang=own_lang><Byline author published/></div>
                    <div lang=own_lang>{share}</div>
                </div>
            </header>
            {picture.map(|picture| view! { <Picture picture around=direction/> })}
            {body}
        </article>
    }
    .into_erased()
}

/// As much of the article as shows its direction and language.
fn sample(article: &Article) -> String {
    let text = match &article.body {
        Body::Open(html) if article.excerpt.is_empty() => plain(html.untrusted()),
        _ => article.excerpt.clone(),
    };
    [&article.title, " ", &text].concat()
}
