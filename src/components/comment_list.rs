//! Readers' comments in the order given. Each is an `<article>` with WordPress's anchor `#comment-ID`.

use leptos::prelude::*;

use super::{DateTime, IntoErased, UserHtml, use_i18n};
use crate::{
    browser,
    model::{Comment, CommentId, CommentStatus},
};

/// A list of comments; nothing while it is empty. A comment that stays in the list is not rendered again
/// when others come or go: somebody may be reading it.
#[component]
pub fn CommentList(
    /// The comments.
    #[prop(into)]
    comments: Signal<Vec<Comment>>,
) -> impl IntoView {
    view! {
        <Show when=move || !comments.read().is_empty()>
            <ol class="td-comment-list">
                <For each=move || keyed(comments.get()) key=|(key, _)| *key let((_, comment))>
                    <CommentItem comment/>
                </For>
            </ol>
        </Show>
    }
    .into_erased()
}

/// Identifies a comment within its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    /// One that was held may be published later, and is shown in another way then.
    Id(CommentId, CommentStatus),
    /// The site took the comment without telling its id: it is the first such comment, the second, …
    Unnumbered(usize),
}

fn keyed(comments: Vec<Comment>) -> Vec<(Key, Comment)> {
    let mut unnumbered = 0..;
    comments
        .into_iter()
        .map(|comment| match comment.id {
            Some(id) => (Key::Id(id, comment.status), comment),
            None => (Key::Unnumbered(unnumbered.next().unwrap_or_default()), comment),
        })
        .collect()
}

#[component]
fn CommentItem(comment: Comment) -> impl IntoView {
    let i18n = use_i18n();
    let messages = i18n.messages();
    let anchor = comment.anchor();
    let Comment { author, published, body, status, .. } = comment;
    let author = if author.is_empty() { messages.anonymous.to_owned() } else { author };
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
        <li class="td-comment-list__item">
            <article class="td-comment" part="comment" id=anchor data-status=is_held.then_some("held")>
                <header class="td-comment__header">
                    <bdi class="td-comment__author">{author}</bdi>
                    " "
                    {time}
                </header>
                {held}
                <UserHtml html=body around=i18n.direction() class="td-comment__body td-prose" comment=name/>
            </article>
        </li>
    }
    .into_erased()
}
