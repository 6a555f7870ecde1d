//! What to tell the author of a comment about a change of it, and where a comment comes from.

use super::I18n;
use crate::error::Rejection;

impl I18n {
    /// What to tell somebody whose change of a comment was rejected. Without a clear answer it can be sent again: it is
    /// made once.
    pub fn change_rejection(self, rejection: &Rejection) -> String {
        match rejection {
            Rejection::Unreachable | Rejection::Unconfirmed => {
                self.messages().rejections.change_unclear.to_owned()
            }
            _ => self.rejection(rejection),
        }
    }

    /// `من mastodon.example`, as what stands before the host and what stands behind it: the host is an element.
    pub fn comment_source(self) -> (&'static str, &'static str) {
        let message = self.messages().comment_source;
        message.split_once("{host}").unwrap_or((message, ""))
    }
}
