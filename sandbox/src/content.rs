//! The content of `sandbox/content`, which is compiled in: `site.json`, `articles.json`, bodies, comments and images.
//!
//! Names, titles, excerpts and bodies are HTML as WordPress sends it, comments are as readers typed them. Every id is
//! explicit, so that a real WordPress can get the same ids.

use std::collections::BTreeMap;

use include_dir::{Dir, DirEntry, include_dir};
use jiff::tz::TimeZone;
use serde::{Deserialize, de::DeserializeOwned};
use thiserror::Error;

static COMPILED_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/content");

/// All content.
pub struct Content {
    /// Changes whenever any file changes.
    pub version: String,
    /// Site, users, categories, tags, images and pages.
    pub site: SiteFile,
    /// The time zone that `site.timezone_string` names.
    pub zone: TimeZone,
    /// Articles with their bodies and comments.
    pub articles: Vec<(Article, String, Vec<Comment>)>,
    /// Image files.
    pub uploads: Option<&'static Dir<'static>>,
}

/// Why the content could not be read. The message names the file.
#[derive(Debug, Error)]
pub enum ContentError {
    /// A file that the content names is missing.
    #[error("content file {0} is missing")]
    Missing(String),
    /// A file is not UTF-8 text.
    #[error("content file {0} is not UTF-8")]
    Encoding(String),
    /// A file is not the JSON that was expected.
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
    /// HTML.
    pub name: String,
    /// HTML.
    pub description: String,
    /// IANA name.
    pub timezone_string: String,
    /// Authors.
    pub users: Vec<User>,
    /// Categories, in any order.
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
    /// HTML.
    pub name: String,
    /// Decoded.
    pub slug: String,
    /// May be empty.
    #[serde(default)]
    pub description: String,
}

/// A category or a tag.
#[derive(Debug, Deserialize)]
pub struct Term {
    /// Unique among categories and tags.
    pub id: i64,
    /// HTML.
    pub name: String,
    /// Decoded.
    pub slug: String,
    /// The parent category, 0 for none.
    #[serde(default)]
    pub parent: i64,
    /// May be empty.
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
    /// HTML.
    pub title: String,
    /// Alternative text.
    #[serde(default)]
    pub alt: String,
    /// HTML of one paragraph, may be empty.
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
    /// HTML.
    pub title: String,
    /// Decoded.
    pub slug: String,
    /// HTML.
    pub body: String,
}

/// An entry of `articles.json`.
#[derive(Debug, Deserialize)]
pub struct Article {
    /// Unique among articles, pages and images.
    pub id: i64,
    /// Decoded.
    pub slug: String,
    /// HTML.
    pub title: String,
    /// HTML of one paragraph. If it is empty, WordPress makes an excerpt from the body.
    pub excerpt: String,
    /// The site's local time, `2023-11-03T15:43:00`.
    pub date: String,
    /// The same time in UTC.
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
    /// `publish`, `draft`, `private`, `trash`, `future` or `pending`.
    #[serde(default = "published")]
    pub status: String,
    /// Whether WordPress's front page shows it before all others.
    #[serde(default)]
    pub sticky: bool,
    /// Slugs that it had before, decoded.
    #[serde(default)]
    pub old_slugs: Vec<String>,
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
    /// The comment it replies to, 0 for none.
    pub parent: i64,
    /// The user who wrote it, 0 for a visitor.
    #[serde(default)]
    pub author: i64,
    /// HTML.
    pub author_name: String,
    /// Not public.
    pub author_email: String,
    /// May be empty.
    pub author_url: String,
    /// The site's local time.
    pub date: String,
    /// The same time in UTC.
    pub date_gmt: String,
    /// HTML as typed, without paragraphs.
    pub content: String,
    /// `approve`, `hold`, `spam` or `trash`.
    pub status: String,
}

fn published() -> String {
    "publish".to_owned()
}

impl Content {
    /// The content of `sandbox/content`.
    ///
    /// # Errors
    /// A file is missing or malformed.
    pub fn compiled_in() -> Result<Self, ContentError> {
        Self::read(&COMPILED_IN)
    }

    /// Reads a content folder.
    ///
    /// # Errors
    /// As [`Content::compiled_in`].
    pub fn read(folder: &'static Dir<'static>) -> Result<Self, ContentError> {
        let site: SiteFile = json(folder, "site.json")?;
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
