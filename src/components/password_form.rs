//! Asks for the password of an article.

use leptos::{ev, prelude::*};

use super::{Field, IntoErased, Notice, NoticeKind, field::described_by, use_i18n};
use crate::browser;

const PASSWORD: &str = "password";

/// A form for the password of an article, in the place of its text.
#[component]
pub fn PasswordForm(
    /// What is wrong with the last password, in the reader's language.
    #[prop(into)]
    error: Signal<Option<String>>,
    /// Whether a password is being tried.
    #[prop(into)]
    trying: Signal<bool>,
    /// Runs with the password.
    #[prop(into)]
    on_submit: Callback<String>,
) -> impl IntoView {
    let messages = use_i18n().messages();
    let host = browser::use_host();
    let id = host.id(PASSWORD);
    let [password, tried] = [(); 2].map(|()| RwSignal::new(String::new()));
    // Another password may be the right one.
    let error = Memo::new(move |_| error.get().filter(|_| *password.read() == *tried.read()));
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if !password.read_untracked().is_empty() {
            tried.set(password.get_untracked());
            on_submit.run(password.get_untracked());
        }
    };
    Effect::new(move |_| {
        if error.read().is_some() {
            host.focus(PASSWORD);
        }
    });
    let described_by = described_by(id.clone(), false, error);
    view! {
        <form class="td-password-form" on:submit=submit>
            <Notice kind=NoticeKind::Locked><p>{messages.locked}</p></Notice>
            <Field id=id.clone() label=messages.password error>
                <input class="td-field__input" id=id.clone() type="password" name="post_password" autocomplete="off"
                    required=true dir="ltr" aria-invalid=move || error.read().is_some().then_some("true")
                    aria-describedby=described_by
                    on:input=move |event| password.set(event_target_value(&event))/>
            </Field>
            <button class="td-button" type="submit" aria-disabled=move || trying.get().then_some("true")>
                {messages.open_article}
            </button>
        </form>
    }
    .into_erased()
}
