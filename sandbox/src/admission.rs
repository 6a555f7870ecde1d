//! How a comment gets in, by REST or by form: filtered, perhaps held, checked against what is there, kept.

use crate::{
    error::Column,
    faults::CommentPolicy,
    request::Request,
    site::Site,
    store::{
        comments::{Comment, Fields, Flood, NewComment, NotKept},
        posts::Post,
    },
    wordpress::{entities::plain_name, kses, links, url},
};

/// WordPress holds a comment with this many links.
const TOO_MANY_LINKS: usize = 2;

/// What a reader sent, as they sent it.
pub struct Submission {
    /// Answer to this, 0 for none.
    pub parent: i64,
    /// What they wrote.
    pub fields: Fields,
    /// May be empty.
    pub url: String,
    /// Compare with kept comments as filtered, as the form does; REST compares unfiltered text, so that `&` in a
    /// comment hides its duplicate.
    pub compare_filtered: bool,
}

impl Submission {
    /// The first field that is too long, in bytes.
    #[must_use]
    pub fn too_long(&self) -> Option<Column> {
        let Fields { author_name, author_email, content } = &self.fields;
        [
            (Column::Name, author_name),
            (Column::Email, author_email),
            (Column::Url, &self.url),
            (Column::Content, content),
        ]
        .into_iter()
        .find(|(column, value)| value.len() > column.limit())
        .map(|(column, _)| column)
    }
}

/// Filters and keeps a comment that passed all checks but the last two.
///
/// # Errors
/// A duplicate, a flood, or the data file refuses.
pub fn admit(
    site: &Site,
    request: &Request,
    post: &Post,
    submission: &Submission,
) -> Result<Comment, NotKept> {
    let sent = &submission.fields;
    let kept = Fields {
        author_name: plain_name(&sent.author_name),
        author_email: sent.author_email.trim().to_owned(),
        content: kses::comment(&sent.content),
    };
    let status = match request.comments {
        Some(CommentPolicy::Spam) => "spam",
        Some(CommentPolicy::Held) => "hold",
        _ if site.discussion.moderation || links::count(&kept.content) >= TOO_MANY_LINKS => "hold",
        _ => "approve",
    };
    site.store.keep_comment(&NewComment {
        post: post.id,
        parent: submission.parent,
        compared: if submission.compare_filtered { kept.clone() } else { sent.clone() },
        kept,
        author_url: url::cleaned(&submission.url),
        ip: request.ip.clone(),
        moment: site.clock.now(),
        status,
        flood: match request.comments {
            Some(CommentPolicy::Flood) => Flood::Always,
            _ => Flood::Within(site.discussion.flood_seconds),
        },
    })
}
