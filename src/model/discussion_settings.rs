//! What a site asks of comments, as far as it tells.

/// The settings of a discussion. WordPress's REST API does not tell them; tadwina's plugin for WordPress does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DiscussionSettings {
    /// Whether a comment needs a name and an e-mail address.
    pub needs_identity: bool,
    /// Whether it needs an account.
    pub needs_account: bool,
    /// Whether the site says of itself that it takes comments here, so that nobody has to be asked.
    pub takes_comments: bool,
    /// Whether the newest comment comes first.
    pub newest_first: bool,
    /// How many levels a thread has, its first comment included; 1 where nobody may reply. Replies that are deeper are shown
    /// on the last level.
    pub depth: usize,
    /// How many comments come at once, from 1 to [`DiscussionSettings::MAX_PER_PAGE`].
    pub per_page: u32,
    /// Whether commenters may ask for mails about replies to them.
    pub offers_reply_mails: bool,
}

impl DiscussionSettings {
    /// The most that WordPress sends at once.
    pub const MAX_PER_PAGE: u32 = 100;
    /// The most levels of a thread that WordPress offers.
    pub const MAX_DEPTH: usize = 10;
    /// The levels of a thread where nobody has chosen another number.
    pub const DEFAULT_DEPTH: usize = 5;
}

impl Default for DiscussionSettings {
    /// WordPress's own defaults.
    fn default() -> Self {
        Self {
            needs_identity: true,
            needs_account: false,
            takes_comments: false,
            newest_first: false,
            depth: Self::DEFAULT_DEPTH,
            per_page: Self::MAX_PER_PAGE,
            offers_reply_mails: false,
        }
    }
}
