//! The text of a comment as it will be shown, through the sanitiser of every comment.

use std::time::Duration;

use leptos::prelude::*;

use super::{IntoErased, UserHtml, use_i18n};
use crate::{browser, model::Html, text::formatted_paragraphs};

/// Name of the preview.
pub(super) const PREVIEW: &str = "preview";
/// How long somebody must pause before the preview follows.
const PAUSE: Duration = Duration::from_millis(300);

/// The preview.
#[component]
pub(super) fn CommentPreview(body: RwSignal<String>, is_shown: RwSignal<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let messages = i18n.messages();
    let host = browser::use_host();
    let settled = RwSignal::new(String::new());
    browser::after_pause(move || body.get(), PAUSE, move |text| settled.set(text));
    // At once when it is opened.
    let text = Memo::new(move |_| {
        let settled = settled.get();
        is_shown.get().then(|| body.try_get_untracked().unwrap_or(settled))
    });
    let content = move || {
        let text = text.get()?;
        if text.trim().is_empty() {
            return Some(
                view! { <p class="td-comment-preview__empty">{messages.nothing_to_preview}</p> }
                    .into_erased(),
            );
        }
        let html = Html::from_site(formatted_paragraphs(text.trim()));
        let view = view! {
            <UserHtml html around=i18n.direction() class="td-comment__body td-prose" comment=PREVIEW.to_owned()/>
        };
        Some(view.into_erased())
    };
    view! {
        <div class="td-comment-preview" id=host.id(PREVIEW) role="region" aria-label=messages.preview
            hidden=move || !is_shown.get()>
            {content}
        </div>
    }
    .into_erased()
}
