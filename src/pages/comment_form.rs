//! Where comments are written: one form, at the end of the discussion or below the comment that is replied to.

use leptos::prelude::*;

use super::comments::FORM;
use crate::{
    api::Commenting,
    browser,
    components::{
        COMMENT_BODY, CommentBox, IntoErased, Notice, NoticeKind, Outbox, WaitingComment, use_i18n,
    },
    model::{Comment, CommentId, CommentStatus, Threaded},
    state::{Discussion, OtherDraft, SentReply},
};

/// The comment form, or why there is none. Where something is typed there are both: a site that stops taking
/// comments does not take away what somebody wrote.
#[component]
pub fn BoxOrReason(
    /// The state of the discussion.
    discussion: Discussion,
    /// The comments that are in the page, each at its place.
    threads: Memo<Vec<Threaded>>,
    /// The article's page at the site itself.
    site_url: String,
    /// Whether the place of the form has to stay where it is when comments come above it.
    #[prop(into)]
    is_kept: Signal<bool>,
) -> impl IntoView {
    let messages = use_i18n().messages();
    let host = browser::use_host();
    let reason = move || {
        let reason = match discussion.commenting.value()? {
            Commenting::Rest | Commenting::Unknown | Commenting::Form => return None,
            Commenting::Elsewhere => {
                let site_url = site_url.clone();
                view! { <a href=site_url rel="external">{messages.comment_elsewhere}</a> }.into_erased()
            }
            Commenting::LoginRequired => messages.login_required.into_erased(),
            Commenting::Closed => messages.comments_closed.into_erased(),
        };
        Some(view! { <Notice kind=NoticeKind::Closed><p>{reason}</p></Notice> })
    };
    // The form is there until the site says that it takes no comments: most do. The text is read untracked,
    // so that emptying the box does not remove it: that can still be undone.
    let has_box = Memo::new(move |_| {
        let is_open = discussion.commenting.value().is_none_or(Commenting::is_here);
        let is_restored = discussion.is_restored();
        is_open || is_restored || !discussion.draft.body.read_untracked().trim().is_empty()
    });
    // A reply to a comment that is not here is written here.
    let has_reply_area = Memo::new(move |_| {
        let parent = discussion.draft.parent.get();
        let is_parent = |threaded: &Threaded| threaded.comment.id == parent;
        parent.is_some() && threads.read().iter().any(is_parent)
    });
    focus_moved_box(discussion);
    let comment_box = move || {
        let is_here = has_box.get() && !has_reply_area.get();
        is_here.then(|| view! { <CommentForm discussion limit=discussion.limit.get() reply_to=None/> })
    };
    view! {
        <div class="td-discussion__box" class:td-discussion__box--kept=is_kept id=host.anchor(FORM)>
            {reason}
            <WaitingComments discussion/>
            {comment_box}
        </div>
    }
    .into_erased()
}

/// The comments that wait to be sent.
#[component]
fn WaitingComments(discussion: Discussion) -> impl IntoView {
    let outbox = discussion.outbox;
    let waiting = Signal::derive(move || {
        let comment = |OtherDraft { draft, is_here, .. }| {
            let elsewhere = draft.waits_at.filter(|_| !is_here);
            WaitingComment { body: draft.typed.body, elsewhere }
        };
        outbox.get().into_iter().map(comment).collect::<Vec<_>>()
    });
    let choose = move |index: usize, chosen: fn(Discussion, &OtherDraft)| {
        if let Some(comment) = outbox.get_untracked().get(index) {
            chosen(discussion, comment);
        }
    };
    view! {
        <Outbox waiting field=COMMENT_BODY on_send=move |index| choose(index, Discussion::send_waiting)
            on_discard=move |index| choose(index, Discussion::discard_waiting)/>
    }
    .into_erased()
}

