//! The front page and the pages of categories: lists of articles.

use leptos::prelude::*;

use super::{
    head::set_head,
    not_found::{Failure, NotFoundPage},
};
use crate::{
    components::{
        ArticleList, Breadcrumbs, Crumb, Notice, NoticeKind, Pagination, Piece, Placeholder, piece, use_i18n,
    },
    model::{Category, Permalink, Slug, Summary},
    reactive::live,
    state::{Question, use_blog},
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
) -> Piece {
    match list {
        List::Home => piece(view! { <ArticlesOf category=None trail=Vec::new() number/> }),
        List::Category(slug) => piece(view! { <CategoryPage slug number/> }),
    }
}

/// A category is known by its slug and asked for by its id: the tree of all of them knows both.
#[component]
fn CategoryPage(slug: Slug, number: u32) -> Piece {
    let categories = use_blog().categories;
    let retry = Callback::new(move |()| categories.retry());
    let view = live(move || {
        Some(match categories.answer() {
            None => piece(view! { <Placeholder/> }),
            Some(Err(error)) => piece(view! { <Failure error retry/> }),
            Some(Ok(tree)) => match tree.find(&slug) {
                None => piece(view! { <NotFoundPage/> }),
                Some(category) => {
                    let mut trail = tree.trail(category.id);
                    trail.pop();
                    piece(view! { <ArticlesOf category=Some(category.clone()) trail number/> })
                }
            },
        })
    });
    piece(view! { <div class="td-page">{view}</div> })
}

/// The articles of a category below `trail`, or with `None` of the whole blog.
#[component]
fn ArticlesOf(category: Option<Category>, trail: Vec<Category>, number: u32) -> Piece {
    let client = use_blog().client;
    let id = category.as_ref().map(|category| category.id);
    let articles = Question::new(move || {
        let client = client.clone();
        async move { client.articles(id, number).await }
    });
    let retry = Callback::new(move |()| articles.retry());
    let list = category.as_ref().map_or_else(Permalink::home, |category| category.link.clone());
    let view = live(move || {
        Some(match articles.answer() {
            None => piece(view! { <Placeholder/> }),
            Some(Err(error)) => piece(view! { <Failure error retry/> }),
            Some(Ok(page)) => {
                let heading = match category.clone() {
                    Some(category) => piece(view! { <CategoryHeading category trail=trail.clone()/> }),
                    None => piece(view! { <HomeHeading/> }),
                };
                piece(view! {
                    {heading}
                    <Articles articles=page.items/>
                    <Pagination list=list.clone() number pages=page.pages/>
                })
            }
        })
    });
    piece(view! { <div class="td-page">{view}</div> })
}

#[component]
fn CategoryHeading(category: Category, trail: Vec<Category>) -> Piece {
    let name = category.name;
    let title = name.clone();
    set_head(move || title.clone(), String::new);
    let trail: Vec<_> = trail.into_iter().map(Crumb::from).collect();
    piece(view! {
        <Breadcrumbs trail=live(move || trail.clone()) here=name.clone()/>
        <h1 class="td-list-title" dir="auto">{name}</h1>
    })
}

#[component]
fn HomeHeading() -> Piece {
    let blog = use_blog();
    let site = move || blog.site.value();
    let tagline = site;
    let description = site;
    set_head(String::new, move || description().map(|site| site.description).unwrap_or_default());
    let fallback = use_i18n().words().articles;
    let name = move || site().map(|site| site.name).filter(|name| !name.is_empty());
    let title = live(move || name().unwrap_or_else(|| fallback.to_owned()));
    let tagline =
        live(move || tagline().map(|site| site.description).filter(|description| !description.is_empty()));
    piece(view! {
        <h1 class="td-visually-hidden">{title}</h1>
        <p class="td-list-title td-list-title--tagline" dir="auto">{tagline}</p>
    })
}

/// The articles at once, their numbers of comments as soon as they are known.
#[component]
fn Articles(articles: Vec<Summary>) -> Piece {
    if articles.is_empty() {
        let empty = use_i18n().words().no_articles;
        return piece(view! { <Notice kind=NoticeKind::Empty message=piece(view! { <p>{empty}</p> })/> });
    }
    let client = use_blog().client;
    let ids: Vec<_> = articles.iter().map(|article| article.id).collect();
    let counts = Question::new(move || {
        let (client, ids) = (client.clone(), ids.clone());
        async move { client.comment_counts(&ids).await }
    });
    // A list without its numbers is still a list.
    let comments = move |id| {
        let counts = counts.value()?;
        counts.iter().find(|(article, _)| *article == id).map(|(_, count)| *count)
    };
    piece(view! { <ArticleList articles comments/> })
}
