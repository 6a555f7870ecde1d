//! The box in which a reader writes a comment.
//!
//! It keeps no text of its own: what is typed is the caller's, who also keeps it for the next visit.
//! Problems stand beside what they concern and take the focus once; the text is never cut and there is
//! no `maxlength`.

use std::mem;

use leptos::{ev, prelude::*};

use super::{CharacterCount, Field, Notice, NoticeKind, Piece, Room, field::described_by, piece, use_i18n};
use crate::{
    browser,
    error::Field as FieldName,
    model::{CommentStatus, Outcome},
    reactive::{Derived, Live, Var, effect, flag, handler, live},
};

const BODY: &str = "body";
const NAME: &str = "name";
const EMAIL: &str = "email";
const NOTICE: &str = "box-notice";
const TITLE: &str = "box-title";
/// Where a page that embeds the box puts what it has to say, such as its terms.
const NOTICE_SLOT: &str = "comment-notice";

/// The comment box.
#[component]
pub fn CommentBox(
    /// The commenter's name.
    name: Var<String>,
    /// The commenter's e-mail address.
    email: Var<String>,
    /// The text.
    body: Var<String>,
    /// Most letters of the text. Unit: extended grapheme clusters.
    limit: usize,
    /// Whether name and e-mail address must be given.
    #[prop(default = true)]
    needs_identity: bool,
    /// Whether a comment is on its way: nothing can be changed or sent meanwhile.
    sending: Var<bool>,
    /// What became of the last attempt.
    outcome: Var<Outcome>,
    /// Whether the text is a draft of an earlier visit.
    restored: Var<bool>,
    /// Whether the browser refuses to keep the draft.
    unkept: Var<bool>,
    /// After every change.
    #[prop(into)]
    on_change: Callback<()>,
    /// When the reader throws the restored draft away.
    #[prop(into)]
    on_discard: Callback<()>,
    /// When the reader posts.
    #[prop(into)]
    on_post: Callback<()>,
) -> Piece {
    let i18n = use_i18n();
    let words = i18n.words();
    let root = browser::use_root();
    let error_at = move |field| move || outcome.get().rejection(Some(field)).map(|it| i18n.rejection(it));
    let (body_error, name_error, email_error) =
        (error_at(FieldName::Body), error_at(FieldName::Name), error_at(FieldName::Email));
    let typed = move |field: Var<String>| {
        handler(move |event| {
            field.set(event_target_value(&event));
            on_change.run(());
        })
    };

    follow(body, on_change);
    lead_to_problem(outcome);

    let submit = handler(move |event: ev::SubmitEvent| {
        event.prevent_default();
        on_post.run(());
    });
    let shortcut = handler(move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            on_post.run(());
        }
    });
    let room = Derived::new(move || Room::of(&body.get(), limit));
    let is_over = move || matches!(room.get(), Room::Over { .. });
    let select_excess = handler(move |_| {
        if let Some(start) = browser::excess_start(&body.get_untracked(), limit) {
            root.select_from(BODY, start);
        }
    });

    // The button goes: before that, the focus to what it was about.
    let discard = move || {
        root.focus(BODY);
        on_discard.run(());
    };
    let restored_notice = live(move || {
        restored.get().then(|| piece(view! {
            <p class="td-comment-box__restored" role="status">
                {words.draft_restored}
                " "
                <button type="button" class="td-link-button" on:click:capture=handler(move |_| discard())>{words.discard_draft}</button>
            </p>
        }))
    });
    let unkept_notice = live(move || {
        unkept.get().then(|| piece(view! { <p class="td-field__hint">{words.draft_unkept}</p> }))
    });
    let body_input = piece(view! {
        <div class="td-comment-box__body">
            <textarea class="td-field__input td-comment-box__text" id=root.id(BODY) rows="5" dir="auto"
                prop:value=live(move || body.get()) readonly=flag(move || sending.get()) on:keydown:capture=shortcut
                aria-required="true" aria-invalid=invalid(body_error)
                aria-describedby=described_by(&root.id(BODY), false, body_error)></textarea>
            <CharacterCount room limit/>
            // It keeps its room while it is hidden: nothing moves at the limit.
            <button type="button" class="td-link-button td-comment-box__excess" hidden=flag(move || !is_over()) on:click:capture=select_excess>{words.select_excess}</button>
        </div>
    });
    let required = if needs_identity { "true" } else { "false" };
    let (name_label, email_label) =
        if needs_identity { (words.name, words.email) } else { (words.name_optional, words.email_optional) };
    let name_input = piece(view! {
        <input class="td-field__input" id=root.id(NAME) name="author" type="text" autocomplete="name" dir="auto"
            prop:value=live(move || name.get()) readonly=flag(move || sending.get()) on:input:capture=typed(name)
            aria-required=required aria-invalid=invalid(name_error)
            aria-describedby=described_by(&root.id(NAME), false, name_error)/>
    });
    let email_input = piece(view! {
        <input class="td-field__input" id=root.id(EMAIL) name="email" type="email" autocomplete="email" dir="ltr"
            prop:value=live(move || email.get()) readonly=flag(move || sending.get()) on:input:capture=typed(email)
            aria-required=required aria-invalid=invalid(email_error)
            aria-describedby=described_by(&root.id(EMAIL), true, email_error)/>
    });
    piece(view! {
        <form class="td-comment-box" part="comment-box" novalidate aria-labelledby=root.id(TITLE) on:submit:capture=submit>
            <h3 class="td-comment-box__title" id=root.id(TITLE)>{words.leave_comment}</h3>
            {restored_notice}
            <div class="td-comment-box__outcome" id=root.id(NOTICE) tabindex="-1" role="status">{outcome_notice(outcome)}</div>
            <Field id=root.id(BODY) label=words.comment error=body_error input=body_input/>
            <div class="td-comment-box__who">
                <Field id=root.id(NAME) label=name_label error=name_error input=name_input/>
                <Field id=root.id(EMAIL) label=email_label hint=words.email_hint error=email_error input=email_input/>
            </div>
            {unkept_notice}
            <slot name=NOTICE_SLOT></slot>
            <button class="td-button td-button--primary" part="submit" type="submit" aria-disabled=live(move || Some((sending.get() || is_over()).to_string()))>
                {live(move || if sending.get() { words.sending } else { words.post_comment }.to_owned())}
            </button>
        </form>
    })
}

