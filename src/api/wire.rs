//! WordPress's JSON as it comes: one small struct for each response, with the fields that this program reads.
//! Read by serde, in the browser from what `JSON.parse` made and natively by `serde_json`.
//!
//! WordPress and its plugins do not keep to one shape: numbers come as text, `[]` or `false` in place of an object,
//! error objects in place of what is embedded. So nothing here fails to be read; [`lenient`] says how. What a view
//! cannot do without is a [`Field`], which `mapping` requires by name.

mod lenient;

use serde::Deserialize;

pub use lenient::Field;
use lenient::{list, list_of_lists, object, optional, values};

/// The index of the API.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Index {
    /// The site's name, HTML.
    pub name: Field<String>,
    /// The site's tagline, HTML.
    #[serde(deserialize_with = "optional")]
    pub description: Option<String>,
}

/// A post or a page.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "named and documented by WordPress: wp/v2/posts")]
pub struct Post {
    pub id: Field<u64>,
    pub slug: Field<String>,
    pub link: Field<String>,
    #[serde(deserialize_with = "object")]
    pub title: Rendered,
    #[serde(deserialize_with = "object")]
    pub excerpt: Rendered,
    #[serde(deserialize_with = "object")]
    pub content: Rendered,
    pub date: Field<String>,
    pub date_gmt: Field<String>,
    pub comment_status: Field<String>,
    /// What tadwina's plugin for WordPress adds.
    #[serde(deserialize_with = "object")]
    pub tadwina: Discussion,
    #[serde(rename = "_embedded", deserialize_with = "object")]
    pub embedded: Embedded,
}

/// A field that WordPress renders into HTML.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Rendered {
    /// HTML.
    pub rendered: Field<String>,
    /// Whether a password protects it.
    #[serde(deserialize_with = "optional")]
    pub protected: Option<bool>,
}

/// The settings of a discussion, as tadwina's plugin for WordPress tells them.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Discussion {
    /// WordPress's option `require_name_email`.
    #[serde(deserialize_with = "optional")]
    pub require_name_email: Option<bool>,
    /// WordPress's option `comment_registration`.
    #[serde(deserialize_with = "optional")]
    pub registration: Option<bool>,
    /// Whether the post takes comments today.
    #[serde(deserialize_with = "optional")]
    pub open: Option<bool>,
    /// `asc` or `desc`: WordPress's option `comment_order`.
    #[serde(deserialize_with = "optional")]
    pub order: Option<String>,
    /// WordPress's option `comments_per_page`.
    #[serde(deserialize_with = "optional")]
    pub per_page: Option<u64>,
}

/// What a post embeds (`_embed`).
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Embedded {
    /// The author; an error object without a name where WordPress may not tell.
    #[serde(deserialize_with = "list")]
    pub author: Vec<User>,
    /// The featured image.
    #[serde(rename = "wp:featuredmedia", deserialize_with = "list")]
    pub featured_media: Vec<Media>,
    /// One list of terms for each taxonomy.
    #[serde(rename = "wp:term", deserialize_with = "list_of_lists")]
    pub terms: Vec<Vec<Term>>,
}

/// A user.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct User {
    /// The display name, HTML.
    #[serde(deserialize_with = "optional")]
    pub name: Option<String>,
}

/// A term: a category, a tag.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "named and documented by WordPress: wp/v2/categories")]
pub struct Term {
    pub id: Field<u64>,
    pub slug: Field<String>,
    pub name: Field<String>,
    pub link: Field<String>,
    #[serde(deserialize_with = "optional")]
    pub taxonomy: Option<String>,
    /// 0 for none.
    #[serde(deserialize_with = "optional")]
    pub parent: Option<u64>,
}

/// An attachment.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "named and documented by WordPress: wp/v2/media")]
pub struct Media {
    #[serde(deserialize_with = "optional")]
    pub source_url: Option<String>,
    #[serde(deserialize_with = "optional")]
    pub alt_text: Option<String>,
    #[serde(deserialize_with = "object")]
    pub caption: Rendered,
    #[serde(deserialize_with = "object")]
    pub media_details: MediaDetails,
}

/// The measures of an image.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct MediaDetails {
    /// Pixels.
    #[serde(deserialize_with = "optional")]
    pub width: Option<u64>,
    /// Pixels.
    #[serde(deserialize_with = "optional")]
    pub height: Option<u64>,
    /// The sizes that WordPress made of it.
    #[serde(deserialize_with = "values")]
    pub sizes: Vec<MediaSize>,
}

/// One size of an image.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct MediaSize {
    /// Its address.
    #[serde(deserialize_with = "optional")]
    pub source_url: Option<String>,
    /// Pixels.
    #[serde(deserialize_with = "optional")]
    pub width: Option<u64>,
    /// Pixels.
    #[serde(deserialize_with = "optional")]
    pub height: Option<u64>,
}

/// A comment.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "named and documented by WordPress: wp/v2/comments")]
pub struct Comment {
    pub id: Field<u64>,
    /// The post that it belongs to.
    pub post: Field<u64>,
    /// 0 for none.
    #[serde(deserialize_with = "optional")]
    pub parent: Option<u64>,
    #[serde(deserialize_with = "optional")]
    pub author_name: Option<String>,
    #[serde(deserialize_with = "optional")]
    pub date: Option<String>,
    #[serde(deserialize_with = "optional")]
    pub date_gmt: Option<String>,
    #[serde(deserialize_with = "object")]
    pub content: Rendered,
    #[serde(deserialize_with = "optional")]
    pub status: Option<String>,
}

/// An error of WordPress's.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ErrorBody {
    /// Such as `rest_no_route`; `None` in what is no error of WordPress's.
    #[serde(deserialize_with = "optional")]
    pub code: Option<String>,
    /// HTML in the site's language.
    #[serde(deserialize_with = "optional")]
    pub message: Option<String>,
    /// Details. Some plugins put the HTTP status in their place: [`BareErrorBody`].
    #[serde(deserialize_with = "object")]
    pub data: ErrorData,
}

/// The details of an error.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ErrorData {
    /// Which parameters are invalid.
    #[serde(deserialize_with = "object")]
    pub params: ErrorParams,
}

/// The parameters of a comment that may be invalid; present with a message when they are.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "named and documented by WordPress: wp/v2/comments")]
pub struct ErrorParams {
    pub author_email: Option<serde::de::IgnoredAny>,
    pub author_name: Option<serde::de::IgnoredAny>,
    pub content: Option<serde::de::IgnoredAny>,
}

/// An error of a plugin that puts the HTTP status in the place of `data`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct BareErrorBody {
    /// HTTP status.
    #[serde(deserialize_with = "optional")]
    pub data: Option<u64>,
}

/// A response within a response: `?_envelope`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Envelope {
    /// The headers that the response has outside its envelope.
    #[serde(deserialize_with = "object")]
    pub headers: EnvelopeHeaders,
}

/// The headers in an envelope.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct EnvelopeHeaders {
    /// The methods that are allowed, comma separated.
    #[serde(rename = "Allow", deserialize_with = "optional")]
    pub allow: Option<String>,
}

#[cfg(test)]
mod tests;
