//! Who comments: name, e-mail address and website, and whether the browser may keep them for the next comment.

use leptos::prelude::*;

use super::{
    Field, IntoErased,
    comment_box::{EMAIL, NAME, REMEMBER, WEBSITE, is_invalid},
    field::described_by,
    use_i18n,
};
use crate::browser;

const REPLY_MAILS: &str = "reply-mails";

/// What is typed of the commenter, each with what is wrong with it.
#[derive(Clone, Copy)]
pub(super) struct Commenter {
    pub name: (RwSignal<String>, Memo<Option<String>>),
    pub email: (RwSignal<String>, Memo<Option<String>>),
    pub website: (RwSignal<String>, Memo<Option<String>>),
    /// Whether the browser may keep them.
    pub remember: RwSignal<bool>,
    /// Whether they want mails about replies; `None` where the site sends none.
    pub wants_reply_mails: Option<RwSignal<bool>>,
}

/// The fields below the text.
#[component]
pub(super) fn CommenterFields(
    commenter: Commenter,
    /// Whether name and e-mail address must be given.
    needs_identity: bool,
    is_busy: Memo<bool>,
    /// Whether the browser refuses to keep who comments.
    unremembered: Signal<bool>,
) -> impl IntoView {
    let messages = use_i18n().messages();
    let host = browser::use_host();
    let Commenter { name, email, website, remember, wants_reply_mails } = commenter;
    let required = if needs_identity { "true" } else { "false" };
    let (name_label, email_label) = if needs_identity {
        (messages.name, messages.email)
    } else {
        (messages.name_optional, messages.email_optional)
    };
    let not_remembered = move || {
        unremembered.get().then(|| {
            view! { <p class="td-field__hint" role="status">{messages.not_remembered}</p> }
        })
    };
    // A mail needs an address.
    let has_email = Memo::new(move |_| !email.0.read().trim().is_empty());
    let reply_mails = move || {
        wants_reply_mails.filter(|_| has_email.get()).map(|wants_mails| view! { <ReplyMails wants_mails/> })
    };
    view! {
        <div class="td-comment-box__who">
            <Field id=host.id(NAME) label=name_label required=needs_identity error=name.1>
                <input class="td-field__input" id=host.id(NAME) name="author" type="text" autocomplete="name" dir="auto"
                    placeholder=" " prop:value=name.0 readonly=is_busy
                    aria-required=required aria-invalid=is_invalid(name.1)
                    aria-describedby=described_by(host.id(NAME), false, name.1)/>
            </Field>
            <Field id=host.id(EMAIL) label=email_label required=needs_identity hint=messages.email_hint error=email.1>
                <input class="td-field__input" id=host.id(EMAIL) name="email" type="email" autocomplete="email" dir="ltr"
                    prop:value=email.0 readonly=is_busy
                    aria-required=required aria-invalid=is_invalid(email.1)
                    aria-describedby=described_by(host.id(EMAIL), true, email.1)/>
            </Field>
        </div>
        <Field id=host.id(WEBSITE) label=messages.website error=website.1>
            <input class="td-field__input" id=host.id(WEBSITE) name="url" type="url" autocomplete="url" dir="ltr"
                prop:value=website.0 readonly=is_busy aria-invalid=is_invalid(website.1)
                aria-describedby=described_by(host.id(WEBSITE), false, website.1)/>
        </Field>
        <div class="td-comment-box__consent">
            <label class="td-comment-box__remember">
                <input class="td-comment-box__check" id=host.id(REMEMBER) name="wp-comment-cookies-consent" type="checkbox"
                    prop:checked=remember on:change=move |event| remember.set(event_target_checked(&event))/>
                <span>{messages.remember_me}</span>
            </label>
            {not_remembered}
        </div>
        {reply_mails}
    }
    .into_erased()
}

/// Whether the site sends a mail when somebody replies.
#[component]
fn ReplyMails(wants_mails: RwSignal<bool>) -> impl IntoView {
    let id = browser::use_host().id(REPLY_MAILS);
    view! {
        <div class="td-comment-box__consent">
            <label class="td-comment-box__remember">
                <input class="td-comment-box__check" id=id name="tadwina_replies" type="checkbox" prop:checked=wants_mails
                    on:change=move |event| wants_mails.set(event_target_checked(&event))/>
                <span>{use_i18n().messages().reply_mails}</span>
            </label>
        </div>
    }
    .into_erased()
}
