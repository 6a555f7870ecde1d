//! A comment as it comes.

use serde::Deserialize;

use super::{
    Field, Rendered,
    lenient::{number, or_default},
};

/// A comment.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "named and documented by WordPress: wp/v2/comments")]
pub struct Comment {
    #[serde(deserialize_with = "number")]
    pub id: Field<u64>,
    #[serde(deserialize_with = "number")]
    pub post: Field<u64>,
    /// 0 for none.
    #[serde(deserialize_with = "number")]
    pub parent: Field<u64>,
    /// 0 for a visitor.
    #[serde(deserialize_with = "number")]
    pub author: Field<u64>,
    pub author_name: Field<String>,
    pub author_url: Field<String>,
    /// Missing where the site shows no avatars.
    #[serde(deserialize_with = "or_default")]
    pub author_avatar_urls: AvatarUrls,
    pub date: Field<String>,
    pub date_gmt: Field<String>,
    #[serde(deserialize_with = "or_default")]
    pub content: Rendered,
    pub link: Field<String>,
    pub status: Field<String>,
    /// `comment`, or what a plugin stores among the comments: `pingback`, `like`, `repost`.
    #[serde(rename = "type")]
    pub kind: Field<String>,
    /// In the response to a new comment, from tadwina's plugin for WordPress.
    #[serde(deserialize_with = "or_default")]
    pub tadwina: Change,
}

/// By which the author of a new comment changes it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Change {
    /// What the site wants to see again.
    pub token: Field<String>,
    /// How long the token holds.
    #[serde(deserialize_with = "number")]
    pub seconds: Field<u64>,
}

/// The addresses of an avatar, by its size in pixels; `false` in the place of one that there is not.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct AvatarUrls {
    /// 48 pixels.
    #[serde(rename = "48")]
    pub small: Field<String>,
    /// 96 pixels.
    #[serde(rename = "96")]
    pub large: Field<String>,
}
