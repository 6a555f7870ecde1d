//! A button that copies a link, and what became of it.

use leptos::{ev, prelude::*, web_sys};

use super::{
    IntoErased,
    icon::{COPY, Icon},
    use_i18n,
};
use crate::{browser, i18n::Messages};

/// The result of the last attempt to copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copied {
    Done,
    Refused,
}

impl Copied {
    /// What readers see and hear of it.
    pub const fn message(self, messages: &'static Messages) -> &'static str {
        match self {
            Self::Done => messages.copied,
            Self::Refused => messages.copy_refused,
        }
    }
}

/// A small button that copies `address`. Where the clipboard refuses, a field shows it, selected.
#[component]
pub fn CopyLink(
    /// What is copied.
    address: String,
    /// Names the field, within the host element.
    field: String,
) -> impl IntoView {
    let messages = use_i18n().messages();
    let copied = RwSignal::new(None::<Copied>);
    // Thousands of comments need no thousands of regions that speak: each gets its own when somebody reaches for its button.
    let is_near = RwSignal::new(false);
    let come_near = move || {
        if !is_near.get_untracked() {
            is_near.set(true);
        }
    };
    let shown = address.clone();
    let outcome = move || {
        let (address, field) = (shown.clone(), field.clone());
        is_near.get().then(|| view! { <Outcome copied address field/> })
    };
    let press = move |_| {
        come_near();
        copied.set(None);
        copy(address.clone(), copied);
    };
    let forget = move |event: ev::FocusEvent| {
        if browser::has_left(&event) {
            copied.set(None);
        }
    };
    view! {
        <div class="td-copy" on:focusout=forget>
            <button class="td-copy__button" type="button" on:focus=move |_| come_near() on:click=press>
                <Icon path=COPY/>
                {messages.copy_link}
            </button>
            {outcome}
        </div>
    }
    .into_erased()
}

/// What became of the last attempt.
#[component]
fn Outcome(copied: RwSignal<Option<Copied>>, address: String, field: String) -> impl IntoView {
    let messages = use_i18n().messages();
    let host = browser::use_host();
    let id = host.id(&field);
    // The field appears, selected, when the clipboard has refused.
    Effect::new(move |_| {
        if copied.get() == Some(Copied::Refused) {
            host.focus(&field);
        }
    });
    view! {
        {move || (copied.get() == Some(Copied::Refused)).then(|| view! {
            <input class="td-copy__field" id=id.clone() type="text" readonly dir="ltr"
                aria-label=messages.copy_link value=address.clone() on:focus=select_all/>
        }.into_erased())}
        <p class="td-copy__status" role="status">{move || copied.get().map(|copied| copied.message(messages))}</p>
    }
    .into_erased()
}

/// Copies `address`, and tells `copied` whether it did.
pub fn copy(address: String, copied: RwSignal<Option<Copied>>) {
    leptos::task::spawn_local(async move {
        let is_done = browser::copy(&address).await;
        copied.set(Some(if is_done { Copied::Done } else { Copied::Refused }));
    });
}

/// Selects the text of a field that gets the focus.
pub fn select_all(event: ev::FocusEvent) {
    event_target::<web_sys::HtmlInputElement>(&event).select();
}
