//! Drafts of no box.

use super::{Drafts, OtherDraft, REPLY, SavedDraft, write_draft};
use crate::{
    browser::{self, StorageRefused},
    model::{CommentId, Draft},
};

impl Drafts {
    /// `typed` as a draft of no box, which any box may take over. It is not saved yet.
    pub fn aside(&self, typed: Draft) -> OtherDraft {
        let saved_ms = browser::now_ms();
        let reply = typed.parent.map(|CommentId(id)| [REPLY, &id.to_string()].concat());
        // No box has this number.
        let number = ["aside-", &saved_ms.to_string()].concat();
        let key = [&*self.prefix, &browser::tab_id(), ".", &number, &reply.unwrap_or_default()].concat();
        OtherDraft { key, saved_ms, is_here: true, draft: SavedDraft { typed, ..SavedDraft::default() } }
    }
}

impl OtherDraft {
    /// Saves it.
    ///
    /// # Errors
    /// When the browser refuses to save.
    pub fn save(&self) -> Result<(), StorageRefused> {
        browser::save(&self.key, write_draft(self.saved_ms, &self.draft))
    }
}
