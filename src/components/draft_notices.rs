//! What a comment box says of drafts: its own is back, or another tab or an earlier visit left one.

use leptos::prelude::*;

use super::{IntoErased, use_i18n};
use crate::{browser, model::Draft};

/// The notices above a comment box.
#[component]
pub fn DraftNotices(
    /// The name of the text box within its host: the focus goes there after a choice.
    field: &'static str,
    /// The text in the box.
    body: RwSignal<String>,
    /// Whether the text is a draft from an earlier visit.
    restored: Signal<bool>,
    /// Runs when the reader discards it.
    on_discard: Callback<()>,
    /// The draft of another tab or of an earlier visit. It is offered while the box is empty.
    other: Signal<Option<Draft>>,
    /// Runs when the reader goes on with it.
    on_take_other: Callback<()>,
    /// Runs when the reader discards it.
    on_discard_other: Callback<()>,
) -> impl IntoView {
    let messages = use_i18n().messages();
    let host = browser::use_host();
    // The button disappears, so the focus has to move before that.
    let choose = move |choice: Callback<()>| {
        move |_| {
            host.focus(field);
            choice.run(());
        }
    };
    let restored = move || {
        restored.get().then(|| {
            view! {
                <p class="td-draft-notices__restored" role="status">
                    {messages.draft_restored}
                    " "
                    <button type="button" class="td-link-button" on:click=choose(on_discard)>{messages.discard_draft}</button>
                </p>
            }
            .into_erased()
        })
    };
    let is_empty = Memo::new(move |_| body.read().is_empty());
    let other = move || {
        let Draft { body, .. } = other.get().filter(|_| is_empty.get())?;
        let view = view! {
            <div class="td-draft-notices__other" role="status">
                <p>{messages.draft_found}</p>
                <blockquote class="td-draft-notices__excerpt" dir="auto">{body}</blockquote>
                <p class="td-draft-notices__choices">
                    <button type="button" class="td-link-button" on:click=choose(on_take_other)>{messages.take_draft}</button>
                    " "
                    <button type="button" class="td-link-button" on:click=choose(on_discard_other)>
                        {messages.discard_draft}
                    </button>
                </p>
            </div>
        };
        Some(view.into_erased())
    };
    view! { {restored} {other} }.into_erased()
}
