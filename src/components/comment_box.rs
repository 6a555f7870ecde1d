//! The form in which a reader writes a comment.
//!
//! It keeps no text itself: the caller owns what is typed and saves it for the next visit. An error stands
//! beside its field and takes the focus once. The text is never cut: there is no `maxlength`.

use leptos::{ev, prelude::*};

use super::{
    CharacterCount, ErasedView, Field, IntoErased, Notice, NoticeKind, Remaining,
    comment_errors::field_error, field::described_by, use_i18n,
};
use crate::{
    browser,
    error::Field as FieldName,
    model::{CommentStatus, Draft, Outcome},
};

const BODY: &str = "body";
const NAME: &str = "name";
const EMAIL: &str = "email";
/// The text box with its count.
const COUNT: &str = "counted";
const NOTICE: &str = "box-notice";
const TITLE: &str = "box-title";
/// The slot in which a page that embeds the form shows what it has to say, such as its terms.
const NOTICE_SLOT: &str = "comment-notice";

/// The comment form.
#[component]
pub fn CommentBox(
    /// The commenter's name.
    name: RwSignal<String>,
    /// The commenter's e-mail address.
    email: RwSignal<String>,
    /// The text.
    body: RwSignal<String>,
    /// The most graphemes of the text. Unit: extended grapheme clusters.
    limit: usize,
    /// Whether name and e-mail address must be given.
    #[prop(default = true)]
    needs_identity: bool,
    /// Whether a comment is being sent: nothing can be changed or sent meanwhile.
    #[prop(into)]
    sending: Signal<bool>,
    /// The outcome of the last attempt to post.
    #[prop(into)]
    outcome: Signal<Outcome>,
    /// Whether the text is a draft from an earlier visit.
    #[prop(into)]
    restored: Signal<bool>,
    /// Whether the browser refuses to save the draft.
    #[prop(into)]
    unsaved: Signal<bool>,
    /// Runs after every change.
    #[prop(into)]
    on_change: Callback<()>,
    /// Runs when the reader discards the restored draft.
    #[prop(into)]
    on_discard: Callback<()>,
    /// Runs when the reader posts.
    #[prop(into)]
    on_post: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let messages = i18n.messages();
    let host = browser::use_host();
    let remaining = Memo::new(move |_| Remaining::of(&body.read(), limit));
    let check = move |field| {
        let draft = Draft { name: name.get(), email: email.get(), body: body.get(), parent: None };
        let problems = draft.problems(remaining.get().excess(), needs_identity);
        problems.into_iter().find(|problem| problem.field() == Some(field))
    };
    let error_of = |(field, value)| {
        let error = field_error(field, value, outcome, check);
        Memo::new(move |_| error.read().as_ref().map(|rejection| i18n.rejection(rejection)))
    };
    let [body_error, name_error, email_error] =
        [(FieldName::Body, body), (FieldName::Name, name), (FieldName::Email, email)].map(error_of);
    let input = move |field: RwSignal<String>| {
        move |event| {
            field.set(event_target_value(&event));
            on_change.run(());
        }
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        on_post.run(());
    };

    follow_field(body, on_change);
    focus_on_outcome(outcome);

    let required = if needs_identity { "true" } else { "false" };
    let (name_label, email_label) = if needs_identity {
        (messages.name, messages.email)
    } else {
        (messages.name_optional, messages.email_optional)
    };
    view! {
        <form class="td-comment-box" part="comment-box" novalidate aria-labelledby=host.id(TITLE) on:submit=submit>
            <h3 class="td-comment-box__title" id=host.id(TITLE)>{messages.leave_comment}</h3>
            {restored_notice(restored, on_discard)}
            <div class="td-comment-box__outcome" id=host.id(NOTICE) tabindex="-1" role="status">
                {move || outcome_notice(&outcome.read())}
            </div>
            <Field id=host.id(BODY) label=messages.comment required=true error=body_error>
                <BodyInput body limit remaining sending error=body_error on_post/>
            </Field>
            <div class="td-comment-box__who">
                <Field id=host.id(NAME) label=name_label required=needs_identity error=name_error>
                    <input class="td-field__input" id=host.id(NAME) name="author" type="text" autocomplete="name" dir="auto"
                        prop:value=name readonly=sending on:input=input(name)
                        aria-required=required aria-invalid=is_invalid(name_error)
                        aria-describedby=described_by(host.id(NAME), false, name_error)/>
                </Field>
                <Field id=host.id(EMAIL) label=email_label required=needs_identity hint=messages.email_hint error=email_error>
                    <input class="td-field__input" id=host.id(EMAIL) name="email" type="email" autocomplete="email" dir="ltr"
                        prop:value=email readonly=sending on:input=input(email)
                        aria-required=required aria-invalid=is_invalid(email_error)
                        aria-describedby=described_by(host.id(EMAIL), true, email_error)/>
                </Field>
            </div>
            {move || unsaved.get().then(|| view! { <p class="td-field__hint">{messages.draft_unsaved}</p> })}
            <slot name=NOTICE_SLOT></slot>
            <button class="td-button td-button--primary" part="submit" type="submit"
                aria-disabled=move || (sending.get() || remaining.get().is_over()).to_string()>
                {move || if sending.get() { messages.sending } else { messages.post_comment }}
            </button>
        </form>
    }
    .into_erased()
}