/// What concerns the form as a whole: that the comment was taken, or why it was not.
fn outcome_notice(outcome: Var<Outcome>) -> Live<Option<Piece>> {
    let i18n = use_i18n();
    live(move || {
        let outcome = outcome.get();
        let (kind, key, message) = match &outcome {
            Outcome::None => None,
            Outcome::Posted(CommentStatus::Approved) => {
                Some((NoticeKind::Success, None, i18n.words().posted.to_owned()))
            }
            Outcome::Posted(CommentStatus::Held) => {
                Some((NoticeKind::Held, None, i18n.words().held.to_owned()))
            }
            Outcome::Rejected(_) => {
                let rejection = outcome.rejection(None)?;
                Some((NoticeKind::Error, Some(rejection.key()), i18n.rejection(rejection)))
            }
        }?;
        let message = piece(view! { <p data-rejection=key>{message}</p> });
        Some(piece(view! { <Notice kind message/> }))
    })
}

/// `aria-invalid` of an input.
fn invalid(error: impl Fn() -> Option<String> + Send + 'static) -> Live<Option<String>> {
    live(move || Some(error().is_some().to_string()))
}

/// Takes over every change of the text, whoever made it.
fn follow(body: Var<String>, on_change: Callback<()>) {
    let root = browser::use_root();
    // The effect has it, and takes it along when the box goes.
    let mut _watch = None;
    effect(move || {
        let changed = move |value: String| {
            if body.get_untracked() != value {
                body.set(value);
                on_change.run(());
            }
        };
        _watch = Some(root.watch_field(BODY, changed));
    });
}

/// After an attempt, the focus goes to what needs it: the first wrong field, or the message.
fn lead_to_problem(outcome: Var<Outcome>) {
    let root = browser::use_root();
    let mut is_new = true;
    effect(move || {
        let outcome = outcome.get();
        // What became of an attempt before the box was made anew was told by its predecessor.
        if mem::take(&mut is_new) {
            return;
        }
        let target = match outcome {
            Outcome::None => None,
            Outcome::Posted(_) => Some(NOTICE),
            Outcome::Rejected(rejections) => rejections.first().map(|first| match first.field() {
                Some(FieldName::Body) => BODY,
                Some(FieldName::Name) => NAME,
                Some(FieldName::Email) => EMAIL,
                None => NOTICE,
            }),
        };
        if let Some(target) = target {
            root.focus(target);
        }
    });
}
