//! Comments that wait to be sent: their authors wanted that while the device was offline. Each is sent by one press, and
//! none without one.

use leptos::prelude::*;

use super::Discussion;
use crate::state::drafts::OtherDraft;

impl Discussion {
    /// Sends what waits, from the box: whatever becomes of it, its author sees it there. What was in the box stays as a
    /// draft. Where the form has a captcha, it is sent by the form.
    pub fn send_waiting(self, waiting: &OtherDraft) {
        if self.posting.read_untracked().is_busy() {
            return;
        }
        let parent = waiting.draft.typed.parent;
        self.move_box(parent);
        self.drafts.update_value(|drafts| drafts.take_place(waiting));
        self.load_draft();
        if let Some(parent) = parent {
            self.show_comment(parent);
        }
        if self.captcha.with_value(Option::is_none) {
            self.post();
        }
    }

    /// Discards what waits, as its author asked.
    pub fn discard_waiting(self, waiting: &OtherDraft) {
        waiting.remove();
        self.outbox.update(|outbox| outbox.retain(|other| other != waiting));
    }
}
