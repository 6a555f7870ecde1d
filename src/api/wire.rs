//! WordPress's JSON as it comes: one small struct for each response, with the fields that this application reads.
//! Read by serde: in the browser from what `JSON.parse` made, natively from `serde_json::Value`.
//!
//! WordPress and its plugins do not keep to one shape: numbers come as text, `[]` or `false` in place of an object,
//! error objects in place of what is embedded. So an object or a list of these is read whatever its fields hold; the
//! module `lenient` says how. What a view cannot do without is a [`Field`], which `mapping` requires by name.

mod comment;
mod lenient;

use std::collections::BTreeMap;

use lenient::{number, or_default};
use serde::Deserialize;

pub use comment::{AvatarUrls, Change, Comment};
pub use lenient::{Field, Item, List};

/// The index of the API.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Index {
    /// The site's name, HTML.
    pub name: Field<String>,
    /// The site's tagline, HTML.
    pub description: Field<String>,
    /// Where WordPress's own files are, absolute. Not the site's home where WordPress has a folder of its own.
    pub url: Field<String>,
}

/// A post or a page: whole, or as a list has it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "named and documented by WordPress: wp/v2/posts")]
pub struct Post {
    #[serde(deserialize_with = "number")]
    pub id: Field<u64>,
    pub slug: Field<String>,
    pub link: Field<String>,
    #[serde(deserialize_with = "or_default")]
    pub title: Rendered,
    #[serde(deserialize_with = "or_default")]
    pub excerpt: Rendered,
    #[serde(deserialize_with = "or_default")]
    pub content: Rendered,
    pub date: Field<String>,
    pub date_gmt: Field<String>,
    pub modified_gmt: Field<String>,
    /// 0 for none.
    #[serde(deserialize_with = "number")]
    pub author: Field<u64>,
    pub comment_status: Field<String>,
    /// What tadwina's plugin for WordPress adds.
    #[serde(deserialize_with = "or_default")]
    pub tadwina: Discussion,
    #[serde(rename = "_embedded", deserialize_with = "or_default")]
    pub embedded: Embedded,
}

/// A post or a page without its text.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "named and documented by WordPress: wp/v2/posts")]
pub struct Heading {
    #[serde(deserialize_with = "number")]
    pub id: Field<u64>,
    pub link: Field<String>,
    #[serde(deserialize_with = "or_default")]
    pub title: Rendered,
    /// 0 for none.
    #[serde(deserialize_with = "number")]
    pub author: Field<u64>,
    pub comment_status: Field<String>,
    #[serde(deserialize_with = "or_default")]
    pub tadwina: Discussion,
}

/// What has an address.
pub trait Linked {
    /// The address; empty where it is missing.
    fn link(&self) -> &str;
}

impl Linked for Post {
    fn link(&self) -> &str {
        self.link.as_str()
    }
}

impl Linked for Heading {
    fn link(&self) -> &str {
        self.link.as_str()
    }
}

/// Whether a post takes comments.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct CommentStatus {
    /// `open` or `closed`.
    pub comment_status: Field<String>,
}

/// A field that WordPress renders into HTML.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Rendered {
    /// HTML.
    pub rendered: Field<String>,
    /// Whether a password protects it.
    pub protected: Field<bool>,
}

/// The settings of a discussion, as tadwina's plugin for WordPress tells them.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Discussion {
    /// WordPress's option `require_name_email`.
    pub require_name_email: Field<bool>,
    /// WordPress's option `comment_registration`.
    pub registration: Field<bool>,
    /// Whether commenters may ask for mails about replies.
    pub reply_mails: Field<bool>,
    /// Whether the post takes comments today.
    pub open: Field<bool>,
    /// `asc` or `desc`: WordPress's option `comment_order`.
    pub order: Field<String>,
    /// WordPress's option `comments_per_page`.
    #[serde(deserialize_with = "number")]
    pub per_page: Field<u64>,
    /// 1 without WordPress's option `thread_comments`, otherwise `thread_comments_depth`.
    #[serde(deserialize_with = "number")]
    pub depth: Field<u64>,
}