/// The button to reply to `comment`; none while somebody does, and where nobody can.
#[component]
pub fn ReplyButton(
    /// The state of the discussion.
    discussion: Discussion,
    /// The comment.
    comment: Comment,
) -> impl IntoView {
    let i18n = use_i18n();
    let host = browser::use_host();
    let has_levels = discussion.settings.depth > 1;
    let id = comment.id.filter(|_| has_levels && comment.status == CommentStatus::Approved);
    let name = i18n.reply_to(&i18n.commenter(&comment.author));
    id.map(|id| {
        let is_offered = Memo::new(move |_| {
            let is_open = discussion.draft.parent.get() == Some(id);
            !is_open && discussion.commenting.value().is_none_or(Commenting::is_here)
        });
        view! {
            <Show when=move || is_offered.get()>
                <button class="td-link-button td-comment-list__reply" type="button" id=host.id(&reply_button(id))
                    aria-label=name.clone() on:click=move |_| discussion.reply_to(id)>
                    {i18n.messages().reply}
                </button>
            </Show>
        }
    })
    .into_erased()
}

/// The form below `comment`, while somebody replies to it.
#[component]
pub fn ReplyForm(
    /// The state of the discussion.
    discussion: Discussion,
    /// The comment.
    comment: Comment,
) -> impl IntoView {
    let author = use_i18n().commenter(&comment.author);
    let id = comment.id;
    let is_open = Memo::new(move |_| id.is_some() && discussion.draft.parent.get() == id);
    let host = browser::use_host();
    // A comment that comes after the reader's wish takes the form, and the focus in it, from the end of the discussion.
    Effect::new(move |_| {
        if is_open.get() && discussion.wants_reply.get_untracked() {
            queue_microtask(move || host.focus_again(COMMENT_BODY));
        }
    });
    let form = move || {
        is_open.get().then(|| {
            view! { <CommentForm discussion limit=discussion.limit.get() reply_to=Some(author.clone())/> }
        })
    };
    form.into_erased()
}

/// The name of the button by which one replies to a comment.
fn reply_button(CommentId(id): CommentId) -> String {
    ["reply-", &id.to_string()].concat()
}

/// The form with what is typed.
#[component]
fn CommentForm(discussion: Discussion, limit: usize, reply_to: Option<String>) -> impl IntoView {
    let Discussion { draft, posting, unsaved, .. } = discussion;
    view! {
        <CommentBox name=draft.name email=draft.email body=draft.body limit
            needs_identity=discussion.settings.needs_identity posting unsaved reply_to
            captcha=discussion.captcha captcha_state=discussion.captcha_state
            website=draft.website remember=draft.remember
            wants_reply_mails=discussion.settings.offers_reply_mails.then_some(draft.wants_reply_mails) unremembered=discussion.unremembered
            restored=Signal::derive(move || discussion.is_restored())
            other=Signal::derive(move || discussion.other_draft())
            on_change=move |()| discussion.save_draft()
            on_discard=move |()| discussion.discard_draft()
            on_take_other=move |()| discussion.take_other_draft()
            on_discard_other=move |()| discussion.discard_other_draft()
            on_cancel=move |()| discussion.cancel_reply()
            on_post=move |()| discussion.post()/>
    }
    .into_erased()
}

/// When the form has moved, the focus goes with it: into the form, back to the button that opened it, or to the reply that
/// was posted.
fn focus_moved_box(discussion: Discussion) {
    let host = browser::use_host();
    Effect::new(move |before: Option<Option<CommentId>>| {
        let parent = discussion.draft.parent.get();
        let sent = discussion.sent_reply.get_untracked();
        if let Some(before) = before.filter(|before| *before != parent) {
            // The form is rendered by other effects.
            queue_microtask(move || match (parent, before, sent) {
                (Some(_), ..) => host.focus(COMMENT_BODY),
                (None, _, Some(SentReply { anchor, .. })) if !anchor.is_empty() => host.go_to(&anchor),
                (None, Some(before), _) => host.focus(&reply_button(before)),
                (None, None, _) => {}
            });
        }
        parent
    });
}
