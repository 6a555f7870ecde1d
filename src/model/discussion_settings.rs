//! What a site asks of comments, as far as it tells.

use super::Captcha;

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

impl DiscussionSettings {
    /// These settings where `options` say nothing else.
    #[must_use]
    pub fn with(self, options: &DiscussionOptions) -> Self {
        Self {
            depth: options.depth.unwrap_or(self.depth),
            newest_first: options.newest_first.unwrap_or(self.newest_first),
            ..self
        }
    }
}

/// What the owner of a page wants of its discussions, whatever the site asks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DiscussionOptions {
    /// How many levels a thread has, as in [`DiscussionSettings::depth`].
    pub depth: Option<usize>,
    /// Whether the newest comment comes first.
    pub newest_first: Option<bool>,
    /// Who checks that a comment is sent by a person.
    pub captcha: Option<Captcha>,
    /// Whether comments that others write are looked for while the page is open.
    pub updates: Updates,
}

/// Whether comments that others write are looked for while the page is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Updates {
    /// Once a minute, while the page is in sight.
    #[default]
    Minute,
    /// Never.
    None,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_page_wants_wins_over_what_the_site_tells() {
        let told = DiscussionSettings { depth: 3, newest_first: true, ..Default::default() };
        let options = DiscussionOptions { depth: Some(8), newest_first: Some(false), ..Default::default() };
        let settings = told.with(&options);
        assert_eq!((settings.depth, settings.newest_first), (8, false));
    }

    #[test]
    fn what_the_page_leaves_open_is_as_the_site_tells() {
        let told = DiscussionSettings { depth: 3, newest_first: true, ..Default::default() };
        assert_eq!(told.with(&DiscussionOptions::default()), told);
    }
}
