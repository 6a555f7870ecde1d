//! The front page and the pages of categories: lists of articles.

use std::collections::BTreeMap;

use leptos::{either::Either, prelude::*};

use super::{head::set_head, not_found::Failure};
use crate::{
    components::{ArticleList, Breadcrumbs, Crumb, Notice, NoticeKind, Pagination, Placeholder, use_i18n},
    error::Error,
    model::{Category, Page, Permalink, Slug, Summary},
    state::{Blog, use_blog},
};

/// Which articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum List {
    /// All of them, newest first.
    Home,
    /// Those of a category.
    Category(Slug),
}

/// A list that has come: its articles, and where in the tree of categories it stands.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
struct Listing {
    articles: Page<Summary>,
    /// From the outermost ancestor to the category itself; empty on the front page.
    trail: Vec<Category>,
}

/// One page of a list.
#[component]
pub fn ListPage(
    /// Which articles.
    list: List,
    /// Which page, from 1.
    number: u32,
) -> impl IntoView {
    let blog = use_blog();
    let listing = Resource::new(
        || (),
        move |()| {
            let (blog, list) = (blog.clone(), list.clone());
            async move { ask(blog, list, number).await }
        },
    );
    let retry = Callback::new(move |()| listing.refetch());
    view! {
        <Suspense fallback=Placeholder>
            {move || Suspend::new(async move {
                match listing.await {
                    Ok(listing) => Either::Left(view! { <Loaded listing/> }),
                    Err(error) => Either::Right(view! { <Failure error retry/> }),
                }
            })}
        </Suspense>
    }
}

async fn ask(blog: Blog, list: List, number: u32) -> Result<Listing, Error> {
    let slug = match list {
        List::Home => {
            return Ok(Listing { articles: blog.client.articles(number).await?, trail: Vec::new() });
        }
        List::Category(slug) => slug,
    };
    // The blog's own answer, unless that failed: then a new one.
    let tree = match blog.categories.await {
        Ok(tree) => tree,
        Err(_) => blog.client.categories().await?,
    };
    let category = tree.find(&slug).ok_or(Error::NotFound)?.id;
    let articles = blog.client.articles_in(category, number).await?;
    Ok(Listing { articles, trail: tree.trail(category) })
}

#[component]
fn Loaded(listing: Listing) -> impl IntoView {
    let Listing { articles, mut trail } = listing;
    let Page { items, number, pages, .. } = articles;
    let here = trail.pop();
    let list = here.as_ref().map_or_else(Permalink::home, |category| category.link.clone());
    let heading = match here {
        Some(category) => Either::Left(view! { <CategoryHeading category trail/> }),
        None => Either::Right(view! { <HomeHeading/> }),
    };
    let articles = if items.is_empty() {
        let empty = use_i18n().words().no_articles;
        Either::Left(view! { <Notice kind=NoticeKind::Empty>{empty}</Notice> })
    } else {
        Either::Right(view! { <Articles articles=items/> })
    };
    view! {
        {heading}
        {articles}
        <Pagination list number pages/>
    }
}

#[component]
fn CategoryHeading(category: Category, trail: Vec<Category>) -> impl IntoView {
    let name = category.name;
    let title = name.clone();
    set_head(move || title.clone(), String::new);
    let trail: Vec<_> = trail.into_iter().map(Crumb::from).collect();
    view! {
        <Breadcrumbs trail here=name.clone()/>
        <h1 class="td-list-title" dir="auto">{name}</h1>
    }
}

#[component]
fn HomeHeading() -> impl IntoView {
    let blog = use_blog();
    let site = move || blog.site.get().and_then(Result::ok);
    let tagline = site.clone();
    let description = site.clone();
    set_head(String::new, move || description().map(|site| site.description).unwrap_or_default());
    let fallback = use_i18n().words().articles;
    view! {
        <h1 class="td-visually-hidden">{move || site().map_or_else(|| fallback.to_owned(), |site| site.name)}</h1>
        {move || tagline().filter(|site| !site.description.is_empty()).map(|site| view! {
            <p class="td-list-title td-list-title--tagline" dir="auto">{site.description}</p>
        })}
    }
}

/// The articles at once, their numbers of comments as soon as they are known.
#[component]
fn Articles(articles: Vec<Summary>) -> impl IntoView {
    let client = use_blog().client;
    let ids: Vec<_> = articles.iter().map(|article| article.id).collect();
    let counts = Resource::new(
        || (),
        move |()| {
            let (client, ids) = (client.clone(), ids.clone());
            async move { client.comment_counts(&ids).await }
        },
    );
    // A list without its numbers is still a list.
    let comments = Signal::derive(move || counts.get().and_then(Result::ok).unwrap_or_else(BTreeMap::new));
    view! { <ArticleList articles comments/> }
}
