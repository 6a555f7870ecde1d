//! What is typed: saved in the browser after every change, restored on the next visit.

use leptos::prelude::*;

use super::Discussion;
use crate::model::Draft;

/// The fields of the comment form.
#[derive(Clone, Copy, Default)]
pub struct DraftFields {
    /// The commenter's name.
    pub name: RwSignal<String>,
    /// The commenter's e-mail address.
    pub email: RwSignal<String>,
    /// The text.
    pub body: RwSignal<String>,
}

impl Discussion {
    /// What is typed now.
    pub fn typed(&self) -> Draft {
        let DraftFields { name, email, body } = self.draft;
        Draft {
            name: name.get_untracked(),
            email: email.get_untracked(),
            body: body.get_untracked(),
            parent: None,
        }
    }

    /// Saves what is typed, for the next visit. To be called after every change.
    pub fn save_draft(self) {
        let (draft, before) = (self.typed(), self.saved_body.get_untracked());
        // A new text is no draft of an earlier visit any more. An emptied box is: that can still be undone.
        if draft.body != before && !draft.is_blank() {
            self.restored.set(false);
        }
        let is_saved = self.drafts.with_value(|drafts| drafts.save(&draft, &before)).is_ok();
        self.unsaved.set(!is_saved);
        self.saved_body.set(draft.body);
    }

    /// Discards the draft, as its author asked.
    pub fn discard_draft(self) {
        self.drafts.with_value(|drafts| drafts.forget(&self.saved_body.read_untracked()));
        self.draft.body.set(String::new());
        self.restored.set(false);
    }

    /// Restores what the browser saved.
    pub(super) fn restore_draft(self) {
        let drafts = self.drafts.get_value();
        if let Some(draft) = drafts.draft() {
            self.draft.name.set(draft.name);
            self.draft.email.set(draft.email);
            self.saved_body.set(draft.body.clone());
            self.draft.body.set(draft.body);
            self.restored.set(true);
        }
        self.own.set(drafts.own());
    }
}
