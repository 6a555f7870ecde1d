//! The steps for a new comment that REST and the comment form share: filter it, decide whether to hold it, check it, and
//! store it.

use crate::{
    faults::CommentFault,
    formatting::{comment_text::count_links, esc_url::esc_url, kses},
    request::Request,
    site::Site,
    store::{
        comments::{Comment, Fields, Flood, NewComment, NotStored, Verdict},
        posts::Post,
    },
};

/// WordPress's `comment_max_links`: it holds a comment with this many links.
const MAX_LINKS: usize = 2;

/// A comment as the reader sent it.
pub struct Submission {
    /// The comment it replies to, 0 for none.
    pub parent: i64,
    /// Name, e-mail address and text.
    pub fields: Fields,
    /// The reader's web address, or empty.
    pub url: String,
    /// Whether the search for a duplicate compares the filtered text, as the form does. REST compares the text as it
    /// was sent, so it misses a duplicate with an `&`.
    pub compares_filtered: bool,
}

/// A field with a limit: the width of WordPress's database column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LimitedField {
    /// For messages.
    pub name: &'static str,
    /// The most bytes that fit.
    pub max_bytes: usize,
    /// WordPress's error code for a longer value.
    pub code: &'static str,
}

const NAME: LimitedField =
    LimitedField { name: "name", max_bytes: 245, code: "comment_author_column_length" };
const EMAIL: LimitedField =
    LimitedField { name: "email address", max_bytes: 100, code: "comment_author_email_column_length" };
const URL: LimitedField =
    LimitedField { name: "URL", max_bytes: 200, code: "comment_author_url_column_length" };
const CONTENT: LimitedField =
    LimitedField { name: "comment", max_bytes: 65_525, code: "comment_content_column_length" };

impl Submission {
    /// The first field that is too long.
    #[must_use]
    pub fn too_long(&self) -> Option<LimitedField> {
        let Fields { author_name, author_email, content } = &self.fields;
        [(NAME, author_name), (EMAIL, author_email), (URL, &self.url), (CONTENT, content)]
            .into_iter()
            .find(|(field, value)| value.len() > field.max_bytes)
            .map(|(field, _)| field)
    }
}

/// Filters and stores a comment that has passed the checks of REST or of the form.
///
/// # Errors
/// The comment is a duplicate or comes too quickly, or SQLite refuses.
pub fn insert(
    site: &Site,
    request: &Request,
    post: &Post,
    submission: &Submission,
) -> Result<Comment, NotStored> {
    let sent = &submission.fields;
    let filtered = Fields {
        author_name: kses::text_field(&sent.author_name),
        author_email: sent.author_email.trim().to_owned(),
        content: kses::comment(&sent.content),
    };
    let verdict = match request.comment_fault {
        Some(CommentFault::Spam) => Verdict::Status("spam"),
        Some(CommentFault::Trash) => Verdict::Status("trash"),
        Some(CommentFault::Held) => Verdict::Status("hold"),
        Some(CommentFault::Refused) => Verdict::Plugin,
        Some(CommentFault::Unsaved) => Verdict::Unsaved,
        _ if site.discussion.moderation || count_links(&filtered.content) >= MAX_LINKS => {
            Verdict::Status("hold")
        }
        _ => Verdict::Status("approve"),
    };
    site.store.insert_comment(&NewComment {
        post: post.id,
        parent: submission.parent,
        compared: if submission.compares_filtered { filtered.clone() } else { sent.clone() },
        fields: filtered,
        author_url: esc_url(&submission.url),
        ip: request.ip.clone(),
        moment: site.clock.now(),
        verdict,
        flood: match request.comment_fault {
            Some(CommentFault::Flood) => Flood::Always,
            _ => Flood::Within(site.discussion.flood_seconds),
        },
    })
}
