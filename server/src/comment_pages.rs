//! The pages of a long discussion, for readers without scripts. Their addresses are WordPress's own:
//! `/bread/comment-page-2/` and `/?p=7&cpage=2`.

use std::{collections::HashSet, sync::Arc};

use leptos::prelude::*;
use tadwina::{
    components::{ErasedView, IntoErased, use_base, use_i18n},
    error::Error,
    model::{Arrangement, ArticleId, Comment, DiscussionSettings, Permalink, Threaded, threads},
    state::{Discussion, Query, use_blog},
};

use crate::{asked::Visit, discussion::at_wordpress};

/// One page of a discussion.
#[derive(Debug, Clone)]
pub struct CommentPage {
    /// Which, from 1.
    pub number: u32,
    /// How many there are.
    pages: u32,
    /// Its comments, each at its place.
    pub threads: Vec<Threaded>,
}

impl CommentPage {
    /// The page that the reader asks for, or the last one where there is none so late; `None` until it is here.
    pub fn asked_of(discussion: Discussion, article: ArticleId) -> Option<Result<Self, Error>> {
        let pages = match discussion.first.result()? {
            Ok(first) => first.pages.max(1),
            Err(error) => return Some(Err(error)),
        };
        let number = use_context::<Visit>().map_or(1, |visit| visit.comment_page).min(pages);
        if number == 1 {
            return Some(Ok(Self { number, pages, threads: discussion.threads() }));
        }
        let (client, settings) = (use_blog().client, discussion.settings);
        let comments = Query::new(move || {
            let client = client.clone();
            async move { client.comments(article, settings, number).await }
        });
        let found = comments.result()?;
        Some(found.map(|found| Self { number, pages, threads: in_threads(found.items, settings) }))
    }

    /// Whether the discussion begins with it.
    pub const fn is_first(&self) -> bool {
        self.number == 1
    }

    /// Links to the pages before and after it; nothing where it is the only one.
    pub fn links(&self, settings: DiscussionSettings) -> Option<ErasedView> {
        let Self { number, pages, .. } = *self;
        if pages == 1 {
            return None;
        }
        let i18n = use_i18n();
        let messages = i18n.messages();
        let names = if settings.newest_first {
            [messages.newer, messages.older]
        } else {
            [messages.older, messages.newer]
        };
        let [before, after] = names;
        let before = (number > 1).then(|| {
            view! { <a class="td-pagination__previous" rel="prev" href=address_of(number - 1)>{before}</a> }
        });
        let after = (number < pages).then(|| {
            view! { <a class="td-pagination__next" rel="next" href=address_of(number + 1)>{after}</a> }
        });
        let links = view! {
            <nav class="td-pagination td-discussion__pages" aria-label=messages.comments>
                {before}
                " "
                <span class="td-pagination__current">{i18n.page_of(number, pages)}</span>
                " "
                {after}
            </nav>
        };
        Some(links.into_erased())
    }
}

/// The address of a page of the comments in the page that is rendered.
fn address_of(number: u32) -> String {
    at_wordpress(&[&*page_address(number), "#comments"].concat())
}

/// The page of the article with page `number` of its comments.
pub fn page_address(number: u32) -> String {
    let address = use_context::<Visit>().map_or_else(String::new, |visit| visit.address);
    Permalink::from_link(&address, "").comment_page(number).href(&use_base())
}

/// The page on which a new comment will stand: the last, as the newest comes last, or the first.
pub fn page_of_new(discussion: Discussion) -> u32 {
    match discussion.total() {
        Some(total) if !discussion.settings.newest_first => {
            (total.saturating_add(1)).div_ceil(discussion.settings.per_page.max(1))
        }
        _ => 1,
    }
}

/// `comments` in their order. A reply to a comment of another page begins a thread.
fn in_threads(mut comments: Vec<Comment>, settings: DiscussionSettings) -> Vec<Threaded> {
    let here: HashSet<_> = comments.iter().filter_map(|comment| comment.id).collect();
    for comment in &mut comments {
        comment.parent = comment.parent.filter(|parent| here.contains(parent));
    }
    let comments: Vec<_> = comments.into_iter().map(Arc::new).collect();
    threads(&comments, Arrangement { newest_first: settings.newest_first, first: None, answered: None })
}
