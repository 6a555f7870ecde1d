//! What a reader can do with a comment of one's own, where the site lets its author change it for a while.

use leptos::prelude::*;

use crate::{
    browser,
    components::{
        COMMENT_BODY, CommentText, EDIT_NOTICE, EDIT_TEXT, EditForm, IntoErased, Notice, NoticeKind,
        WITHDRAW, WithdrawForm, use_i18n,
    },
    model::{Comment, CommentId, CommentStatus},
    state::{Discussion, Task},
};

/// The buttons to change and to withdraw the comment `id`, as long as its author can.
#[component]
pub fn OwnActions(
    /// The state of the discussion.
    discussion: Discussion,
    /// The comment.
    id: CommentId,
) -> impl IntoView {
    let messages = use_i18n().messages();
    let host = browser::use_host();
    let editing = discussion.editing;
    let left = browser::countdown(move || editing.seconds_left(id));
    let is_offered = Memo::new(move |_| {
        let is_open = editing.open.get().is_some_and(|(open, _)| open == id);
        !is_open && left.get().is_some_and(|left| left > 0)
    });
    view! {
        <Show when=move || is_offered.get()>
            <button class="td-link-button" type="button" id=host.id(&button(id, Task::Edit))
                on:click=move |_| discussion.open_own(id, Task::Edit)>
                {messages.edit}
            </button>
            <button class="td-link-button" type="button" id=host.id(&button(id, Task::Withdraw))
                on:click=move |_| discussion.open_own(id, Task::Withdraw)>
                {messages.withdraw}
            </button>
        </Show>
    }
    .into_erased()
}

/// The text of one's own comment, or the form to change it.
#[component]
pub fn OwnText(
    /// The state of the discussion.
    discussion: Discussion,
    /// The comment.
    comment: Comment,
    /// Its number.
    id: CommentId,
) -> impl IntoView {
    let messages = use_i18n().messages();
    let host = browser::use_host();
    let editing = discussion.editing;
    let anchor = comment.anchor().unwrap_or_default();
    let task = Memo::new(move |_| editing.open.get().filter(|(open, _)| *open == id).map(|(_, task)| task));
    let text = move || {
        if task.get() == Some(Task::Edit) {
            return view! {
                <EditForm text=editing.text limit=discussion.limit.get() posting=editing.posting
                    on_change=move |()| discussion.save_own_draft()
                    on_save=move |()| discussion.change_own()
                    on_cancel=move |()| discussion.close_own()/>
            }
            .into_erased();
        }
        let html = editing.body(id).unwrap_or_else(|| comment.body.clone());
        view! { <CommentText html anchor=anchor.clone()/> }.into_erased()
    };
    let question = move || {
        (task.get() == Some(Task::Withdraw)).then(|| {
            view! {
                <WithdrawForm posting=editing.posting on_withdraw=move |()| discussion.withdraw_own()
                    on_keep=move |()| discussion.close_own()/>
            }
        })
    };
    let outcome = move || {
        let (_, status) = editing.changed.get().filter(|(changed, _)| *changed == id)?;
        let (kind, message) = match status {
            CommentStatus::Approved => (NoticeKind::Success, messages.change_published),
            CommentStatus::Held => (NoticeKind::Held, messages.change_held),
        };
        Some(view! { <Notice kind><p>{message}</p></Notice> })
    };
    view! {
        {text}
        {question}
        <div role="status" tabindex="-1" id=host.id(&outcome_of(id))>{outcome}</div>
    }
    .into_erased()
}

/// Says that a comment was withdrawn: it is not there to say it itself.
#[component]
pub fn WithdrawnNotice(
    /// The state of the discussion.
    discussion: Discussion,
) -> impl IntoView {
    let messages = use_i18n().messages();
    focus_own(discussion);
    let notice = move || {
        let is_withdrawn = discussion.editing.is_withdrawn.get();
        is_withdrawn.then(|| view! { <Notice kind=NoticeKind::Success><p>{messages.withdrawn}</p></Notice> })
    };
    view! { <div class="td-discussion__withdrawn" role="status">{notice}</div> }.into_erased()
}

/// The focus goes into a form that opens. When it closes, it goes back to its button, to what became of the change, or to
/// the box with the text of the comment that is gone.
fn focus_own(discussion: Discussion) {
    let host = browser::use_host();
    let editing = discussion.editing;
    Effect::new(move |before: Option<Option<(CommentId, Task)>>| {
        let open = editing.open.get();
        let changed = editing.changed.get_untracked();
        let is_withdrawn = editing.is_withdrawn.get_untracked();
        if let Some(before) = before.filter(|before| *before != open) {
            // The forms are rendered by other effects.
            queue_microtask(move || match (open, before) {
                (Some((_, Task::Edit)), _) => host.focus(EDIT_TEXT),
                (Some((_, Task::Withdraw)), _) => host.focus(WITHDRAW),
                (None, Some(_)) if is_withdrawn => host.focus(COMMENT_BODY),
                (None, Some((id, _))) if changed.is_some() => host.focus(&outcome_of(id)),
                (None, Some((id, task))) => host.focus(&button(id, task)),
                (None, None) => {}
            });
        }
        open
    });
}

/// The name of the button for `task`.
fn button(CommentId(id): CommentId, task: Task) -> String {
    let name = match task {
        Task::Edit => "edit-",
        Task::Withdraw => "withdraw-",
    };
    [name, &id.to_string()].concat()
}

/// The name of what became of a change.
fn outcome_of(CommentId(id): CommentId) -> String {
    [EDIT_NOTICE, "-", &id.to_string()].concat()
}
