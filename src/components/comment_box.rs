//! The form in which a reader writes a comment.
//!
//! It keeps no text itself: the caller owns what is typed and saves it for the next visit. An error stands
//! beside its field and takes the focus once. The text is never cut: there is no `maxlength`.

use leptos::{ev, prelude::*};

use super::{
    AuthorSentence, CharacterCount, DraftNotices, ErasedView, Field, IntoErased, Notice, NoticeKind,
    Remaining, character_count::excess_start, comment_errors::field_error, field::described_by, use_i18n,
};
use crate::{
    browser,
    error::Field as FieldName,
    model::{CommentStatus, Draft, Posting},
};

/// The name of the text box.
pub const BODY: &str = "body";
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
    /// Whose comment it replies to.
    #[prop(default = None)]
    reply_to: Option<String>,
    /// The most graphemes of the text. Unit: extended grapheme clusters.
    limit: usize,
    /// Whether name and e-mail address must be given.
    #[prop(default = true)]
    needs_identity: bool,
    /// What becomes of the comment.
    #[prop(into)]
    posting: Signal<Posting>,
    /// Whether the text is a draft from an earlier visit.
    #[prop(into)]
    restored: Signal<bool>,
    /// The draft of another tab or of an earlier visit, which may be taken over.
    #[prop(into)]
    other: Signal<Option<Draft>>,
    /// Whether the browser refuses to save the draft.
    #[prop(into)]
    unsaved: Signal<bool>,
    /// Runs after every change.
    #[prop(into)]
    on_change: Callback<()>,
    /// Runs when the reader discards the restored draft.
    #[prop(into)]
    on_discard: Callback<()>,
    /// Runs when the reader goes on with the other draft.
    #[prop(into)]
    on_take_other: Callback<()>,
    /// Runs when the reader discards the other draft.
    #[prop(into)]
    on_discard_other: Callback<()>,
    /// Runs when the reader does not want to reply any more.
    #[prop(into, default = Callback::new(|()| ()))]
    on_cancel: Callback<()>,
    /// Runs when the reader posts.
    #[prop(into)]
    on_post: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let messages = i18n.messages();
    let host = browser::use_host();
    let remaining = Memo::new(move |_| Remaining::of(&body.read(), limit));
    let is_busy = Memo::new(move |_| posting.read().is_busy());
    let check = move |field| {
        let draft = Draft { name: name.get(), email: email.get(), body: body.get(), parent: None };
        let problems = draft.problems(remaining.get().excess(), needs_identity);
        problems.into_iter().find(|problem| problem.field() == Some(field))
    };
    let error_of = |(field, value)| {
        let error = field_error(field, value, posting, check);
        Memo::new(move |_| error.read().as_ref().map(|rejection| i18n.rejection(rejection)))
    };
    let [body_error, name_error, email_error] =
        [(FieldName::Body, body), (FieldName::Name, name), (FieldName::Email, email)].map(error_of);
    let fields = [(BODY, body), (NAME, name), (EMAIL, email)];
    for (field, value) in fields {
        follow_field(field, value, on_change);
    }
    // Whether the reader has asked in this form. What comes without being asked for takes no focus.
    let has_posted = RwSignal::new(false);
    focus_on_outcome(posting, has_posted);
    let post = Callback::new(move |()| {
        // A browser may fill in a field without any event.
        for (field, value) in fields {
            if let Some(text) = host.field_text(field) {
                set_value(value, text, on_change);
            }
        }
        has_posted.set(true);
        on_post.run(());
    });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        post.run(());
    };

    let required = if needs_identity { "true" } else { "false" };
    let (name_label, email_label) = if needs_identity {
        (messages.name, messages.email)
    } else {
        (messages.name_optional, messages.email_optional)
    };
    let cancel = reply_to.is_some().then(|| {
        view! {
            <button class="td-link-button td-comment-box__cancel" type="button" on:click=move |_| on_cancel.run(())>
                {messages.cancel_reply}
            </button>
        }
    });
    let title = match reply_to {
        None => messages.leave_comment.into_erased(),
        Some(author) => view! { <AuthorSentence segments=i18n.reply_heading() author/> }.into_erased(),
    };
    view! {
        <form class="td-comment-box" part="comment-box" novalidate aria-labelledby=host.id(TITLE) on:submit=submit>
            <h3 class="td-comment-box__title" id=host.id(TITLE)>{title}</h3>
            <DraftNotices field=BODY body restored on_discard other on_take_other on_discard_other/>
            <div class="td-comment-box__outcome" id=host.id(NOTICE) tabindex="-1" role="status">
                {move || outcome_notice(&posting.read())}
            </div>
            <Field id=host.id(BODY) label=messages.comment required=true error=body_error>
                <BodyInput body limit remaining is_busy error=body_error on_post=post/>
            </Field>
            <div class="td-comment-box__who">
                <Field id=host.id(NAME) label=name_label required=needs_identity error=name_error>
                    <input class="td-field__input" id=host.id(NAME) name="author" type="text" autocomplete="name" dir="auto"
                        prop:value=name readonly=is_busy
                        aria-required=required aria-invalid=is_invalid(name_error)
                        aria-describedby=described_by(host.id(NAME), false, name_error)/>
                </Field>
                <Field id=host.id(EMAIL) label=email_label required=needs_identity hint=messages.email_hint error=email_error>
                    <input class="td-field__input" id=host.id(EMAIL) name="email" type="email" autocomplete="email" dir="ltr"
                        prop:value=email readonly=is_busy
                        aria-required=required aria-invalid=is_invalid(email_error)
                        aria-describedby=described_by(host.id(EMAIL), true, email_error)/>
                </Field>
            </div>
            {move || unsaved.get().then(|| view! { <p class="td-field__hint">{messages.draft_unsaved}</p> })}
            <slot name=NOTICE_SLOT></slot>
            {cancel}
            <button class="td-button td-button--primary" part="submit" type="submit"
                aria-disabled=move || (is_busy.get() || remaining.get().is_over()).to_string()>
                {move || if is_busy.get() { messages.sending } else { messages.post_comment }}
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
    is_busy: Memo<bool>,
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
        if let Some(start) = excess_start(&body.read_untracked(), limit) {
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
                prop:value=body readonly=is_busy on:keydown=shortcut
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

/// What concerns the form as a whole: that the comment was posted, or why it was not.
fn outcome_notice(posting: &Posting) -> Option<ErasedView> {
    let i18n = use_i18n();
    let (kind, key, message) = match posting {
        Posting::Confirmed(CommentStatus::Approved) => {
            (NoticeKind::Success, None, i18n.messages().posted.to_owned())
        }
        Posting::Confirmed(CommentStatus::Held) => (NoticeKind::Held, None, i18n.messages().held.to_owned()),
        _ => {
            let rejection = posting.rejection(None)?;
            (NoticeKind::Error, Some(rejection.key()), i18n.rejection(rejection))
        }
    };
    Some(view! { <Notice kind><p data-rejection=key>{message}</p></Notice> }.into_erased())
}

/// The value of `aria-invalid`.
fn is_invalid(error: Memo<Option<String>>) -> impl Fn() -> String + Send + 'static {
    move || error.read().is_some().to_string()
}

/// Copies the value of the field that is called `name` into `value` whenever it changes: browsers, dictation software
/// and extensions change it without an `input` event.
fn follow_field(name: &'static str, value: RwSignal<String>, on_change: Callback<()>) {
    let host = browser::use_host();
    // The effect keeps the watch, which ends when it is dropped.
    Effect::new(move |_| host.watch_field(name, move |text| set_value(value, text, on_change)));
}

fn set_value(value: RwSignal<String>, text: String, on_change: Callback<()>) {
    // The watch may outlive the form by a moment, and then there is nothing to change.
    if value.try_get_untracked().is_some_and(|value| value != text) {
        value.set(text);
        on_change.try_run(());
    }
}

/// After an attempt to post, moves the focus to the first invalid field or to the message.
fn focus_on_outcome(posting: Signal<Posting>, has_posted: RwSignal<bool>) {
    let host = browser::use_host();
    Effect::new(move |_| {
        let target = match &*posting.read() {
            Posting::Typed | Posting::Sending | Posting::LookingUp(_) | Posting::LookingUpToSend => None,
            Posting::Confirmed(_) => Some(NOTICE),
            Posting::Refused(rejections) | Posting::Unknown(rejections) => {
                rejections.first().map(|first| match first.field() {
                    Some(FieldName::Body) => BODY,
                    Some(FieldName::Name) => NAME,
                    Some(FieldName::Email) => EMAIL,
                    None => NOTICE,
                })
            }
        };
        if let Some(target) = target.filter(|_| has_posted.get_untracked()) {
            // After the effect that empties the box: a field that loses the focus is read, and has its old text until then.
            queue_microtask(move || host.focus(target));
        }
    });
}
