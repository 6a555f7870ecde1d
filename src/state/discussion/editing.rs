//! Which of this reader's own comments can be changed, where the site lets their author do so for a while, and which one is
//! being changed. [`super::changing`] sends the change.

use std::collections::{HashMap, HashSet};

use leptos::prelude::*;

use super::Discussion;
use crate::{
    browser,
    error::Rejection,
    model::{Changeable, Comment, CommentId, CommentStatus, Html, Posting},
    state::changeables,
};

/// What a reader does with a comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Task {
    /// Changes its text.
    Edit,
    /// Is asked whether to withdraw it.
    Withdraw,
}

/// What is being changed. Copy, like the discussion that has it.
#[derive(Clone, Copy)]
pub struct Editing {
    key: StoredValue<String>,
    /// Those of this reader's comments that the site lets change, also those whose time is over.
    changeables: RwSignal<Vec<Changeable>>,
    /// The comment that is being changed or withdrawn.
    pub open: RwSignal<Option<(CommentId, Task)>>,
    /// The text in the form.
    pub text: RwSignal<String>,
    /// What becomes of the change.
    pub posting: RwSignal<Posting>,
    /// The status of the comment that was changed last.
    pub changed: RwSignal<Option<(CommentId, CommentStatus)>>,
    /// Whether a comment was withdrawn.
    pub is_withdrawn: RwSignal<bool>,
    /// The texts that were changed.
    bodies: RwSignal<HashMap<CommentId, Html>>,
    /// Comments that were withdrawn, or are held since they were changed: lists may still have them.
    hidden: RwSignal<HashSet<CommentId>>,
}

impl Editing {
    pub(super) fn new(key: String) -> Self {
        Self {
            changeables: RwSignal::new(changeables::load(&key)),
            key: StoredValue::new(key),
            open: RwSignal::default(),
            text: RwSignal::default(),
            posting: RwSignal::default(),
            changed: RwSignal::default(),
            is_withdrawn: RwSignal::default(),
            bodies: RwSignal::default(),
            hidden: RwSignal::default(),
        }
    }

    /// Whether the site has let this reader change the comment `id`. The time may be over.
    pub fn is_own(self, id: CommentId) -> bool {
        self.find(id).is_some()
    }

    /// How long the comment `id` can be changed; `None` for those of others. Unit: seconds.
    pub fn seconds_left(self, id: CommentId) -> Option<u64> {
        self.changeables.track();
        Some(self.find(id)?.seconds_left(browser::now_ms()))
    }

    /// The text of the comment `id`, if it was changed.
    pub fn body(self, id: CommentId) -> Option<Html> {
        self.bodies.read().get(&id).cloned()
    }

    /// Whether the comment `id` is not to be seen any more.
    pub fn hides(self, id: Option<CommentId>) -> bool {
        id.is_some_and(|id| self.hidden.read().contains(&id))
    }

    /// Whether [`Self::hides`] is true of any.
    pub fn hides_any(self) -> bool {
        !self.hidden.read().is_empty()
    }

    pub(super) fn set_body(self, id: CommentId, body: Html) {
        self.bodies.try_update(|bodies| bodies.insert(id, body));
    }

    pub(super) fn hide(self, id: CommentId) {
        self.hidden.try_update(|hidden| hidden.insert(id));
    }

    pub(super) fn find(self, id: CommentId) -> Option<Changeable> {
        self.changeables.read_untracked().iter().find(|changeable| changeable.id == id).cloned()
    }

    /// Changes what is kept, here and in the browser; false where the browser refuses. Other tabs have comments of their
    /// own there.
    pub(super) fn keep(self, change: impl Fn(&mut Vec<Changeable>)) -> bool {
        let Some(key) = self.key.try_get_value() else { return false };
        let mut stored = changeables::load(&key);
        change(&mut stored);
        self.changeables.try_update(|changeables| change(changeables));
        changeables::save(&key, &stored).is_ok()
    }

    pub(super) fn forget(self, id: CommentId) {
        self.keep(|changeables| changeables.retain(|changeable| changeable.id != id));
    }
}

impl Discussion {
    /// Keeps the token of a comment that was just posted with the text `text`. The page needs it as long as it lasts, so a
    /// browser that refuses to keep it takes it away with the page only.
    pub(super) fn keep_token(self, comment: &Comment, text: &str) {
        let (Some(id), Some(change)) = (comment.id, &comment.origin.change) else { return };
        let changeable = Changeable {
            id,
            parent: comment.parent,
            token: change.token.clone(),
            until_ms: browser::now_ms().saturating_add(change.seconds.saturating_mul(1000)),
            text: text.to_owned(),
            unsent: String::new(),
        };
        self.editing.keep(|changeables| {
            changeables.retain(|changeable| changeable.id != id);
            changeables.push(changeable.clone());
        });
    }

    /// Forgets comments whose time was over before this visit. A changed text that was not sent becomes a draft.
    pub(super) fn forget_unchangeable(self) {
        let now_ms = browser::now_ms();
        let is_over = |changeable: &Changeable| changeable.seconds_left(now_ms) == 0;
        for changeable in self.editing.changeables.get_untracked().iter().filter(|each| is_over(each)) {
            if let Some(text) = changeable.unsaved() {
                self.set_aside(text, changeable.parent);
            }
        }
        self.editing.keep(|changeables| changeables.retain(|changeable| !is_over(changeable)));
    }

    /// Opens the form to change the comment `id`, or the question whether to withdraw it.
    pub fn open_own(self, id: CommentId, task: Task) {
        let editing = self.editing;
        let Some(changeable) = editing.find(id).filter(|_| !editing.posting.read_untracked().is_busy())
        else {
            return;
        };
        editing.posting.set(Posting::Typed);
        editing.changed.set(None);
        editing.is_withdrawn.set(false);
        editing.text.set(changeable.draft().to_owned());
        editing.open.set(Some((id, task)));
    }

    /// Closes it. The comment stays as it was.
    pub fn close_own(self) {
        let editing = self.editing;
        let Some((id, task)) = editing.open.get_untracked() else { return };
        let is_over = editing.posting.read_untracked().rejections().iter().any(Rejection::ends_changes);
        if is_over {
            // Nothing can be changed any more: what was typed can be posted as a comment.
            let unsaved = editing.find(id).filter(|_| task == Task::Edit);
            if let Some(changeable) = unsaved
                && let Some(text) = changeable.unsaved()
                && let Some(aside) = self.set_aside(text, changeable.parent)
            {
                self.offer_draft(aside);
            }
            editing.forget(id);
        } else if task == Task::Edit {
            self.keep_unsent(id, "");
        }
        editing.open.set(None);
    }

    /// Saves what is typed in the form. To be called after every change of it.
    pub fn save_own_draft(self) {
        let editing = self.editing;
        if let (Some((id, Task::Edit)), Some(text)) =
            (editing.open.get_untracked(), editing.text.try_get_untracked())
        {
            self.keep_unsent(id, &text);
        }
    }

    fn keep_unsent(self, id: CommentId, unsent: &str) {
        let is_kept = self.editing.keep(|changeables| {
            for changeable in changeables.iter_mut().filter(|changeable| changeable.id == id) {
                unsent.clone_into(&mut changeable.unsent);
            }
        });
        self.unsaved.set(!is_kept);
    }
}
