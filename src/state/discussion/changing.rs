//! Sends changes and withdrawals of one's own comment.
//!
//! The site makes a change once, however often it is sent, so that nothing has to be looked up: without a clear answer the
//! reader tries again.

use leptos::{prelude::*, task::spawn_local};

use super::Discussion;
use crate::{
    api::Client,
    browser,
    error::Rejection,
    model::{Changeable, Comment, CommentId, CommentStatus, Draft, Posting},
    state::drafts::{Drafts, OtherDraft},
};

impl Discussion {
    /// Sends the change, unless something is wrong with it.
    pub fn change_own(self) {
        let editing = self.editing;
        let Some((Changeable { id, token, .. }, client)) = self.begin_change() else { return };
        let draft = Draft { body: editing.text.get_untracked(), ..Draft::default() }.normalised();
        let excess = browser::graphemes(&draft.body).saturating_sub(self.limit.get_untracked());
        let problems = draft.problems(excess, false);
        if !problems.is_empty() {
            editing.posting.set(Posting::Refused(problems));
            return;
        }
        editing.posting.set(Posting::Sending);
        spawn_local(async move {
            match client.change_comment(id, &token, &draft).await {
                Ok(comment) => self.end_change(&comment, &draft.body),
                Err(rejection) => self.refuse_change(rejection),
            }
        });
    }

    /// Withdraws the comment. Its text is a draft before the request is sent, and goes into the box once the site has
    /// withdrawn the comment.
    pub fn withdraw_own(self) {
        let Some((Changeable { id, token, text, parent, .. }, client)) = self.begin_change() else { return };
        self.editing.posting.set(Posting::Sending);
        let aside = self.set_aside(&text, parent);
        let drafts = self.drafts.get_value();
        spawn_local(async move {
            match client.withdraw_comment(id, &token).await {
                Ok(()) => {
                    // Also where the reader has left the article: the next visit would show it.
                    let mut own = drafts.own();
                    own.retain(|own| own.id != Some(id));
                    self.unsaved.set(drafts.save_own(&own).is_err());
                    self.end_withdrawal(id, aside);
                }
                Err(rejection) => {
                    if let Some(aside) = aside.filter(|_| !rejection.leaves_unknown()) {
                        aside.remove();
                    }
                    self.refuse_change(rejection);
                }
            }
        });
    }

    fn begin_change(self) -> Option<(Changeable, Client)> {
        let is_busy = self.editing.posting.read_untracked().is_busy();
        let (id, _) = self.editing.open.get_untracked().filter(|_| !is_busy)?;
        Some((self.editing.find(id)?, self.client.get_value()))
    }

    fn refuse_change(self, rejection: Rejection) {
        // The text stays in the form; the buttons go with it, because they lead nowhere.
        self.editing.posting.set(Posting::Refused(vec![rejection]));
    }

    /// The site has changed the comment.
    fn end_change(self, comment: &Comment, text: &str) {
        let editing = self.editing;
        // The reader may have left the article: the next visit shows what the site has.
        let Some(id) = comment.id.filter(|_| editing.open.try_get_untracked().is_some()) else { return };
        editing.keep(|changeables| {
            for changeable in changeables.iter_mut().filter(|changeable| changeable.id == id) {
                text.clone_into(&mut changeable.text);
                changeable.unsent.clear();
            }
        });
        editing.set_body(id, comment.body.clone());
        self.replace_own(comment);
        editing.posting.set(Posting::Confirmed(comment.status));
        editing.changed.set(Some((id, comment.status)));
        editing.open.set(None);
    }

    /// The site has withdrawn the comment.
    fn end_withdrawal(self, id: CommentId, aside: Option<OtherDraft>) {
        let editing = self.editing;
        if editing.open.try_get_untracked().is_none() {
            return;
        }
        editing.forget(id);
        self.remove_own(id);
        editing.posting.set(Posting::Typed);
        editing.open.set(None);
        editing.is_withdrawn.set(true);
        if let Some(aside) = aside {
            self.offer_draft(aside);
        }
    }

    /// This reader's comment has another text, and perhaps another status.
    fn replace_own(self, comment: &Comment) {
        let Some(id) = comment.id else { return };
        let is_listed = untrack(|| self.listed()).iter().any(|listed| listed.id == Some(id));
        let is_withheld = is_listed && comment.status == CommentStatus::Held;
        self.keep_own(|mut own| {
            for each in own.iter_mut().filter(|own| own.id == Some(id)) {
                each.body = comment.body.clone();
                each.status = comment.status;
            }
            own
        });
        if is_withheld {
            self.editing.hide(id);
            let mut own = self.drafts.with_value(Drafts::own);
            own.push(comment.clone());
            self.unsaved.set(self.drafts.with_value(|drafts| drafts.save_own(&own)).is_err());
            self.own.try_update(|own| own.push(comment.clone()));
        }
    }

    /// Takes a comment out of everything that is shown.
    fn remove_own(self, id: CommentId) {
        self.editing.hide(id);
        let own = self.own.try_get_untracked().unwrap_or_default();
        let is_counted = own.iter().any(|own| own.id == Some(id) && own.status == CommentStatus::Approved);
        self.keep_own(|mut own| {
            own.retain(|own| own.id != Some(id));
            own
        });
        if is_counted {
            self.uncounted.try_update(|uncounted| *uncounted = uncounted.saturating_sub(1));
        }
    }
}
