//! This reader's comments that the list may not have, as they are stored.

use super::{Drafts, LIFETIME_MS, read_id, write_id};
use crate::{
    browser::{self, StorageRefused},
    model::{Comment, CommentStatus, Html, Moment, Origin},
};

/// The number of texts that a comment is stored as.
pub(super) const COMMENT_FIELDS: usize = 5;

impl Drafts {
    /// This reader's comments that the list may not have, oldest first: those that are published, which a cache may
    /// still lack, then those that wait for a moderator.
    pub fn own(&self) -> Vec<Comment> {
        let read = |key, status| {
            let stored = browser::load(key).unwrap_or_default();
            stored
                .chunks(COMMENT_FIELDS)
                .filter_map(|stored| read_comment(stored, status))
                .collect::<Vec<_>>()
        };
        let mut own = read(&self.posted_key, CommentStatus::Approved);
        let now_ms = browser::now_ms();
        let held = read(&self.held_key, CommentStatus::Held);
        own.extend(held.into_iter().filter(|held| !is_forgotten(held, now_ms)));
        own
    }

    /// Saves them.
    ///
    /// # Errors
    /// When the browser refuses to save.
    pub fn save_own(&self, own: &[Comment]) -> Result<(), StorageRefused> {
        for (key, status) in
            [(&self.posted_key, CommentStatus::Approved), (&self.held_key, CommentStatus::Held)]
        {
            let comments = own.iter().filter(|comment| comment.status == status);
            let stored: Vec<_> = comments.flat_map(write_comment).collect();
            if stored.is_empty() {
                browser::remove(key);
            } else {
                browser::save(key, stored)?;
            }
        }
        Ok(())
    }
}

/// Whether a held comment is older than anybody waits. WordPress tells nobody that it is in the trash, and empties that
/// after 30 days.
pub(super) fn is_forgotten(held: &Comment, now_ms: u64) -> bool {
    let seconds = held.published.and_then(|moment| moment.unix_seconds());
    let held_ms = seconds.and_then(|seconds| u64::try_from(seconds).ok()).map(|seconds| seconds * 1000);
    held_ms.is_some_and(|held_ms| now_ms.saturating_sub(held_ms) > LIFETIME_MS)
}

pub(super) fn write_comment(comment: &Comment) -> [String; COMMENT_FIELDS] {
    let Comment { id, parent, author, published, body, .. } = comment;
    let published = published.map(|moment| moment.to_numbers().map(|number| number.to_string()).join(" "));
    [
        write_id(*id),
        write_id(*parent),
        author.clone(),
        published.unwrap_or_default(),
        body.untrusted().to_owned(),
    ]
}

pub(super) fn read_comment(stored: &[String], status: CommentStatus) -> Option<Comment> {
    let [id, parent, author, published, body] = stored else { return None };
    let published: Vec<_> = published.split(' ').filter_map(|number| number.parse().ok()).collect();
    Some(Comment {
        id: read_id(id),
        parent: read_id(parent),
        author: author.clone(),
        published: Moment::from_numbers(&published),
        body: Html::from_site(body.clone()),
        status,
        origin: Origin::default(),
    })
}
