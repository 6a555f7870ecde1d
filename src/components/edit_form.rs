//! The forms by which a reader changes or withdraws a comment. They stand in place of its text, and below it.

use leptos::{ev, prelude::*};

use super::{
    CharacterCount, Field, IntoErased, Notice, NoticeKind, Remaining,
    comment_box::is_invalid,
    comment_errors::field_error,
    field::described_by,
    followed_field::{follow_field, read_field},
    use_i18n,
};
use crate::{
    browser,
    error::{Field as FieldName, Rejection},
    model::{Draft, Posting},
};

/// The name of the text box of a change.
pub const EDIT_TEXT: &str = "edit-text";
/// The name of what became of a change, or of the question before a withdrawal.
pub const EDIT_NOTICE: &str = "edit-notice";

/// The form that changes a text. The text is never cut.
#[component]
pub fn EditForm(
    /// The text.
    text: RwSignal<String>,
    /// The most graphemes of the text. Unit: extended grapheme clusters.
    limit: usize,
    /// What becomes of the change.
    #[prop(into)]
    posting: Signal<Posting>,
    /// Runs after every change of the text.
    #[prop(into)]
    on_change: Callback<()>,
    /// Runs when the reader saves the change.
    #[prop(into)]
    on_save: Callback<()>,
    /// Runs when the reader does not want to change the comment any more.
    #[prop(into)]
    on_cancel: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let messages = i18n.messages();
    let host = browser::use_host();
    let remaining = Memo::new(move |_| Remaining::of(&text.read(), limit));
    let is_busy = Memo::new(move |_| posting.read().is_busy());
    let check = move |field| {
        let draft = Draft { body: text.get(), ..Draft::default() };
        let problems = draft.problems(remaining.get().excess(), false);
        problems.into_iter().find(|problem| problem.field() == Some(field))
    };
    let error = field_error(FieldName::Body, text, posting, check);
    let error = Memo::new(move |_| error.read().as_ref().map(|rejection| i18n.change_rejection(rejection)));
    focus_on_refusal(posting);
    follow_field(EDIT_TEXT, text, on_change);
    let save = move || {
        // It may have changed since it was looked at last.
        read_field(host, EDIT_TEXT, text, on_change);
        on_save.run(());
    };
    let shortcut = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            save();
        }
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        save();
    };
    let limit_id = [&*host.id(EDIT_TEXT), "-hint"].concat();
    view! {
        <form class="td-edit-form" novalidate on:submit=submit>
            <ChangeRefusal posting/>
            <Field id=host.id(EDIT_TEXT) label=messages.comment required=true error>
                <textarea class="td-field__input td-edit-form__text" id=host.id(EDIT_TEXT) rows="5" dir="auto" placeholder=" "
                    prop:value=text readonly=is_busy on:keydown=shortcut
                    aria-required="true" aria-invalid=is_invalid(error)
                    aria-describedby=described_by(host.id(EDIT_TEXT), true, error)></textarea>
                <p class="td-visually-hidden" id=limit_id>{i18n.limit(limit)}</p>
                <CharacterCount remaining/>
            </Field>
            <p class="td-edit-form__choices">
                <button class="td-button td-button--primary" type="submit"
                    aria-disabled=move || (is_busy.get() || remaining.get().is_over()).to_string()>
                    {move || if is_busy.get() { messages.sending } else { messages.save_change }}
                </button>
                <button class="td-link-button" type="button" on:click=move |_| on_cancel.run(())>
                    {messages.cancel_change}
                </button>
            </p>
        </form>
    }
    .into_erased()
}

/// Asks whether a comment shall be withdrawn.
#[component]
pub fn WithdrawForm(
    /// What becomes of the withdrawal.
    #[prop(into)]
    posting: Signal<Posting>,
    /// Runs when the reader withdraws the comment.
    #[prop(into)]
    on_withdraw: Callback<()>,
    /// Runs when the reader keeps it.
    #[prop(into)]
    on_keep: Callback<()>,
) -> impl IntoView {
    let messages = use_i18n().messages();
    let host = browser::use_host();
    let is_busy = Memo::new(move |_| posting.read().is_busy());
    focus_on_refusal(posting);
    view! {
        <div class="td-edit-form" role="group" aria-labelledby=host.id(QUESTION)>
            <ChangeRefusal posting/>
            <p id=host.id(QUESTION)>{messages.withdraw_question}</p>
            <p class="td-edit-form__choices">
                <button class="td-button" type="button" id=host.id(WITHDRAW) on:click=move |_| on_withdraw.run(())
                    aria-disabled=move || is_busy.get().to_string()>
                    {move || if is_busy.get() { messages.sending } else { messages.withdraw }}
                </button>
                <button class="td-link-button" type="button" on:click=move |_| on_keep.run(())>
                    {messages.keep_comment}
                </button>
            </p>
        </div>
    }
    .into_erased()
}

const QUESTION: &str = "withdraw-question";
/// The name of the button that withdraws a comment.
pub const WITHDRAW: &str = "withdraw";

/// Why a change was refused as a whole.
#[component]
fn ChangeRefusal(posting: Signal<Posting>) -> impl IntoView {
    let i18n = use_i18n();
    let host = browser::use_host();
    let notice = move || {
        let posting = posting.read();
        let rejection: &Rejection = posting.rejection(None)?;
        let message = i18n.change_rejection(rejection);
        let key = rejection.key();
        Some(view! { <Notice kind=NoticeKind::Error><p data-rejection=key>{message}</p></Notice> })
    };
    view! { <div id=host.id(EDIT_NOTICE) tabindex="-1" role="status">{notice}</div> }.into_erased()
}

/// After a refusal, moves the focus to the text or to the message.
fn focus_on_refusal(posting: Signal<Posting>) {
    let host = browser::use_host();
    Effect::new(move |_| {
        if let Some(rejection) = posting.read().rejections().first() {
            let target = if rejection.field().is_some() { EDIT_TEXT } else { EDIT_NOTICE };
            queue_microtask(move || host.focus(target));
        }
    });
}
