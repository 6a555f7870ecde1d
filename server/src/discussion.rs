//! The discussion below an article without scripts: the comments as the application shows them, and a form that the
//! browser posts to WordPress.
//!
//! A text of the reader never stands between the tags of a `<textarea>`: Leptos does not escape it there.

use leptos::prelude::*;
use tadwina::{
    api::Commenting,
    browser,
    components::{
        AuthorSentence, CommentList, ErasedView, ErrorView, Field, IntoErased, Notice, NoticeKind, use_base,
        use_i18n,
    },
    model::{ArticleId, Comment, CommentId, CommentStatus, Threaded},
    state::{Discussion, Query, use_blog},
};

use crate::{
    asked::Visit,
    comment_pages::{CommentPage, page_address, page_of_new},
    elements, failure,
};

/// Name of the heading.
const TITLE: &str = "comments-title";
/// Most characters of a comment that WordPress's table takes; WordPress's own form has the same number.
const MAX_COMMENT_CHARS: &str = "65525";

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

fn wordpress_origin() -> String {
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
            <div id=format!("comment-{id}") role="status"><Notice kind=NoticeKind::Held><p>{messages.held}</p></Notice></div>
        }
    });
    if !is_open(discussion) {
        let reason = match discussion.commenting.value() {
            Some(Commenting::LoginRequired | Commenting::Elsewhere) => messages.login_required,
            _ => messages.comments_closed,
        };
        return view! { {held} <Notice kind=NoticeKind::Closed><p>{reason}</p></Notice> }.into_erased();
    }
    view! { {held} <Form discussion article parent/> }.into_erased()
}

/// The form, with the names that WordPress reads.
#[component]
fn Form(discussion: Discussion, article: ArticleId, parent: Option<Comment>) -> impl IntoView {
    let i18n = use_i18n();
    let messages = i18n.messages();
    let host = browser::use_host();
    let ArticleId(post) = article;
    let is_required = discussion.settings.needs_identity;
    let (name, email) = if is_required {
        (messages.name, messages.email)
    } else {
        (messages.name_optional, messages.email_optional)
    };
    let parent_id = parent.as_ref().and_then(|parent| parent.id).map_or(0, |CommentId(id)| id);
    let page = browser::page_url();
    // A static site has no pages of comments, and WordPress's own may have others.
    let is_static = !wordpress_origin().is_empty();
    let back = if is_static { page.clone() } else { page_address(page_of_new(discussion)) };
    let (title, cancel) = match parent {
        None => (messages.leave_comment.into_erased(), None),
        Some(parent) => {
            let author = i18n.commenter(&parent.author);
            let cancel = view! {
                <a class="td-link-button td-comment-box__cancel" href=format!("{page}#respond")>{messages.cancel_reply}</a>
            };
            (view! { <AuthorSentence segments=i18n.reply_heading() author/> }.into_erased(), Some(cancel))
        }
    };
    let [title_id, body_id, name_id, email_id, url_id] =
        ["box-title", "body", "name", "email", "website"].map(|name| host.id(name));
    let hint_id = [&*email_id, "-hint"].concat();
    let none = Signal::stored(None::<String>);
    view! {
        <form class="td-comment-box" method="post" action=at_wordpress(&[&*use_base(), "/wp-comments-post.php"].concat())
            aria-labelledby=title_id.clone()>
            <h3 class="td-comment-box__title" id=title_id.clone()>{title}</h3>
            <Field id=body_id.clone() label=messages.comment required=true error=none>
                <textarea class="td-field__input td-comment-box__text" id=body_id name="comment" rows="5" dir="auto"
                    maxlength=MAX_COMMENT_CHARS required></textarea>
            </Field>
            <div class="td-comment-box__who">
                <Field id=name_id.clone() label=name required=is_required error=none>
                    <input class="td-field__input" id=name_id name="author" type="text" autocomplete="name" dir="auto"
                        maxlength="245" required=is_required/>
                </Field>
                <Field id=email_id.clone() label=email required=is_required hint=messages.email_hint error=none>
                    <input class="td-field__input" id=email_id name="email" type="email" autocomplete="email" dir="ltr"
                        maxlength="100" required=is_required aria-describedby=hint_id/>
                </Field>
            </div>
            <Field id=url_id.clone() label=messages.website error=none>
                <input class="td-field__input" id=url_id name="url" type="url" autocomplete="url" dir="ltr" maxlength="200"/>
            </Field>
            <input type="hidden" name="comment_post_ID" value=post.to_string()/>
            <input type="hidden" name="comment_parent" value=parent_id.to_string()/>
            <input type="hidden" name="redirect_to" value=back/>
            {cancel}
            <button class="td-button td-button--primary" type="submit">{messages.post_comment}</button>
        </form>
    }
    .into_erased()
}
