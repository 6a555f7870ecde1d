//! What a reader typed and has not yet posted, and what waits for a moderator: kept in the browser, per
//! site, article and parent comment, so that nothing is lost and nothing turns up elsewhere.

use serde::{Serialize, de::DeserializeOwned};

use crate::{
    browser::{self, StorageRefused},
    model::{ArticleId, Comment, CommentId, Draft},
};

/// The place in the browser's storage for one text box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drafts {
    draft: String,
    held: String,
}

impl Drafts {
    /// For the article `article` of the site at `api`, answering `parent`.
    pub fn new(api: &str, article: ArticleId, parent: Option<CommentId>) -> Self {
        let (article, parent) = (article.0, parent.map_or(0, |parent| parent.0));
        Self {
            draft: format!("tadwina:draft:{api}:{article}:{parent}"),
            held: format!("tadwina:held:{api}:{article}"),
        }
    }

    /// The draft that was kept, unless there is nothing in it.
    pub fn draft(&self) -> Option<Draft> {
        read::<Draft>(&self.draft).filter(|draft| !draft.is_blank())
    }

    /// Keeps `draft`; a blank one is forgotten.
    ///
    /// # Errors
    /// When the browser keeps nothing.
    pub fn keep(&self, draft: &Draft) -> Result<(), StorageRefused> {
        if draft.is_blank() {
            self.forget();
            return Ok(());
        }
        write(&self.draft, draft)
    }

    /// Forgets the draft: only after an answer confirmed it, or when its author says so.
    pub fn forget(&self) {
        browser::remove(&self.draft);
    }

    /// The comments of this reader's that wait for a moderator, oldest first.
    pub fn held(&self) -> Vec<Comment> {
        read(&self.held).unwrap_or_default()
    }

    /// Remembers the comments that wait.
    ///
    /// # Errors
    /// When the browser keeps nothing.
    pub fn keep_held(&self, comments: &[Comment]) -> Result<(), StorageRefused> {
        if comments.is_empty() {
            browser::remove(&self.held);
            return Ok(());
        }
        write(&self.held, &comments)
    }
}

/// What is stored may be of an older release; what does not fit any more is as good as not there.
fn read<T: DeserializeOwned>(key: &str) -> Option<T> {
    serde_json::from_str(&browser::load(key)?).ok()
}

fn write(key: &str, value: &impl Serialize) -> Result<(), StorageRefused> {
    browser::save(key, &serde_json::to_string(value).map_err(|_| StorageRefused)?)
}
