//! The content compiled into the program: `site.json`, `articles.json`, bodies, comments and images.
//!
//! The shapes below are the contract with whoever writes content; every id is explicit, so that a real WordPress can be
//! filled with the same ones.

use std::collections::BTreeMap;

use include_dir::{Dir, DirEntry, include_dir};
use jiff::tz::TimeZone;
use serde::{Deserialize, de::DeserializeOwned};
use thiserror::Error;

static COMPILED_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/content");

/// All content, read and checked.
pub struct Content {
    /// Changes whenever any file does.
    pub version: String,
    /// Site, people, categories, tags, images and pages.
    pub site: SiteFile,
    /// The time zone that `site.timezone_string` names.
    pub zone: TimeZone,
    /// Articles with their bodies and comments.
    pub articles: Vec<(Article, String, Vec<Comment>)>,
    /// Image files.
    pub uploads: Option<&'static Dir<'static>>,
}

/// Why content could not be read; names the file to mend.
#[derive(Debug, Error)]
pub enum ContentError {
    /// A file that the content refers to is not there.
    #[error("content file {0} is missing")]
    Missing(String),
    /// A file is not UTF-8 text.
    #[error("content file {0} is not UTF-8")]
    Encoding(String),
    /// A file is not the JSON that is asked for.
    #[error("content file {file}: {source}")]
    Json {
        /// Path under the content folder.
        file: String,
        /// What is wrong, with line and column.
        source: serde_json::Error,
    },
    /// `timezone_string` names no time zone.
    #[error("site.json: timezone_string: {0}")]
    Zone(jiff::Error),
}

/// `site.json`.
#[derive(Debug, Deserialize)]
pub struct SiteFile {
    /// Plain text.
    pub name: String,
    /// Plain text.
    pub description: String,
    /// IANA name.
    pub timezone_string: String,
    /// Authors.
    pub users: Vec<User>,
    /// Categories; a parent stands before its children or after, as it likes.
    pub categories: Vec<Term>,
    /// Tags.
    pub tags: Vec<Term>,
    /// Images.
    pub media: Vec<Media>,
    /// Pages.
    pub pages: Vec<Page>,
}

/// An author.
#[derive(Debug, Deserialize)]
pub struct User {
    /// Unique among users.
    pub id: i64,
    /// Plain text.
    pub name: String,
    /// ASCII or Unicode, decoded.
    pub slug: String,
    /// Plain text, may be empty.
    #[serde(default)]
    pub description: String,
}

/// A category or a tag.
#[derive(Debug, Deserialize)]
pub struct Term {
    /// Unique among categories and tags.
    pub id: i64,
    /// Plain text.
    pub name: String,
    /// Decoded.
    pub slug: String,
    /// Another category, 0 for none; tags have none.
    #[serde(default)]
    pub parent: i64,
    /// Plain text, may be empty.
    #[serde(default)]
    pub description: String,
}

/// An image with its smaller copies.
#[derive(Debug, Deserialize)]
pub struct Media {
    /// Unique among articles, pages and images.
    pub id: i64,
    /// Path under `uploads/`.
    pub file: String,
    /// Plain text.
    pub title: String,
    /// Alternative text.
    #[serde(default)]
    pub alt: String,
    /// HTML or plain text, may be empty.
    #[serde(default)]
    pub caption: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// Such as `image/webp`.
    pub mime: String,
    /// Smaller copies by WordPress's size name.
    #[serde(default)]
    pub sizes: BTreeMap<String, Size>,
}

