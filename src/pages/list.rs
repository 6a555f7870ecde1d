//! The front page and the pages of categories: lists of articles.

use leptos::prelude::*;

use super::{
    head::set_head,
    not_found::{Failure, NotFoundPage},
};
use crate::{
    components::{
        ArticleList, Breadcrumbs, Crumb, IntoErased, Notice, NoticeKind, Pagination, Placeholder, use_i18n,
    },
    model::{Category, CategoryId, Permalink, Slug, Summary},
    state::{Query, use_blog},
};

/// Which articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum List {
    /// All of them, newest first.
    Home,
    /// Those of a category.
    Category(Slug),
}

/// One page of a list.
#[component]
pub fn ListPage(
    /// Which articles.
    list: List,
    /// Which page, from 1.
    number: u32,
) -> impl IntoView {
    match list {
        List::Home => {
            view! { <ArticlesOf category=None ids=Vec::new() trail=Vec::new() number/> }.into_erased()
        }
        List::Category(slug) => view! { <CategoryPage slug number/> }.into_erased(),
    }
}

/// Addresses name a category by its slug, the API by its id: the tree of categories knows both.
#[component]
fn CategoryPage(slug: Slug, number: u32) -> impl IntoView {
    let categories = use_blog().categories;
    let retry = Callback::new(move |()| categories.refetch());
    let content = move || match categories.result() {
        None => view! { <Placeholder/> }.into_erased(),
        Some(Err(error)) => view! { <Failure error retry/> }.into_erased(),
        Some(Ok(tree)) => match tree.find(&slug) {
            None => view! { <NotFoundPage/> }.into_erased(),
            Some(category) => {
                let mut trail = tree.trail(category.id);
                trail.pop();
                let ids = tree.with_descendants(category.id);
                view! { <ArticlesOf category=Some(category.clone()) ids trail number/> }.into_erased()
            }
        },
    };
    view! { <div class="td-page">{content}</div> }.into_erased()
}

/// The articles of a category whose ancestors are `trail`, with those of the categories below it: `ids` are all of
/// them. With `None`, of the whole blog.
#[component]
fn ArticlesOf(
    category: Option<Category>,
    ids: Vec<CategoryId>,
    trail: Vec<Category>,
    number: u32,
) -> impl IntoView {
    let client = use_blog().client;
    let articles = Query::new(move || {
        let (client, ids) = (client.clone(), ids.clone());
        async move { client.articles(&ids, number).await }
    });
    let retry = Callback::new(move |()| articles.refetch());
    let list = category.as_ref().map_or_else(Permalink::home, |category| category.link.clone());
    let content = move || match articles.result() {
        None => view! { <Placeholder/> }.into_erased(),
        Some(Err(error)) => view! { <Failure error retry/> }.into_erased(),
        Some(Ok(page)) => {
            let heading = match category.clone() {
                Some(category) => view! { <CategoryHeading category trail=trail.clone()/> }.into_erased(),
                None => view! { <HomeHeading/> }.into_erased(),
            };
            view! {
                {heading}
                <Articles articles=page.items/>
                <Pagination list=list.clone() number pages=page.pages/>
            }
            .into_erased()
        }
    };
    view! { <div class="td-page">{content}</div> }.into_erased()
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
    .into_erased()
}

#[component]
fn HomeHeading() -> impl IntoView {
    let site = use_blog().site;
    let description = move || site.value().map(|site| site.description).unwrap_or_default();
    set_head(String::new, description);
    let fallback = use_i18n().messages().articles;
    let name = move || match site.value() {
        Some(site) if !site.name.is_empty() => site.name,
        _ => fallback.to_owned(),
    };
    view! {
        <h1 class="td-visually-hidden">{name}</h1>
        <p class="td-list-title td-list-title--tagline" dir="auto">{description}</p>
    }
    .into_erased()
}

/// The articles at once, their numbers of comments as soon as they are known.
#[component]
fn Articles(articles: Vec<Summary>) -> impl IntoView {
    if articles.is_empty() {
        let empty = use_i18n().messages().no_articles;
        return view! { <Notice kind=NoticeKind::Empty><p>{empty}</p></Notice> }.into_erased();
    }
    let client = use_blog().client;
    let ids: Vec<_> = articles.iter().map(|article| article.id).collect();
    let counts = Query::new(move || {
        let (client, ids) = (client.clone(), ids.clone());
        async move { client.comment_counts(&ids).await }
    });
    // A list without its numbers is still a list: an error is not shown.
    let comment_counts = Signal::derive(move || counts.value().unwrap_or_default());
    view! { <ArticleList articles comment_counts/> }.into_erased()
}
