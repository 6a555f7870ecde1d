//! What a site asks of comments, as far as it tells.

/// The rules of a discussion. WordPress's REST API does not tell them; tadwina's plugin for WordPress does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// Whether a comment needs a name and an e-mail address.
    pub needs_identity: bool,
    /// Whether it needs an account.
    pub needs_account: bool,
    /// Whether the site says of itself that it takes comments here, so that nobody has to be asked.
    pub takes_comments: bool,
    /// Whether the newest comment comes first.
    pub newest_first: bool,
    /// How many comments come at once, from 1 to [`Rules::MOST_AT_ONCE`].
    pub at_once: u32,
}

impl Rules {
    /// The most that WordPress gives in one answer.
    pub const MOST_AT_ONCE: u32 = 100;
}

impl Default for Rules {
    /// WordPress's own defaults.
    fn default() -> Self {
        Self {
            needs_identity: true,
            needs_account: false,
            takes_comments: false,
            newest_first: false,
            at_once: Self::MOST_AT_ONCE,
        }
    }
}