/// What a post embeds (`_embed`).
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Embedded {
    /// The author; an error object without a name where WordPress may not tell.
    #[serde(deserialize_with = "or_default")]
    pub author: List<User>,
    /// The featured image.
    #[serde(rename = "wp:featuredmedia", deserialize_with = "or_default")]
    pub featured_media: List<Media>,
    /// One list of terms for each taxonomy.
    #[serde(rename = "wp:term", deserialize_with = "or_default")]
    pub terms: List<List<Term>>,
}

/// A user.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct User {
    /// The display name, HTML.
    pub name: Field<String>,
}

/// A term: a category, a tag.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "named and documented by WordPress: wp/v2/categories")]
pub struct Term {
    #[serde(deserialize_with = "number")]
    pub id: Field<u64>,
    pub slug: Field<String>,
    pub name: Field<String>,
    pub link: Field<String>,
    pub taxonomy: Field<String>,
    /// 0 for none.
    #[serde(deserialize_with = "number")]
    pub parent: Field<u64>,
}

/// An attachment.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "named and documented by WordPress: wp/v2/media")]
pub struct Media {
    pub source_url: Field<String>,
    pub alt_text: Field<String>,
    #[serde(deserialize_with = "or_default")]
    pub caption: Rendered,
    #[serde(deserialize_with = "or_default")]
    pub media_details: MediaDetails,
}

/// The measures of an image.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct MediaDetails {
    /// Pixels.
    #[serde(deserialize_with = "number")]
    pub width: Field<u64>,
    /// Pixels.
    #[serde(deserialize_with = "number")]
    pub height: Field<u64>,
    /// The sizes that WordPress made of it.
    #[serde(deserialize_with = "or_default")]
    pub sizes: BTreeMap<String, Item<MediaSize>>,
}

/// One size of an image.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct MediaSize {
    /// Its address.
    pub source_url: Field<String>,
    /// Pixels.
    #[serde(deserialize_with = "number")]
    pub width: Field<u64>,
    /// Pixels.
    #[serde(deserialize_with = "number")]
    pub height: Field<u64>,
}

/// An error of WordPress's.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ErrorBody {
    /// Such as `rest_no_route`; `None` in what is no error of WordPress's.
    pub code: Field<String>,
    /// HTML in the site's language.
    pub message: Field<String>,
    /// Details. Some plugins put the HTTP status in their place: [`BareErrorBody`].
    #[serde(deserialize_with = "or_default")]
    pub data: ErrorData,
}

/// The details of an error.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ErrorData {
    /// Which parameters are invalid.
    #[serde(deserialize_with = "or_default")]
    pub params: ErrorParams,
}

/// The parameters of a comment that may be invalid; present with a message when they are.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "named and documented by WordPress: wp/v2/comments")]
pub struct ErrorParams {
    pub author_email: Option<serde::de::IgnoredAny>,
    pub author_name: Option<serde::de::IgnoredAny>,
    pub author_url: Option<serde::de::IgnoredAny>,
    pub content: Option<serde::de::IgnoredAny>,
}

/// An error of a plugin that puts the HTTP status in the place of `data`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct BareErrorBody {
    /// HTTP status.
    #[serde(deserialize_with = "number")]
    pub data: Field<u64>,
}

/// A response within a response: `?_envelope`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Envelope {
    /// The body of a response that is an error.
    #[serde(deserialize_with = "or_default")]
    pub body: ErrorBody,
    /// The HTTP status that the response has outside its envelope.
    #[serde(deserialize_with = "number")]
    pub status: Field<u64>,
    /// The headers that the response has outside its envelope.
    #[serde(deserialize_with = "or_default")]
    pub headers: EnvelopeHeaders,
}

/// The headers in an envelope.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct EnvelopeHeaders {
    /// The methods that are allowed, comma separated.
    #[serde(rename = "Allow")]
    pub allow: Field<String>,
}

#[cfg(test)]
mod tests;
