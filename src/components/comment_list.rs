//! Readers' comments in the order given.

use leptos::prelude::*;

use super::{CommentView, IntoErased};
use crate::model::{Comment, CommentId, CommentStatus};

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
                    <li class="td-comment-list__item"><CommentView comment/></li>
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
