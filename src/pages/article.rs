//! An article with the way to it and the discussion below.

use leptos::{either::Either, prelude::*};

use super::{comments::DiscussionSection, head::set_head, not_found::Failure};
use crate::{
    browser,
    components::{ArticleView, Breadcrumbs, Crumb, Placeholder, use_base},
    model::{Article, ArticleKey},
    state::use_blog,
};

/// The page of one article.
#[component]
pub fn ArticlePage(
    /// Which.
    key: ArticleKey,
) -> impl IntoView {
    let client = use_blog().client;
    let article = Resource::new(
        || (),
        move |()| {
            let (client, key) = (client.clone(), key.clone());
            async move { client.article(&key).await }
        },
    );
    let retry = Callback::new(move |()| article.refetch());
    view! {
        <Suspense fallback=Placeholder>
            {move || Suspend::new(async move {
                match article.await {
                    Ok(article) => Either::Left(view! { <Loaded article/> }),
                    Err(error) => Either::Right(view! { <Failure error retry/> }),
                }
            })}
        </Suspense>
    }
}

#[component]
fn Loaded(article: Article) -> impl IntoView {
    let blog = use_blog();
    let (title, excerpt) = (article.title.clone(), article.excerpt.clone());
    set_head(move || title.clone(), move || excerpt.clone());
    let categories = article.categories.clone();
    let trail = Signal::derive(move || blog.trail(&categories).into_iter().map(Crumb::from).collect::<Vec<_>>());
    let address = format!("{}{}", browser::origin(), article.link.href(&use_base()));
    let (id, comments_open) = (article.id, article.comments_open);
    let link = article.link.clone();
    view! {
        <Breadcrumbs trail here=article.title.clone()/>
        <ArticleView article address/>
        <DiscussionSection article=id comments_open link/>
    }
}
