//! Comments that wait to be sent.

use leptos::prelude::*;

use super::{IntoErased, use_i18n};
use crate::browser;

/// The name of the heading.
const TITLE: &str = "outbox-title";

/// A comment that waits to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingComment {
    /// Its text.
    pub body: String,
    /// The address of its article, if that is another one.
    pub elsewhere: Option<String>,
}

/// The comments that wait to be sent, without the one in the box; nothing where there are none.
#[component]
pub fn Outbox(
    /// The comments.
    #[prop(into)]
    waiting: Signal<Vec<WaitingComment>>,
    /// The name of the field that has the focus after a choice, when the button is gone.
    field: &'static str,
    /// Runs when the reader wants the comment with this index sent.
    #[prop(into)]
    on_send: Callback<usize>,
    /// Runs when the reader discards it.
    #[prop(into)]
    on_discard: Callback<usize>,
) -> impl IntoView {
    let messages = use_i18n().messages();
    let host = browser::use_host();
    let item = move |(index, WaitingComment { body, elsewhere }): (usize, WaitingComment)| {
        let choose = move |choice: Callback<usize>| {
            move |_| {
                choice.run(index);
                queue_microtask(move || host.focus(field));
            }
        };
        let send = match elsewhere {
            Some(href) => view! { <a href=href>{messages.waiting_elsewhere}</a> }.into_erased(),
            None => view! {
                <button type="button" class="td-link-button" on:click=choose(on_send)>{messages.send_waiting}</button>
            }
            .into_erased(),
        };
        view! {
            <li class="td-outbox__comment">
                <blockquote class="td-outbox__excerpt" dir="auto">{body}</blockquote>
                <p class="td-outbox__choices">
                    {send}
                    " "
                    <button type="button" class="td-link-button" on:click=choose(on_discard)>{messages.discard_draft}</button>
                </p>
            </li>
        }
    };
    let outbox = move || {
        let waiting = waiting.get();
        (!waiting.is_empty()).then(|| {
            view! {
                <section class="td-outbox" aria-labelledby=host.id(TITLE)>
                    <h3 class="td-outbox__title" id=host.id(TITLE)>{messages.waiting}</h3>
                    <ul class="td-outbox__list">{waiting.into_iter().enumerate().map(item).collect_view()}</ul>
                </section>
            }
            .into_erased()
        })
    };
    outbox.into_erased()
}
