//! Readers' comments in threads. The list is flat, because threads may be of any depth: a reply is indented, and says to
//! whom it replies.

use std::{collections::HashSet, time::Duration};

use leptos::prelude::*;

use super::{AuthorSentence, CommentView, ErasedView, IntoErased, use_i18n};
use crate::{
    browser,
    model::{Comment, CommentId, CommentStatus, Threaded},
};

/// The most comments that a page lays out without need. Unit: comments.
const SHORT: usize = 200;
/// How many comments are rendered at once. A slow phone must not stand still meanwhile. Unit: comments.
const SLICE: usize = 4;

/// A list of comments; nothing while it is empty. A comment that stays in the list is not rendered again
/// when others come or go: somebody may be reading it.
#[component]
pub fn CommentList(
    /// The comments, each at its place.
    #[prop(into)]
    comments: Signal<Vec<Threaded>>,
    /// How many levels of replies are indented, at most 10. Replies below them stand under each other.
    depth: usize,
    /// What a reader can do with a comment, in its footer.
    #[prop(optional)]
    actions: Option<Callback<Comment, ErasedView>>,
    /// What stands below a comment.
    #[prop(optional)]
    below: Option<Callback<Comment, ErasedView>>,
) -> impl IntoView {
    let is_long = Memo::new(move |_| comments.read().len() > SHORT);
    let rendered = in_slices(comments);
    let is_busy = Memo::new(move |_| rendered.read().len() < comments.read().len());
    view! {
        <Show when=move || !rendered.read().is_empty()>
            <ol class="td-comment-list" class:td-comment-list--long=is_long aria-busy=move || is_busy.get().then_some("true")>
                <For each=move || rendered.get() key=|(key, _)| *key let((_, threaded))>
                    <CommentItem threaded levels=depth actions below/>
                </For>
            </ol>
        </Show>
    }
    .into_erased()
}

/// Identifies a comment within its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    /// One that was held may be published later, and is shown in another way then. One without a place may get it.
    Id(CommentId, CommentStatus, usize),
    /// The site took the comment without telling its id: it is the first such comment, the second, …
    Unnumbered(usize),
}

type Keyed = Vec<(Key, Threaded)>;

/// Those of `comments` that are rendered: new ones come slice by slice, and between two slices the browser does what is more
/// urgent. Natively all are.
fn in_slices(comments: Signal<Vec<Threaded>>) -> Memo<Keyed> {
    let slices = RwSignal::new(0_u32);
    let rendered = Memo::new(move |before: Option<&Keyed>| {
        slices.track();
        let comments = keyed(comments.get());
        if browser::LOADS_LATER {
            with_slice(before.map_or(&[], Vec::as_slice), comments, SLICE)
        } else {
            comments
        }
    });
    browser::after_pause(
        move || rendered.read().len() < comments.read().len(),
        Duration::ZERO,
        move |is_waiting| {
            if is_waiting {
                slices.update(|slices| *slices = slices.wrapping_add(1));
            }
        },
    );
    rendered
}

/// Those of `comments` that were rendered `before`, and the first `room` of the others.
fn with_slice(before: &[(Key, Threaded)], mut comments: Keyed, mut room: usize) -> Keyed {
    let is_begun =
        comments.len() >= before.len() && before.iter().zip(&comments).all(|(before, now)| before.0 == now.0);
    if is_begun {
        comments.truncate(before.len() + room);
        return comments;
    }
    let before: HashSet<_> = before.iter().map(|(key, _)| key).collect();
    comments.retain(|(key, _)| {
        let is_rendered = before.contains(key);
        let has_room = !is_rendered && room > 0;
        room -= usize::from(has_room);
        is_rendered || has_room
    });
    comments
}

fn keyed(comments: Vec<Threaded>) -> Keyed {
    let mut unnumbered = 0..;
    comments
        .into_iter()
        .map(|threaded| match threaded.comment.id {
            Some(id) => (Key::Id(id, threaded.comment.status, threaded.depth), threaded),
            None => (Key::Unnumbered(unnumbered.next().unwrap_or_default()), threaded),
        })
        .collect()
}

#[component]
fn CommentItem(
    threaded: Threaded,
    levels: usize,
    actions: Option<Callback<Comment, ErasedView>>,
    below: Option<Callback<Comment, ErasedView>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let Threaded { comment, depth, parent } = threaded;
    let comment = (*comment).clone();
    let reply_to = parent.map(|parent| {
        let author = i18n.commenter(&parent.author);
        let sentence = view! { <AuthorSentence segments=i18n.in_reply_to() author/> };
        let href = [&*browser::page_url(), "#", &parent.anchor().unwrap_or_default()].concat();
        if depth > levels {
            view! { <p class="td-comment-list__reply-to"><a href=href>{sentence}</a></p> }.into_erased()
        } else {
            // The indentation shows it.
            view! { <p class="td-visually-hidden">{sentence}</p> }.into_erased()
        }
    });
    view! {
        <li class="td-comment-list__item" data-depth=depth.min(levels).to_string()>
            {reply_to}
            <CommentView comment=comment.clone() actions=actions.map(|actions| actions.run(comment.clone()))/>
            {below.map(|below| below.run(comment))}
        </li>
    }
    .into_erased()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{Html, Origin};

    fn list(ids: &[u64]) -> Keyed {
        let threaded = ids.iter().map(|id| {
            let comment = Comment {
                id: Some(CommentId(*id)),
                parent: None,
                author: String::new(),
                published: None,
                body: Html::default(),
                status: CommentStatus::Approved,
                origin: Origin::default(),
            };
            Threaded { comment: Arc::new(comment), depth: 0, parent: None }
        });
        keyed(threaded.collect())
    }

    #[test]
    fn new_comments_come_slice_by_slice_and_those_that_are_there_stay() {
        for (before, comments, expected) in [
            (&[][..], &[1, 2, 3, 4][..], &[1, 2][..]),
            (&[1, 2], &[1, 2, 3, 4], &[1, 2, 3, 4]),
            (&[1, 2, 3], &[1, 2, 3, 4], &[1, 2, 3, 4]),
            // Comments between them and before them.
            (&[1, 4], &[1, 2, 3, 4, 5], &[1, 2, 3, 4]),
            (&[4, 5], &[1, 2, 3, 4, 5], &[1, 2, 4, 5]),
            (&[1, 2, 3], &[3, 2, 1], &[3, 2, 1]),
            (&[1, 2, 3], &[3], &[3]),
            (&[1], &[], &[]),
        ] {
            let shown = with_slice(&list(before), list(comments), 2);
            assert_eq!(shown, list(expected), "{before:?} then {comments:?}");
        }
    }
}
