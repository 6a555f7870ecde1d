//! The discussion below an article without scripts: the comments as the application shows them, and a form that the
//! browser posts to WordPress.

use leptos::prelude::*;
use tadwina::{
    api::Commenting,
    browser,
    components::{CommentList, ErasedView, ErrorView, IntoErased, Notice, NoticeKind, use_i18n},
    model::{ArticleId, Comment, CommentId, CommentStatus, Threaded},
    state::{Discussion, Query, use_blog},
};

use crate::{
    asked::Visit,
    comment_form::{Form, why_refused},
    comment_pages::CommentPage,
    elements, failure,
};

/// Name of the heading.
const TITLE: &str = "comments-title";
/// What is known of a discussion, for the head of the document.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    /// How many comments there are.
    pub total: u32,
    /// Which page of them is shown, from 1.
    pub page: u32,
    /// Those in the page.
    pub comments: Vec<Comment>,
}

/// The place where the discussion leaves its facts, and whether it failed. In the context.
#[derive(Debug, Clone, Copy)]
pub struct DiscussionFacts(StoredValue<Option<Facts>>, StoredValue<bool>);

/// The origin of what only WordPress answers; empty for that of the page. In the context.
#[derive(Debug, Clone)]
pub struct WordPressOrigin(pub String);

/// `path` at WordPress.
pub fn at_wordpress(path: &str) -> String {
    [&*wordpress_origin(), path].concat()
}

/// The origin of what only WordPress answers; empty for that of the page.
pub fn wordpress_origin() -> String {
    use_context().map_or_else(String::new, |WordPressOrigin(origin)| origin)
}

impl DiscussionFacts {
    /// Puts an empty place into the context.
    pub fn provide() -> Self {
        let facts = Self(StoredValue::default(), StoredValue::default());
        provide_context(facts);
        facts
    }

    /// What was left there.
    pub fn get(self) -> Option<Facts> {
        self.0.try_get_value().flatten()
    }

    /// Whether the comments may be there the next time.
    pub fn is_broken(self) -> bool {
        self.1.try_get_value().unwrap_or_default()
    }
}

/// The discussion of `article`, as the application's `DiscussionSection`.
pub fn view(discussion: Discussion, article: ArticleId) -> ErasedView {
    let i18n = use_i18n();
    let host = browser::use_host();
    let page = CommentPage::asked_of(discussion, article);
    let parent = match &page {
        Some(Ok(page)) => {
            note(discussion, page);
            parent(article, &page.threads)
        }
        _ => None,
    };
    let title = match discussion.total() {
        Some(total) => i18n.comments_heading(total.into()),
        None => i18n.messages().comments.to_owned(),
    };
    // An element begins with the first page.
    let is_first = page.as_ref().is_none_or(|page| page.as_ref().map_or(true, CommentPage::is_first));
    let content = match page {
        // Rendered again when they are there.
        None => ().into_erased(),
        Some(Ok(page)) => {
            let links = page.links(discussion.settings);
            view! { {comments(discussion, page.threads)} {links} }.into_erased()
        }
        Some(Err(error)) => {
            if let (true, Some(DiscussionFacts(_, is_broken))) = (failure::is_broken(&error), use_context()) {
                is_broken.set_value(true);
            }
            view! { <ErrorView error level=3 alert=false/> }.into_erased()
        }
    };
    let section = view! {
        <section class="td-discussion" id=host.anchor("comments") aria-labelledby=host.id(TITLE)>
            <h2 class="td-discussion__title" id=host.id(TITLE)>{title}</h2>
            {content}
            <div class="td-discussion__box" id=host.anchor("respond")>{form_or_reason(discussion, article, parent)}</div>
        </section>
    };
    if is_first { elements::comments(section.into_erased(), article) } else { section.into_erased() }
}

/// The comment that the form replies to. It may stand in another page than that of `threads`.
fn parent(article: ArticleId, threads: &[Threaded]) -> Option<Comment> {
    let id = use_context::<Visit>()?.reply_to?;
    let here = threads.iter().find(|threaded| threaded.comment.id == Some(id));
    if let Some(threaded) = here {
        return Some((*threaded.comment).clone());
    }
    let client = use_blog().client;
    let comment = Query::new(move || {
        let client = client.clone();
        async move { client.comment(article, id).await }
    });
    comment.value().flatten()
}

fn note(discussion: Discussion, page: &CommentPage) {
    let (Some(total), Some(DiscussionFacts(facts, _))) = (discussion.total(), use_context()) else { return };
    let comments = page.threads.iter().map(|threaded| (*threaded.comment).clone()).collect();
    facts.set_value(Some(Facts { total, page: page.number, comments }));
}

fn comments(discussion: Discussion, threads: Vec<Threaded>) -> ErasedView {
    let i18n = use_i18n();
    if threads.is_empty() {
        return view! { <p class="td-discussion__empty">{i18n.messages().no_comments}</p> }.into_erased();
    }
    let depth = discussion.settings.depth.saturating_sub(1);
    let takes_replies = depth > 0 && is_open(discussion);
    let page = at_wordpress(&browser::page_url());
    let joint = if page.contains('?') { '&' } else { '?' };
    let actions = Callback::new(move |comment: Comment| {
        let id = comment.id.filter(|_| takes_replies && comment.status == CommentStatus::Approved);
        id.map(|CommentId(id)| {
            let name = i18n.reply_to(&i18n.commenter(&comment.author));
            view! {
                <a class="td-link-button td-comment-list__reply" rel="nofollow" aria-label=name
                    href=format!("{page}{joint}replytocom={id}#respond")>{i18n.messages().reply}</a>
            }
        })
        .into_erased()
    });
    let has_order = discussion.total().is_some_and(|total| total > 1);
    view! {
        <div class="td-discussion__comments" class:td-discussion__comments--ordered=has_order><CommentList comments=Signal::stored(threads) depth actions/></div>
    }
    .into_erased()
}

/// Whether WordPress's form takes a comment, as far as it is known.
fn is_open(discussion: Discussion) -> bool {
    discussion.commenting.value().is_none_or(Commenting::is_here)
}

fn form_or_reason(discussion: Discussion, article: ArticleId, parent: Option<Comment>) -> ErasedView {
    let messages = use_i18n().messages();
    let held = use_context::<Visit>().and_then(|visit| visit.held).map(|CommentId(id)| {
        // WordPress leads to the comment, which others do not see yet: this stands in its place.
        view! {
            <div id=format!("comment-{id}") role="status" tabindex="-1"><Notice kind=NoticeKind::Held><p>{messages.held}</p></Notice></div>
        }
    });
    let refused = use_context::<Visit>().and_then(|visit| visit.refused);
    let refusal = refused.as_ref().map(|refused| why_refused(refused.clone(), article));
    // A text that was refused stays in sight, whatever the reason.
    if !is_open(discussion) && refused.is_none() {
        let reason = match discussion.commenting.value() {
            Some(Commenting::LoginRequired | Commenting::Elsewhere) => messages.login_required,
            _ => messages.comments_closed,
        };
        return view! { {held} <Notice kind=NoticeKind::Closed><p>{reason}</p></Notice> }.into_erased();
    }
    let draft = refused.map(|refused| refused.draft()).unwrap_or_default();
    view! { {held} {refusal} <Form discussion article parent draft/> }.into_erased()
}
