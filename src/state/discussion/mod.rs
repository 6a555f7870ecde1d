//! The discussion below one article: the comments, and the comment that this reader is writing.
//!
//! [`comments`] loads the comments, in the order that [`progress`] has; [`draft`] keeps what is typed, [`posting`] sends it, and [`outbox`] shows
//! what waits for a connection. [`replies`] moves the box below the comment that is replied to. [`arrivals`] looks for
//! what others write meanwhile. [`slices`] has which of them are rendered.
//!
//! A comment that is being sent is sent to the end, also when the reader leaves the article. So tasks outlive
//! the signals of the discussion; what they need by then they hold themselves, and they read signals with
//! `try_…`, which gives `None` for a signal whose owner is gone. Setting such a signal does nothing.

mod arrivals;
mod changing;
mod comments;
mod draft;
mod editing;
mod identity;
mod outbox;
mod posting;
mod progress;
mod replies;
mod slices;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    Query, changeables,
    drafts::{Drafts, OtherDraft},
};
use crate::{
    api::{Client, Commenting},
    browser::{self, Host, use_host},
    error::Error,
    model::{
        ArticleId, Captcha, CaptchaState, Comment, CommentId, DiscussionOptions, DiscussionSettings, Draft,
        Page, Posting, Updates,
    },
};

pub use draft::DraftFields;
pub use editing::{Editing, Task};
use progress::{Progress, Step};
pub use replies::SentReply;

/// A discussion. Copy: hand it down freely.
#[derive(Clone, Copy)]
pub struct Discussion {
    article: ArticleId,
    comments_open: bool,
    host: Host,
    client: StoredValue<Client>,
    drafts: StoredValue<Drafts>,
    /// What the site requires of comments.
    pub settings: DiscussionSettings,
    /// The captcha in the form; `None` where the page wants none.
    pub captcha: StoredValue<Option<Captcha>>,
    /// How far the captcha is.
    pub captcha_state: RwSignal<CaptchaState>,
    /// The most graphemes of a comment.
    pub limit: Signal<usize>,
    /// The first page of comments, in the site's order.
    pub first: Query<Page<Comment>>,
    /// The comments that were loaded after them, in any order.
    more: RwSignal<Vec<Arc<Comment>>>,
    progress: RwSignal<Progress>,
    /// Whether replies are loaded after the first page.
    loads_later: bool,
    /// Whether the comments that are shown at first are in the page, with the replies to them.
    pub is_rendered: RwSignal<bool>,
    /// Whether comments are being loaded after the first page.
    pub is_loading: RwSignal<bool>,
    /// Whether the newest thread comes first.
    pub newest_first: RwSignal<bool>,
    /// The thread to which the address leads.
    linked_thread: RwSignal<Option<CommentId>>,
    /// The anchor of the first of the comments that were loaded last; empty for none.
    pub next_anchor: RwSignal<String>,
    /// How many comments the reader's wish for more has brought; `None` before and during it.
    pub added: RwSignal<Option<usize>>,
    /// Why more comments could not be loaded.
    pub more_error: RwSignal<Option<Error>>,
    /// This reader's comments that the list does not have: those posted since the page was opened, and those
    /// that wait for a moderator.
    pub own: RwSignal<Vec<Comment>>,
    /// How many comments others have written since the list was loaded.
    pub arrivals: RwSignal<u32>,
    /// Those of them that are shown, and that the list does not have.
    arrived: RwSignal<Vec<Arc<Comment>>>,
    /// How many of this reader's comments the site's total does not count.
    uncounted: RwSignal<u32>,
    /// Whether and how one may comment here.
    pub commenting: Query<Commenting>,
    /// What is typed.
    pub draft: DraftFields,
    /// What of this reader's comments is being changed.
    pub editing: Editing,
    /// Whether the reader has asked for the form below a comment.
    pub wants_reply: RwSignal<bool>,
    /// The reply that was posted last.
    pub sent_reply: RwSignal<Option<SentReply>>,
    /// What was sent, while nobody knows whether it arrived.
    sent: StoredValue<Option<Draft>>,
    /// What becomes of the comment in the box.
    pub posting: RwSignal<Posting>,
    /// The text of an earlier visit, as long as it is in the box.
    restored_body: RwSignal<Option<String>>,
    /// Drafts of other boxes, the newest first.
    others: RwSignal<Vec<OtherDraft>>,
    /// What waits to be sent elsewhere than in the box, the newest first.
    pub outbox: RwSignal<Vec<OtherDraft>>,
    /// Whether the browser refuses to save the draft.
    pub unsaved: RwSignal<bool>,
    /// Whether the browser refuses to keep who comments.
    pub unremembered: RwSignal<bool>,
}

/// The discussion below `article` of the site that `client` reaches. `comments_open` is what the article says, `settings`
/// what the site tells, `options` what the page wants, `limit` the most graphemes of a comment.
pub fn use_discussion(
    client: Client,
    article: ArticleId,
    comments_open: bool,
    settings: DiscussionSettings,
    options: DiscussionOptions,
    limit: Signal<usize>,
) -> Discussion {
    let settings = settings.with(&options);
    let of_list = client.clone();
    let first = Query::new(move || {
        let client = of_list.clone();
        async move { client.comments(article, settings, 1).await }
    });
    let of_commenting = client.clone();
    let commenting = Query::new(move || {
        let client = of_commenting.clone();
        async move { client.commenting(article, comments_open, settings, &browser::origin()).await }
    });
    let editing = Editing::new(changeables::key(&client.root().to_string(), article));
    let discussion = Discussion {
        article,
        comments_open,
        host: use_host(),
        drafts: StoredValue::new(Drafts::open(&client.root().to_string(), article)),
        client: StoredValue::new(client),
        settings,
        captcha: StoredValue::new(options.captcha),
        captcha_state: RwSignal::default(),
        limit,
        first,
        more: RwSignal::default(),
        progress: RwSignal::default(),
        loads_later: browser::LOADS_LATER,
        is_rendered: RwSignal::new(!browser::LOADS_LATER),
        is_loading: RwSignal::default(),
        newest_first: RwSignal::new(settings.newest_first),
        linked_thread: RwSignal::default(),
        next_anchor: RwSignal::default(),
        added: RwSignal::default(),
        more_error: RwSignal::default(),
        own: RwSignal::default(),
        arrivals: RwSignal::default(),
        arrived: RwSignal::default(),
        uncounted: RwSignal::default(),
        commenting,
        draft: DraftFields::default(),
        editing,
        wants_reply: RwSignal::default(),
        sent_reply: RwSignal::default(),
        sent: StoredValue::default(),
        posting: RwSignal::default(),
        restored_body: RwSignal::default(),
        others: RwSignal::default(),
        outbox: RwSignal::default(),
        unsaved: RwSignal::default(),
        unremembered: RwSignal::default(),
    };
    let drafts = discussion.drafts;
    on_cleanup(move || drafts.with_value(Drafts::close));
    // Effects run in the browser only: what it saved is not in what is rendered natively.
    Effect::new(move |_| discussion.restore_draft());
    discussion.forget_on_withdrawal();
    Effect::new(move |_| discussion.forget_listed());
    browser::follow_fragment(discussion.host, move || discussion.show_linked_comment());
    if options.updates == Updates::Minute {
        discussion.watch_arrivals();
    }
    Effect::new(move |was_checked: Option<bool>| {
        let is_listed = first.value().is_some();
        if is_listed && was_checked != Some(true) {
            discussion.check_own();
            discussion.load_replies();
            discussion.show_linked_comment();
        }
        is_listed
    });
    discussion
}
