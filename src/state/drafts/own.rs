//! This reader's comments that the list may not have, as they are stored.

use super::{Drafts, LIFETIME_MS, read_id, write_id};
use crate::{
    browser::{self, StorageRefused},
    model::{Comment, CommentStatus, Html, Moment, Origin},
};

/// The number of texts that a comment is stored as.
const COMMENT_FIELDS: usize = 5;

/// A comment as it is stored: number, parent, author, date, text.
type Stored = [String; COMMENT_FIELDS];

/// Stands before the time at which a comment without a date was kept, in milliseconds since 1970, in the place of its date.
/// Releases before this one read that as no date.
const KEPT: char = '@';

impl Drafts {
    /// This reader's comments that the list may not have, oldest first: those that are published, which a cache may
    /// still lack, then those that wait for a moderator.
    pub fn own(&self) -> Vec<Comment> {
        let mut own = read(&stored(&self.posted_key), CommentStatus::Approved);
        own.extend(read(&self.held(), CommentStatus::Held));
        own
    }

    /// Saves them.
    ///
    /// # Errors
    /// When the browser refuses to save.
    pub fn save_own(&self, own: &[Comment]) -> Result<(), StorageRefused> {
        let before = stored(&self.held_key);
        for (key, status) in
            [(&self.posted_key, CommentStatus::Approved), (&self.held_key, CommentStatus::Held)]
        {
            let comments = own.iter().filter(|comment| comment.status == status);
            save(key, comments.map(|comment| write_comment(comment, &before)).collect())?;
        }
        Ok(())
    }

    /// Gives the comments that wait for a moderator, and have no date, the day on which they are first seen without one:
    /// releases before this one kept none.
    ///
    /// # Errors
    /// When the browser refuses to save.
    pub fn date_held(&self) -> Result<(), StorageRefused> {
        let held = self.held();
        if held.iter().all(|comment| held_ms(comment).is_some()) {
            return Ok(());
        }
        let comments = read(&held, CommentStatus::Held);
        save(&self.held_key, comments.iter().map(|comment| write_comment(comment, &held)).collect())
    }

    /// Those that wait for a moderator, as they are stored, without those that nobody waits for any more.
    fn held(&self) -> Vec<Stored> {
        let now_ms = browser::now_ms();
        let mut held = stored(&self.held_key);
        held.retain(|comment| !is_forgotten(held_ms(comment), now_ms));
        held
    }
}

fn stored(key: &str) -> Vec<Stored> {
    let stored = browser::load(key).unwrap_or_default();
    stored.chunks(COMMENT_FIELDS).filter_map(|comment| comment.to_vec().try_into().ok()).collect()
}

fn save(key: &str, comments: Vec<Stored>) -> Result<(), StorageRefused> {
    if comments.is_empty() {
        browser::remove(key);
        return Ok(());
    }
    browser::save(key, comments.concat())
}

fn read(stored: &[Stored], status: CommentStatus) -> Vec<Comment> {
    stored.iter().map(|stored| read_comment(stored, status)).collect()
}

/// When a comment was posted, or kept. Unit: milliseconds since 1970.
fn held_ms([_, _, _, published, _]: &Stored) -> Option<u64> {
    if let Some(kept_ms) = published.strip_prefix(KEPT) {
        return kept_ms.parse().ok();
    }
    let seconds = read_moment(published)?.unix_seconds()?;
    u64::try_from(seconds).ok().map(|seconds| seconds * 1000)
}

/// Whether a comment is held for longer than anybody waits. WordPress tells nobody that it is in the trash, and empties
/// that after 30 days.
fn is_forgotten(held_ms: Option<u64>, now_ms: u64) -> bool {
    held_ms.is_some_and(|held_ms| now_ms.saturating_sub(held_ms) > LIFETIME_MS)
}

/// `before` has what was stored: a comment without a date keeps the day on which it was kept.
fn write_comment(comment: &Comment, before: &[Stored]) -> Stored {
    let Comment { id, parent, author, published, body, .. } = comment;
    let (id, body) = (write_id(*id), body.untrusted().to_owned());
    let published = match published {
        Some(moment) => moment.to_numbers().map(|number| number.to_string()).join(" "),
        None => {
            let is_same = |stored: &&Stored| {
                stored[0] == id && (!id.is_empty() || stored[4] == body) && stored[3].starts_with(KEPT)
            };
            let kept = before.iter().find(is_same).map(|stored| stored[3].clone());
            kept.unwrap_or_else(|| [&*KEPT.to_string(), &browser::now_ms().to_string()].concat())
        }
    };
    [id, write_id(*parent), author.clone(), published, body]
}

fn read_comment([id, parent, author, published, body]: &Stored, status: CommentStatus) -> Comment {
    Comment {
        id: read_id(id),
        parent: read_id(parent),
        author: author.clone(),
        published: read_moment(published),
        body: Html::from_site(body.clone()),
        status,
        origin: Origin::default(),
    }
}

fn read_moment(published: &str) -> Option<Moment> {
    let numbers: Vec<_> = published.split(' ').filter_map(|number| number.parse().ok()).collect();
    Moment::from_numbers(&numbers)
}
