//! What a client understood of a site, without what two sites cannot have in common: their addresses,
//! the numbers and times of new comments, white space, and the attributes that WordPress adds to pictures
//! in a text.

use std::fmt::Debug;

use tadwina::{
    error::Rejection,
    model::{Comment, CommentStatus, Html},
};

use crate::site::Site;

/// `value` as text, comparable between sites.
pub fn comparable(site: &Site, value: &impl Debug) -> String {
    let text = without_picture_hints(&format!("{value:#?}").replace(&site.url, "{site}"));
    text.replace("\\n", "").replace(' ', "")
}

/// WordPress tells browsers how to load the pictures of a text; each attribute with its quotation marks,
/// which `Debug` has escaped.
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

/// HTML with its white space as a browser shows it.
pub fn html(html: &Html) -> String {
    html.untrusted().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What became of a comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    Approved {
        author: String,
        body: String,
    },
    /// `known` where its number is.
    Held {
        known: bool,
    },
    Rejected(Rejection),
}

impl From<Result<Comment, Rejection>> for Fate {
    fn from(answer: Result<Comment, Rejection>) -> Self {
        match answer {
            Ok(comment) if comment.status == CommentStatus::Approved => {
                assert!(comment.id.is_some() && comment.published.is_some(), "{comment:?}");
                Self::Approved { author: comment.author, body: html(&comment.body) }
            }
            Ok(comment) => Self::Held { known: comment.id.is_some() },
            Err(rejection) => Self::Rejected(rejection),
        }
    }
}

/// An approved comment of the draft's usual author.
pub fn approved(body: &str) -> Fate {
    Fate::Approved { author: "قارئ".into(), body: body.into() }
}
