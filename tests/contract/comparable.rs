//! What the client read from a site, in a form that can be compared: without the address of the site, the ids and
//! times of new comments, white space, and the attributes that WordPress adds to pictures in a text.

use std::fmt::Debug;

use tadwina::{
    error::Rejection,
    model::{Comment, CommentStatus, Html},
};

use crate::site::Site;

/// `value` as text that can be compared with that of another site.
pub fn comparable(site: &Site, value: &impl Debug) -> String {
    let text = without_picture_hints(&format!("{value:#?}").replace(&site.url, "{site}"))
        .replace(site.url.trim_start_matches("http://"), "{host}");
    text.replace("\\n", "").replace(' ', "")
}

/// Removes the attributes by which WordPress says how to load a picture. `Debug` has escaped their quotation marks.
fn without_picture_hints(text: &str) -> String {
    let mut text = text.to_owned();
    for attribute in [" decoding=", " loading=", " srcset=", " sizes=", " fetchpriority="] {
        while let Some(start) = text.find(&format!("{attribute}\\\"")) {
            let value = start + attribute.len() + 2;
            let Some(length) = text[value..].find("\\\"") else { break };
            text.replace_range(start..value + length + 2, "");
        }
    }
    text
}

/// HTML with single spaces, as a browser shows it.
fn html(html: &Html) -> String {
    html.untrusted().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The result of posting a comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PostResult {
    Approved {
        author: String,
        body: String,
    },
    /// `has_id` if the site returned the id.
    Held {
        has_id: bool,
    },
    Rejected(Rejection),
}

impl From<Result<Comment, Rejection>> for PostResult {
    fn from(result: Result<Comment, Rejection>) -> Self {
        match result {
            Ok(comment) if comment.status == CommentStatus::Approved => {
                assert!(comment.id.is_some() && comment.published.is_some(), "{comment:?}");
                Self::Approved { author: comment.author, body: html(&comment.body) }
            }
            Ok(comment) => Self::Held { has_id: comment.id.is_some() },
            Err(rejection) => Self::Rejected(rejection),
        }
    }
}

/// An approved comment by the author of [`draft`](crate::site::draft).
pub fn approved(body: &str) -> PostResult {
    PostResult::Approved { author: "قارئ".into(), body: body.into() }
}
