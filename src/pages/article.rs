//! An article with the way to it and the discussion below.

use leptos::prelude::*;

use super::{comments::DiscussionSection, head::set_head, not_found::Failure};
use crate::{
    browser,
    components::{ArticleView, Breadcrumbs, Crumb, Piece, Placeholder, piece, use_base},
    model::{Article, ArticleKey},
    reactive::live,
    state::{Question, use_blog},
};

/// The page of one article.
#[component]
pub fn ArticlePage(
    /// Which.
    key: ArticleKey,
) -> Piece {
    let client = use_blog().client;
    let article = Question::new(move || {
        let (client, key) = (client.clone(), key.clone());
        async move { client.article(&key).await }
    });
    let retry = Callback::new(move |()| article.retry());
    let view = live(move || match article.answer() {
        None => piece(view! { <Placeholder/> }),
        Some(Ok(article)) => piece(view! { <Loaded article/> }),
        Some(Err(error)) => piece(view! { <Failure error retry/> }),
    });
    piece(view! { <div class="td-page">{view}</div> })
}

#[component]
fn Loaded(article: Article) -> Piece {
    let blog = use_blog();
    let (title, excerpt) = (article.title.clone(), article.excerpt.clone());
    set_head(move || title.clone(), move || excerpt.clone());
    let categories = article.categories.clone();
    let trail = live(move || blog.trail(&categories).into_iter().map(Crumb::from).collect());
    let address = format!("{}{}", browser::origin(), article.link.href(&use_base()));
    let (id, comments_open) = (article.id, article.comments_open);
    let link = article.link.clone();
    piece(view! {
        <Breadcrumbs trail here=article.title.clone()/>
        <ArticleView article address/>
        <DiscussionSection article=id comments_open link/>
    })
}