/// A smaller copy of an image.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
pub struct Size {
    /// File name beside the full image.
    pub file: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

/// A page.
#[derive(Debug, Deserialize)]
pub struct Page {
    /// Unique among articles, pages and images.
    pub id: i64,
    /// Plain text.
    pub title: String,
    /// Decoded.
    pub slug: String,
    /// HTML, or a file name under `pages/`.
    pub body: String,
}

/// An entry of `articles.json`.
#[derive(Debug, Deserialize)]
pub struct Article {
    /// Unique among articles, pages and images.
    pub id: i64,
    /// Decoded Unicode text; encoded and cut as WordPress does.
    pub slug: String,
    /// Plain text with typographic or straight quotes.
    pub title: String,
    /// Plain text.
    pub excerpt: String,
    /// The site's local time, `2023-11-03T15:43:00`.
    pub date: String,
    /// The same in UTC.
    pub date_gmt: String,
    /// A user.
    pub author: i64,
    /// Category ids.
    pub categories: Vec<i64>,
    /// Tag ids.
    #[serde(default)]
    pub tags: Vec<i64>,
    /// An image, 0 for none.
    #[serde(default)]
    pub featured_media: i64,
    /// `open` or `closed`.
    pub comment_status: String,
    /// Empty for none.
    #[serde(default)]
    pub password: String,
    /// `publish` unless said otherwise: `draft`, `private`, `trash`.
    #[serde(default = "published")]
    pub status: String,
    /// File name under `articles/`.
    pub body: String,
    /// File name under `comments/`.
    #[serde(default)]
    pub comments: Option<String>,
}

/// An entry of a file under `comments/`.
#[derive(Debug, Deserialize)]
pub struct Comment {
    /// Unique among comments.
    pub id: i64,
    /// Another comment, 0 for none.
    pub parent: i64,
    /// As typed.
    pub author_name: String,
    /// Never shown.
    pub author_email: String,
    /// May be empty.
    pub author_url: String,
    /// The site's local time.
    pub date: String,
    /// The same in UTC.
    pub date_gmt: String,
    /// As typed, text or HTML.
    pub content: String,
    /// `approve` or `hold`.
    pub status: String,
}

fn published() -> String {
    "publish".to_owned()
}

impl Content {
    /// The content of `sandbox/content`, part of the program.
    ///
    /// # Errors
    /// A file is missing or not what it should be: a mistake in the content, found by the tests.
    pub fn compiled_in() -> Result<Self, ContentError> {
        Self::read(&COMPILED_IN)
    }

    /// Reads a content folder.
    ///
    /// # Errors
    /// As [`Content::compiled_in`].
    pub fn read(folder: &'static Dir<'static>) -> Result<Self, ContentError> {
        let mut site: SiteFile = json(folder, "site.json")?;
        for page in &mut site.pages {
            // A body may be given in place or as a file.
            if let Ok(body) = text(folder, &format!("pages/{}", page.body)) {
                page.body = body.to_owned();
            }
        }
        let articles = json::<Vec<Article>>(folder, "articles.json")?
            .into_iter()
            .map(|article| {
                let body = text(folder, &format!("articles/{}", article.body))?.to_owned();
                let comments = match &article.comments {
                    Some(file) => json(folder, &format!("comments/{file}"))?,
                    None => Vec::new(),
                };
                Ok((article, body, comments))
            })
            .collect::<Result<_, _>>()?;
        let zone = TimeZone::get(&site.timezone_string).map_err(ContentError::Zone)?;
        Ok(Self { version: version(folder), site, zone, articles, uploads: folder.get_dir("uploads") })
    }
}

fn text(folder: &'static Dir<'static>, path: &str) -> Result<&'static str, ContentError> {
    let file = folder.get_file(path).ok_or_else(|| ContentError::Missing(path.to_owned()))?;
    file.contents_utf8().ok_or_else(|| ContentError::Encoding(path.to_owned()))
}

fn json<T: DeserializeOwned>(folder: &'static Dir<'static>, path: &str) -> Result<T, ContentError> {
    serde_json::from_str(text(folder, path)?)
        .map_err(|source| ContentError::Json { file: path.to_owned(), source })
}

/// A digest of every path and every byte.
fn version(folder: &Dir<'_>) -> String {
    let mut digest = md5::Context::new();
    digest_into(folder, &mut digest);
    format!("{:x}", digest.finalize())
}

fn digest_into(folder: &Dir<'_>, digest: &mut md5::Context) {
    for entry in folder.entries() {
        match entry {
            DirEntry::Dir(inner) => digest_into(inner, digest),
            DirEntry::File(file) => {
                digest.consume(file.path().to_string_lossy().as_bytes());
                digest.consume(file.contents());
            }
        }
    }
}
