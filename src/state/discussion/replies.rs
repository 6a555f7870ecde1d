//! Replying to a comment: the box stands below it, and comes back when the reply is there or not wanted. Each reply is a
//! draft of its own, which stays.

use leptos::{prelude::*, task::spawn_local};

use super::Discussion;
use crate::{
    browser,
    model::{Comment, CommentId, CommentStatus, Posting},
};

/// How far up a thread is looked for its beginning. Unit: comments.
const MAX_ANCESTORS: usize = 100;

/// A reply that was posted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentReply {
    /// Whether others can see it.
    pub status: CommentStatus,
    /// Its anchor; empty where the site has not told its number.
    pub anchor: String,
}

impl Discussion {
    /// Moves the box below the comment `id`, to reply to it. A new comment that is being written stays as a draft.
    pub fn reply_to(self, id: CommentId) {
        self.sent_reply.set(None);
        self.wants_reply.set(true);
        self.change_parent(Some(id));
    }

    /// Moves the box back to the end of the discussion. The reply stays as a draft.
    pub fn cancel_reply(self) {
        self.change_parent(None);
    }

    /// The site has the reply: moves the box back, unless its author goes on writing in it.
    pub(super) fn end_reply(self, reply: &Comment) {
        let is_blank = self.draft.body.try_with_untracked(String::is_empty) == Some(true);
        if reply.parent.is_some() && is_blank && self.draft.parent.get_untracked() == reply.parent {
            let anchor = reply.anchor().unwrap_or_default();
            self.sent_reply.set(Some(SentReply { status: reply.status, anchor }));
            self.change_parent(None);
        }
    }

    fn change_parent(self, parent: Option<CommentId>) {
        // What is on its way is watched where it was written.
        if !self.posting.read_untracked().is_busy() && self.draft.parent.get_untracked() != parent {
            self.move_box(parent);
            self.load_draft();
        }
    }

    /// Moves the box without its text.
    pub(super) fn move_box(self, parent: Option<CommentId>) {
        if self.draft.parent.get_untracked() != parent {
            self.drafts.update_value(|drafts| drafts.reply_to(parent));
            self.sent.set_value(None);
            self.posting.set(Posting::Typed);
            self.restored_body.set(None);
            self.draft.body.set(String::new());
            self.draft.parent.set(parent);
        }
    }

    /// Shows the comment to which the address leads.
    pub(super) fn show_linked_comment(self) {
        if let Some(link) = browser::linked_comment(self.host) {
            self.show_comment(link.id);
            if link.is_reply {
                self.reply_to(link.id);
            }
        }
    }

    /// Shows the comment `id` with its thread: in its place if the beginning of the thread was loaded, before the others
    /// otherwise.
    pub(super) fn show_comment(self, id: CommentId) {
        let Some(client) = self.client.try_get_value().filter(|_| untrack(|| self.has_more())) else {
            return;
        };
        let (article, listed) = (self.article, untrack(|| self.listed()));
        spawn_local(async move {
            let mut fetched: Vec<Comment> = Vec::new();
            let mut beginning = None;
            let mut next = Some(id);
            for _ in 0..MAX_ANCESTORS {
                let Some(id) = next else { break };
                let known = listed.iter().map(|comment| &**comment).chain(&fetched);
                let known =
                    known.filter(|comment| comment.id == Some(id)).map(|comment| comment.parent).next();
                if let Some(parent) = known {
                    next = parent;
                } else if let Ok(Some(comment)) = client.comment(article, id).await {
                    next = comment.parent;
                    fetched.push(comment);
                } else {
                    // A comment that nobody can see, or no answer: the thread begins below it.
                    break;
                }
                beginning = Some(id);
            }
            let is_listed = listed.iter().any(|comment| comment.id == beginning && comment.parent.is_none());
            // `None` when the reader has left the article meanwhile.
            if beginning.is_some() && self.add(fetched).is_some() {
                if !is_listed {
                    self.linked_thread.set(beginning);
                }
                self.load_replies();
            }
        });
    }
}
