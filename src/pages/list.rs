//! The front page and the pages of categories: lists of articles.

use leptos::prelude::*;

use super::{
    head::set_head,
    not_found::{Failure, NotFoundPage},
    notes::{Note, note},
};
use crate::{
    components::{
        ArticleList, Breadcrumbs, Crumb, IntoErased, Notice, NoticeKind, Pagination, Placeholder,
        text_attributes, use_i18n,
    },
    model::{Category, CategoryId, CategoryKey, Permalink, Summary},
    state::{Query, use_blog},
    text::Words,
};

/// Which articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum List {
    /// All of them, newest first.
    Home,
    /// Those of a category.
    Category {
        /// Names it.
        key: CategoryKey,
        /// The address of this page of the list.
        permalink: Permalink,
    },
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
        List::Category { key, permalink } => view! { <CategoryPage key permalink number/> }.into_erased(),
    }
}

/// Addresses name a category by its link, the API by its id: the tree of categories knows both.
#[component]
fn CategoryPage(key: CategoryKey, permalink: Permalink, number: u32) -> impl IntoView {
    let categories = use_blog().categories;
    let retry = Callback::new(move |()| categories.refetch());
    let content = move || match categories.result() {
        None => view! { <Placeholder/> }.into_erased(),
        Some(Err(error)) => view! { <Failure error retry/> }.into_erased(),
        Some(Ok(tree)) => match tree.find(&key) {
            None => view! { <NotFoundPage permalink=permalink.clone()/> }.into_erased(),
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
            // Beyond the last page nobody knows how many there are.
            let pages = (!page.items.is_empty()).then_some(page.pages);
            note(|| Note::List {
                list: list.clone(),
                number,
                articles: page.items.len(),
                trail: trail.iter().cloned().chain(category.clone()).collect(),
            });
            let heading = match category.clone() {
                Some(category) => view! { <CategoryHeading category trail=trail.clone()/> }.into_erased(),
                None => view! { <HomeHeading/> }.into_erased(),
            };
            view! {
                {heading}
                <Articles articles=page.items number/>
                <Pagination list=list.clone() number pages/>
            }
            .into_erased()
        }
    };
    view! { <div class="td-page">{content}</div> }.into_erased()
}

#[component]
fn CategoryHeading(category: Category, trail: Vec<Category>) -> impl IntoView {
    let name = category.name;
    let (dir, lang) = list_attributes(&name);
    let title = name.clone();
    set_head(move || title.clone(), String::new);
    let trail: Vec<_> = trail.into_iter().map(Crumb::from).collect();
    view! {
        <Breadcrumbs trail here=name.clone()/>
        <h1 class="td-list-title" dir=dir lang=lang>{name}</h1>
    }
    .into_erased()
}

/// The attributes `dir` and `lang` of the heading of a list.
fn list_attributes(heading: &str) -> (&'static str, Option<&'static str>) {
    let page = use_i18n().direction();
    text_attributes(heading, Words::of(heading).direction().unwrap_or(page), page)
}

#[component]
fn HomeHeading() -> impl IntoView {
    let site = use_blog().site;
    let description = move || site.value().map(|site| site.description).unwrap_or_default();
    set_head(String::new, description);
    let tagline = move || {
        let description = description();
        let (dir, lang) = list_attributes(&description);
        view! { <p class="td-list-title td-list-title--tagline" dir=dir lang=lang>{description}</p> }
    };
    let fallback = use_i18n().messages().articles;
    let name = move || match site.value() {
        Some(site) if !site.name.is_empty() => site.name,
        _ => fallback.to_owned(),
    };
    view! {
        <h1 class="td-visually-hidden">{name}</h1>
        {tagline}
    }
    .into_erased()
}

/// The articles at once, their numbers of comments as soon as they are known.
#[component]
fn Articles(articles: Vec<Summary>, number: u32) -> impl IntoView {
    if articles.is_empty() {
        let messages = use_i18n().messages();
        let empty = if number > 1 { messages.no_older_articles } else { messages.no_articles };
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
