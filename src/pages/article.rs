//! An article with the breadcrumbs above and the discussion below.

use leptos::prelude::*;

use super::{comments::DiscussionSection, head::set_head, not_found::Failure};
use crate::{
    browser,
    components::{ArticleView, Breadcrumbs, Crumb, IntoErased, Placeholder, use_base, use_i18n},
    model::{Article, ArticleKey},
    state::{Query, use_blog, use_discussion},
};

/// The page of one article.
#[component]
pub fn ArticlePage(
    /// Names the article.
    key: ArticleKey,
) -> impl IntoView {
    let client = use_blog().client;
    let article = Query::new(move || {
        let (client, key) = (client.clone(), key.clone());
        async move { client.article(&key).await }
    });
    let retry = Callback::new(move |()| article.refetch());
    let content = move || match article.result() {
        None => view! { <Placeholder/> }.into_erased(),
        Some(Ok(article)) => view! { <Loaded article/> }.into_erased(),
        Some(Err(error)) => view! { <Failure error retry/> }.into_erased(),
    };
    view! { <div class="td-page">{content}</div> }.into_erased()
}

#[component]
fn Loaded(article: Article) -> impl IntoView {
    let blog = use_blog();
    let (title, excerpt) = (use_i18n().title(article.title.clone()), article.excerpt.clone());
    let here = title.clone();
    set_head(move || title.clone(), move || excerpt.clone());
    let address = browser::absolute(&article.link.href(&use_base()));
    let site_url = blog.client.address_at_site(&article.link);
    let discussion = use_discussion(
        blog.client.clone(),
        article.id,
        article.comments_open,
        article.discussion,
        Signal::stored(blog.comment_limit),
    );
    let categories = article.categories.clone();
    let trail =
        Signal::derive(move || blog.trail(&categories).into_iter().map(Crumb::from).collect::<Vec<_>>());
    view! {
        <Breadcrumbs trail here/>
        <ArticleView article address/>
        <DiscussionSection discussion site_url/>
    }
    .into_erased()
}
