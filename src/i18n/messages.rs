//! The messages that every language has: one literal of [`Messages`] per language.

use super::Plural;

/// Every message of a language. A message with values is private: a method of [`super::I18n`] fills them in.
#[derive(Debug)]
#[expect(missing_docs, reason = "each message explains itself: see `en`")]
pub struct Messages {
    // The frame of every page.
    pub skip_to_content: &'static str,
    pub home: &'static str,
    pub breadcrumbs: &'static str,
    pub loading: &'static str,
    pub retry: &'static str,
    pub open_at_site: &'static str,
    // Articles.
    pub articles: &'static str,
    pub no_articles: &'static str,
    pub no_older_articles: &'static str,
    pub(super) untitled: &'static str,
    pub locked: &'static str,
    pub password: &'static str,
    pub open_article: &'static str,
    pub wrong_password: &'static str,
    pub text_not_shown: &'static str,
    pub text_unbearable: &'static str,
    pub pages: &'static str,
    pub newer: &'static str,
    pub older: &'static str,
    // Sharing.
    pub share: &'static str,
    pub address: &'static str,
    pub copy_link: &'static str,
    pub copied: &'static str,
    pub copy_refused: &'static str,
    pub whatsapp: &'static str,
    pub facebook: &'static str,
    pub x: &'static str,
    pub telegram: &'static str,
    pub email_link: &'static str,
    // Comments.
    pub comments: &'static str,
    pub no_comments: &'static str,
    pub more_comments: &'static str,
    pub anonymous: &'static str,
    pub awaiting_moderation: &'static str,
    pub comments_closed: &'static str,
    pub login_required: &'static str,
    pub comment_elsewhere: &'static str,
    // The comment box.
    pub leave_comment: &'static str,
    pub comment: &'static str,
    pub name: &'static str,
    pub name_optional: &'static str,
    pub email: &'static str,
    pub email_optional: &'static str,
    pub email_hint: &'static str,
    pub characters_left: &'static str,
    pub select_excess: &'static str,
    pub post_comment: &'static str,
    pub sending: &'static str,
    pub posted: &'static str,
    pub held: &'static str,
    pub draft_restored: &'static str,
    pub discard_draft: &'static str,
    pub draft_unsaved: &'static str,
    // With values.
    pub(super) byline: &'static [BylineSegment],
    pub(super) byline_without_author: &'static [BylineSegment],
    pub(super) byline_without_time: &'static [BylineSegment],
    /// `{date}`, `{time}`.
    pub(super) date_time: &'static str,
    /// `{title}`, `{site}`.
    pub(super) document_title: &'static str,
    /// `{n}` of `{m}`.
    pub(super) page_of: &'static str,
    /// `{n}`.
    pub(super) comments_heading: &'static str,
    pub(super) comment_count: Plural,
    pub(super) left: Plural,
    pub(super) excess: Plural,
    pub(super) errors: Errors,
    pub(super) rejections: Rejections,
}

/// A segment of the sentence that says who wrote an article and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BylineSegment {
    /// Text, with its spaces.
    Text(&'static str),
    /// The author's name.
    Author,
    /// The date and time.
    Time,
}

/// What to tell a reader who cannot read on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ErrorMessage {
    /// What happened, briefly and without a full stop.
    pub title: &'static str,
    /// What it means and what can be done.
    pub text: &'static str,
}

/// A message for each [`crate::error::Error`].
#[derive(Debug)]
pub struct Errors {
    pub unreachable: ErrorMessage,
    pub not_found: ErrorMessage,
    pub not_here: ErrorMessage,
    pub forbidden: ErrorMessage,
    pub blocked: ErrorMessage,
    pub server: ErrorMessage,
    pub refused: ErrorMessage,
    pub not_json: ErrorMessage,
    pub shape: ErrorMessage,
    pub setting: ErrorMessage,
}

/// A message for each [`crate::error::Rejection`].
#[derive(Debug)]
pub struct Rejections {
    pub missing_name: &'static str,
    pub missing_email: &'static str,
    pub missing_body: &'static str,
    pub invalid_name: &'static str,
    pub invalid_email: &'static str,
    pub invalid_body: &'static str,
    pub too_long_name: &'static str,
    pub too_long_email: &'static str,
    pub too_long_body: &'static str,
    /// `{n}` graphemes.
    pub over_limit: Plural,
    pub duplicate: &'static str,
    /// `{n}` seconds.
    pub flood: &'static str,
    pub closed: &'static str,
    pub login_required: &'static str,
    pub elsewhere: &'static str,
    pub blocked: &'static str,
    pub refused: &'static str,
    /// `{reason}`: the site's, in whatever language.
    pub refused_because: &'static str,
    pub server: &'static str,
    pub unreachable: &'static str,
    pub unconfirmed: &'static str,
}
