//! One reader's comment: an `<article>` with WordPress's anchor `#comment-ID`.

use leptos::prelude::*;

use super::{DateTime, IntoErased, UserHtml, use_i18n};
use crate::{
    browser,
    model::{Comment, CommentStatus},
};

/// A comment.
#[component]
pub fn CommentView(
    /// The comment.
    comment: Comment,
) -> impl IntoView {
    let i18n = use_i18n();
    let messages = i18n.messages();
    let anchor = comment.anchor();
    let Comment { author, published, body, status, .. } = comment;
    let author = i18n.commenter(&author);
    let time = published.map(|moment| {
        let time = view! { <DateTime class="td-comment__time" moment/> };
        match &anchor {
            Some(anchor) => {
                // Whole, so that no `<base>` leads elsewhere.
                let href = [&*browser::page_url(), "#", anchor].concat();
                view! { <a class="td-comment__link" href=href>{time}</a> }.into_erased()
            }
            None => time.into_erased(),
        }
    });
    let is_held = status == CommentStatus::Held;
    // A comment without a number has no anchor, and no ids worth a link.
    let name = anchor.clone().unwrap_or_else(|| "comment".to_owned());
    let held = is_held.then(|| view! { <p class="td-comment__held">{messages.awaiting_moderation}</p> });
    view! {
        <article class="td-comment" part="comment" id=anchor data-status=is_held.then_some("held")>
            <header class="td-comment__header">
                <bdi class="td-comment__author">{author}</bdi>
                " "
                {time}
            </header>
            {held}
            <UserHtml html=body around=i18n.direction() class="td-comment__body td-prose" comment=name/>
        </article>
    }
    .into_erased()
}
