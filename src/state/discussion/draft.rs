//! What is typed: saved in the browser after every change, restored on the next visit.

use leptos::prelude::*;

use super::Discussion;
use crate::{
    browser,
    model::{CommentId, Draft, Posting},
    state::drafts::{Drafts, OtherDraft, SavedDraft},
};

/// The fields of the comment form.
#[derive(Clone, Copy, Default)]
pub struct DraftFields {
    /// The commenter's name.
    pub name: RwSignal<String>,
    /// The commenter's e-mail address.
    pub email: RwSignal<String>,
    /// The address of the commenter's website.
    pub website: RwSignal<String>,
    /// The text.
    pub body: RwSignal<String>,
    /// The comment that it replies to.
    pub parent: RwSignal<Option<CommentId>>,
    /// Whether the commenter wants to be remembered.
    pub remember: RwSignal<bool>,
    /// Whether the commenter wants mails about replies.
    pub wants_reply_mails: RwSignal<bool>,
}

impl DraftFields {
    /// What is typed now; `None` when the reader has left the article.
    pub(super) fn typed(self) -> Option<Draft> {
        Some(Draft {
            name: self.name.try_get_untracked()?,
            email: self.email.try_get_untracked()?,
            website: self.website.try_get_untracked()?,
            body: self.body.try_get_untracked()?,
            parent: self.parent.try_get_untracked()?,
            wants_reply_mails: self.wants_reply_mails.try_get_untracked()?,
        })
    }
}

impl Discussion {
    /// Whether the text in the box is a draft of an earlier visit.
    pub fn is_restored(&self) -> bool {
        self.restored_body.read().is_some()
    }

    /// The newest draft of another box.
    pub fn other_draft(&self) -> Option<Draft> {
        self.others.read().first().map(|other| other.draft.typed.clone())
    }

    /// Saves what is typed, for the next visit. To be called after every change.
    pub fn save_draft(self) {
        let Some(typed) = self.draft.typed() else { return };
        // A new text is no draft of an earlier visit any more. An emptied box is: that can still be undone.
        if !typed.is_blank() && self.restored_body.read_untracked().as_ref() != Some(&typed.body) {
            self.restored_body.set(None);
        }
        if typed.is_blank() {
            self.sent.set_value(None);
        }
        let is_waiting = *self.posting.read_untracked() == Posting::Waiting;
        let waits_at = is_waiting.then(browser::page_url);
        let draft = SavedDraft { typed, sent: self.sent.get_value(), waits_at };
        let saved = self.drafts.try_update_value(|drafts| drafts.save(&draft));
        self.unsaved.set(saved != Some(Ok(())));
    }

    /// Discards the draft, as its author asked.
    pub fn discard_draft(self) {
        self.draft.body.set(String::new());
        self.restored_body.set(None);
        self.save_draft();
    }

    /// Goes on with the draft of another box, or of another reply.
    pub fn take_other_draft(self) {
        let Some(other) = self.next_other_draft() else { return };
        let parent = other.draft.typed.parent;
        self.move_box(parent);
        if other.is_of(&self.drafts.get_value()) {
            self.load_draft();
        } else {
            self.show_draft(other.draft.clone());
            // It is saved here before it goes there.
            self.save_draft();
            other.remove();
            self.look_up_sent();
        }
        if let Some(parent) = parent {
            self.show_comment(parent);
        }
    }

    /// Discards the draft of another box, as its author asked.
    pub fn discard_other_draft(self) {
        if let Some(other) = self.next_other_draft() {
            other.remove();
        }
    }

    /// Saves a text as a draft that is in no box. `None` when the reader has left the article.
    pub(super) fn set_aside(self, body: &str, parent: Option<CommentId>) -> Option<OtherDraft> {
        let draft = Draft { body: body.to_owned(), parent, ..Draft::default() };
        let aside = self.drafts.try_with_value(|drafts| drafts.aside(draft))?;
        self.unsaved.set(aside.save().is_err());
        Some(aside)
    }

    /// Offers a draft before all others, and puts it into the box if that is empty.
    pub(super) fn offer_draft(self, draft: OtherDraft) {
        let (Some(mut others), Some(typed)) =
            (self.drafts.try_with_value(Drafts::others), self.draft.typed())
        else {
            return;
        };
        others.retain(|other| *other != draft);
        others.insert(0, draft);
        self.others.set(others);
        if typed.is_blank() && typed.parent.is_none() && !self.posting.read_untracked().is_busy() {
            self.take_other_draft();
        }
    }

    /// The newest of the other drafts, which is not offered any more.
    fn next_other_draft(self) -> Option<OtherDraft> {
        let mut others = self.others.get_untracked();
        let other = (!others.is_empty()).then(|| others.remove(0));
        self.others.set(others);
        other
    }

    /// Restores what the browser saved.
    pub(super) fn restore_draft(self) {
        self.restore_identity();
        self.forget_unchangeable();
        self.load_draft();
        // What is not dated now will be on the next visit.
        self.unsaved.set(self.drafts.with_value(Drafts::date_held).is_err());
        self.own.set(self.drafts.with_value(Drafts::own));
    }

    /// Puts into the box what was saved of its draft.
    pub(super) fn load_draft(self) {
        let drafts = self.drafts;
        if let Some(draft) = drafts.try_update_value(Drafts::load).flatten() {
            self.show_draft(draft);
            self.look_up_sent();
        }
        self.others.set(drafts.with_value(Drafts::others));
        self.outbox.set(drafts.with_value(Drafts::waiting));
    }

    fn show_draft(self, SavedDraft { typed, sent, waits_at }: SavedDraft) {
        let DraftFields { name, email, website, .. } = self.draft;
        // Who commented before is not forgotten for a draft without a name.
        for (field, text) in [(name, typed.name), (email, typed.email), (website, typed.website)] {
            if !text.is_empty() {
                field.set(text);
            }
        }
        self.restored_body.set(Some(typed.body.clone()));
        self.draft.body.set(typed.body);
        self.sent.set_value(sent);
        if waits_at.is_some() {
            self.posting.set(Posting::Waiting);
        }
    }
}
