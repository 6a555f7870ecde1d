//! Readers' comments, in the order in which they come. Each is an article of its own with WordPress's anchor `#comment-ID`.

use leptos::prelude::*;

use super::{DateTime, Piece, UserHtml, piece, use_i18n};
use crate::model::{Comment, CommentStatus};

/// A list of comments. Replies will be a list of the same kind within an item.
#[component]
pub fn CommentList(
    /// What to show.
    comments: Vec<Comment>,
) -> Piece {
    let items = comments.into_iter().map(|comment| view! { <CommentItem comment/> }).collect_view();
    piece(view! { <ol class="td-comment-list">{items}</ol> })
}

#[component]
fn CommentItem(comment: Comment) -> Piece {
    let words = use_i18n().words();
    let anchor = comment.anchor();
    let Comment { author, published, body, status, .. } = comment;
    let author = if author.is_empty() { words.anonymous.to_owned() } else { author };
    let time = published.map(|moment| {
        let time = view! { <DateTime class="td-comment__time" moment/> };
        match &anchor {
            Some(anchor) => {
                let href = ["#", anchor].concat();
                piece(view! { <a class="td-comment__link" href=href>{time}</a> })
            }
            None => piece(time),
        }
    });
    let is_held = status == CommentStatus::Held;
    let held = is_held.then(|| view! { <p class="td-comment__held">{words.awaiting_moderation}</p> });
    piece(view! {
        <li class="td-comment-list__item">
            <article class="td-comment" part="comment" id=anchor data-status=is_held.then_some("held")>
                <header class="td-comment__header">
                    <bdi class="td-comment__author">{author}</bdi>
                    " "
                    {time}
                </header>
                {held}
                <UserHtml html=body class="td-comment__body td-prose"/>
            </article>
        </li>
    })
}
