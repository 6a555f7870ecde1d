//! Changing a comment after it was posted, where the site lets its author do so without an account.

use super::CommentId;

/// With this the author of a comment changes or withdraws it. The site sends it to nobody else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeToken {
    /// What the site wants to see again.
    pub token: String,
    /// How long it holds, from the response with it.
    pub seconds: u64,
}

/// A comment of this reader's that can still be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changeable {
    /// The comment.
    pub id: CommentId,
    /// The comment that it replies to.
    pub parent: Option<CommentId>,
    /// The token.
    pub token: String,
    /// When the token ends, in milliseconds since 1970.
    pub until_ms: u64,
    /// The text as its author typed it: the site has HTML.
    pub text: String,
    /// A changed text that was not sent; empty for none.
    pub unsent: String,
}

impl Changeable {
    /// How long it can be changed. Unit: seconds.
    pub const fn seconds_left(&self, now_ms: u64) -> u64 {
        self.until_ms.saturating_sub(now_ms).div_ceil(1000)
    }

    /// The text that the form begins with.
    pub fn draft(&self) -> &str {
        if self.unsent.trim().is_empty() { &self.text } else { &self.unsent }
    }

    /// The changed text that would be lost with the token.
    pub fn unsaved(&self) -> Option<&str> {
        let unsent = self.unsent.trim();
        (!unsent.is_empty() && unsent != self.text.trim()).then_some(&*self.unsent)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changeable(unsent: &str) -> Changeable {
        Changeable {
            id: CommentId(7),
            parent: None,
            token: "1.a.b".into(),
            until_ms: 10_000,
            text: "قبل".into(),
            unsent: unsent.into(),
        }
    }

    #[test]
    fn the_form_begins_with_what_was_typed_last() {
        let drafts = ["", " \n", "بعد"].map(changeable);
        assert_eq!(drafts.each_ref().map(Changeable::draft), ["قبل", "قبل", "بعد"]);
    }

    #[test]
    fn only_a_text_of_its_own_would_be_lost() {
        assert_eq!(
            [changeable(""), changeable(" قبل\n")].map(|comment| comment.unsaved().is_some()),
            [false; 2]
        );
        assert_eq!(changeable("بعد").unsaved(), Some("بعد"));
        let typed = Changeable { text: "قبل\n".into(), ..changeable("قبل") };
        assert_eq!(typed.unsaved(), None);
    }

    #[test]
    fn a_token_holds_for_whole_seconds_until_it_ends() {
        let comment = changeable("");
        let left = [0, 9_001, 9_999, 10_000, 20_000].map(|now_ms| comment.seconds_left(now_ms));
        assert_eq!(left, [10, 1, 1, 0, 0]);
    }
}
