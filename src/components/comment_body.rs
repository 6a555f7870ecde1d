//! The text box of a comment, the live count below it, and a button that selects what is too much.

use leptos::{ev, prelude::*};

use super::{
    CharacterCount, IntoErased, Remaining,
    character_count::excess_start,
    comment_box::{BODY, is_invalid},
    comment_preview::CommentPreview,
    field::described_by,
    format_toolbar::{FormatToolbar, apply, format_of},
    use_i18n,
};
use crate::browser;

/// The text box with its count.
const COUNT: &str = "counted";

/// The text box.
#[component]
pub(super) fn CommentBody(
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
        } else if let Some(format) = format_of(&event)
            && !is_busy.get_untracked()
        {
            event.prevent_default();
            apply(host, format);
        }
    };
    let is_previewed = RwSignal::new(false);
    let select_excess = move |_| {
        if let Some(start) = excess_start(&body.read_untracked(), limit) {
            host.select_from(BODY, start);
        }
    };
    let reveal = move || host.reveal(COUNT);
    let limit_id = [&*host.id(BODY), "-hint"].concat();
    view! {
        <FormatToolbar is_busy is_previewed/>
        // On a phone the keyboard leaves room for little more than the text and its count.
        <div class="td-comment-box__body" id=host.id(COUNT)
            on:focusin=move |_| reveal() on:input=move |_| reveal() on:keyup=move |_| reveal()>
            <textarea class="td-field__input td-comment-box__text" id=host.id(BODY) rows="5" dir="auto"
                placeholder=" " prop:value=body readonly=is_busy on:keydown=shortcut
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
        <CommentPreview body is_shown=is_previewed/>
    }
    .into_erased()
}