/// The text box, the live count below it, and a button that selects what is too much.
#[component]
fn BodyInput(
    body: RwSignal<String>,
    limit: usize,
    remaining: Memo<Remaining>,
    sending: Signal<bool>,
    error: Memo<Option<String>>,
    on_post: Callback<()>,
) -> impl IntoView {
    let host = browser::use_host();
    let shortcut = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            on_post.run(());
        }
    };
    let select_excess = move |_| {
        if let Some(start) = browser::excess_start(&body.read_untracked(), limit) {
            host.select_from(BODY, start);
        }
    };
    let reveal = move || host.reveal(COUNT);
    let limit_id = [&*host.id(BODY), "-hint"].concat();
    view! {
        // On a phone the keyboard leaves room for little more than the text and its count.
        <div class="td-comment-box__body" id=host.id(COUNT)
            on:focusin=move |_| reveal() on:input=move |_| reveal() on:keyup=move |_| reveal()>
            <textarea class="td-field__input td-comment-box__text" id=host.id(BODY) rows="5" dir="auto"
                prop:value=body readonly=sending on:keydown=shortcut
                aria-required="true" aria-invalid=is_invalid(error)
                aria-describedby=described_by(host.id(BODY), true, error)></textarea>
            <p class="td-visually-hidden" id=limit_id>{use_i18n().limit(limit)}</p>
            <CharacterCount remaining/>
            // Style sheets keep its space while it is hidden, so that nothing moves at the limit.
            <button type="button" class="td-link-button td-comment-box__excess"
                hidden=move || !remaining.get().is_over() on:click=select_excess>
                {use_i18n().messages().select_excess}
            </button>
        </div>
    }
    .into_erased()
}

/// Says that a draft is back, and offers to discard it.
fn restored_notice(
    restored: Signal<bool>,
    on_discard: Callback<()>,
) -> impl Fn() -> Option<ErasedView> + Send {
    let host = browser::use_host();
    let messages = use_i18n().messages();
    let discard = move |_| {
        // The button disappears, so the focus has to move before that.
        host.focus(BODY);
        on_discard.run(());
    };
    move || {
        restored.get().then(|| {
            view! {
                <p class="td-comment-box__restored" role="status">
                    {messages.draft_restored}
                    " "
                    <button type="button" class="td-link-button" on:click=discard>{messages.discard_draft}</button>
                </p>
            }
            .into_erased()
        })
    }
}

/// What concerns the form as a whole: that the comment was posted, or why it was not.
fn outcome_notice(outcome: &Outcome) -> Option<ErasedView> {
    let i18n = use_i18n();
    let (kind, key, message) = match outcome {
        Outcome::None => return None,
        Outcome::Posted(CommentStatus::Approved) => {
            (NoticeKind::Success, None, i18n.messages().posted.to_owned())
        }
        Outcome::Posted(CommentStatus::Held) => (NoticeKind::Held, None, i18n.messages().held.to_owned()),
        Outcome::Rejected(_) => {
            let rejection = outcome.rejection(None)?;
            (NoticeKind::Error, Some(rejection.key()), i18n.rejection(rejection))
        }
    };
    Some(view! { <Notice kind><p data-rejection=key>{message}</p></Notice> }.into_erased())
}

/// The value of `aria-invalid`.
fn is_invalid(error: Memo<Option<String>>) -> impl Fn() -> String + Send + 'static {
    move || error.read().is_some().to_string()
}

/// Copies the value of the text box into `body` whenever it changes: dictation software and browser
/// extensions change it without an event.
fn follow_field(body: RwSignal<String>, on_change: Callback<()>) {
    let host = browser::use_host();
    let changed = move |value: String| {
        // The watch may outlive the form by a moment, and then there is nothing to change.
        if body.try_get_untracked().is_some_and(|body| body != value) {
            body.set(value);
            on_change.try_run(());
        }
    };
    // The effect keeps the watch, which ends when it is dropped.
    Effect::new(move |_| host.watch_field(BODY, changed));
}

/// After an attempt to post, moves the focus to the first invalid field or to the message.
fn focus_on_outcome(outcome: Signal<Outcome>) {
    let host = browser::use_host();
    Effect::new(move |previous: Option<()>| {
        let target = match &*outcome.read() {
            Outcome::None => None,
            Outcome::Posted(_) => Some(NOTICE),
            Outcome::Rejected(rejections) => rejections.first().map(|first| match first.field() {
                Some(FieldName::Body) => BODY,
                Some(FieldName::Name) => NAME,
                Some(FieldName::Email) => EMAIL,
                None => NOTICE,
            }),
        };
        // The first outcome is older than this form: a form that was there before has shown it.
        if let (Some(()), Some(target)) = (previous, target) {
            host.focus(target);
        }
    });
}
