//! An article with the way to it and the discussion below.

use leptos::prelude::*;

use super::{comments::DiscussionSection, head::set_head, not_found::Failure};
use crate::{
    browser,
    components::{ArticleView, Breadcrumbs, Crumb, Piece, Placeholder, piece, use_base},
    model::{Article, ArticleKey},
    reactive::{Var, live},
    state::{Question, use_blog, use_discussion},
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
    let view = live(move || {
        Some(match article.answer() {
            None => piece(view! { <Placeholder/> }),
            Some(Ok(article)) => piece(view! { <Loaded article/> }),
            Some(Err(error)) => piece(view! { <Failure error retry/> }),
        })
    });
    piece(view! { <div class="td-page">{view}</div> })
}

#[component]
fn Loaded(article: Article) -> Piece {
    let blog = use_blog();
    let (title, excerpt) = (article.title.clone(), article.excerpt.clone());
    set_head(move || title.clone(), move || excerpt.clone());
    let categories = article.categories.clone();
    let known = blog.clone();
    let trail = live(move || known.trail(&categories).into_iter().map(Crumb::from).collect());
    let address = browser::absolute(&article.link.href(&use_base()));
    let limit = Var::new(blog.comment_limit);
    let discussion =
        use_discussion(blog.client.clone(), article.id, article.comments_open, article.rules, limit);
    let elsewhere = blog.client.address_at_site(&article.link);
    piece(view! {
        <Breadcrumbs trail here=article.title.clone()/>
        <ArticleView article address/>
        <DiscussionSection discussion elsewhere/>
    })
}
