//! An article, whole and in a list.

use super::{Category, DiscussionSettings, Html, Moment, Permalink, Slug};

/// Names an article within its site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ArticleId(pub u64);

/// Names a user of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UserId(pub u64);

/// One article with all that its page shows, except the discussion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// Its id.
    pub id: ArticleId,
    /// The last segment of its address.
    pub slug: Slug,
    /// Its address within the site.
    pub link: Permalink,
    /// The host in the address that the site gave it, such as `blog.example`; empty for none.
    pub host: String,
    /// Plain text; may be empty.
    pub title: String,
    /// Plain text, for the page's description; may be empty.
    pub excerpt: String,
    /// What it says.
    pub body: Body,
    /// Who wrote it; `None` when the site does not tell.
    pub author: Option<Author>,
    /// The user who wrote it; the site tells this also where it keeps the name to itself.
    pub user: Option<UserId>,
    /// When it was published; `None` when the site does not tell.
    pub published: Option<Moment>,
    /// When it was changed last, in UTC; `None` when the site does not tell.
    pub modified: Option<Moment>,
    /// Its categories as the article names them: without ancestors, in the site's order. Maybe empty.
    pub categories: Vec<Category>,
    /// The picture above the text.
    pub picture: Option<Picture>,
    /// Whether the article says that it takes comments. An old article may say so and still refuse.
    pub comments_open: bool,
    /// What the site asks of comments.
    pub discussion: DiscussionSettings,
}

/// What there is to know of an article whose text is somebody else's matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Its id.
    pub id: ArticleId,
    /// Its address within the site.
    pub link: Permalink,
    /// Plain text; may be empty.
    pub title: String,
    /// The user who wrote it; `None` when the site does not tell.
    pub user: Option<UserId>,
    /// Whether it says that it takes comments.
    pub comments_open: bool,
    /// What the site asks of comments.
    pub discussion: DiscussionSettings,
}

/// The text of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// Readable.
    Open(Html),
    /// Protected by a password.
    Locked,
}

/// Who wrote an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// Plain text.
    pub name: String,
}

/// A picture with the sizes that the site has of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Absolute or site-relative address of the largest size.
    pub source: String,
    /// Width and height in pixels of the largest size: they keep the room free before it loads. `None` where the site
    /// has not measured it, as with SVG.
    pub dimensions: Option<(u32, u32)>,
    /// What it shows, for those who do not see it; empty when it is decoration.
    pub alternative: String,
    /// Plain text below it; may be empty.
    pub caption: String,
    /// Every size of the same proportions, narrowest first.
    pub sizes: Vec<PictureSource>,
}

/// One size of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureSource {
    /// Address.
    pub source: String,
    /// Width in pixels.
    pub width: u32,
}

/// An article as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Its id.
    pub id: ArticleId,
    /// Its address within the site.
    pub link: Permalink,
    /// Plain text; may be empty.
    pub title: String,
    /// Plain text; may be empty.
    pub excerpt: String,
    /// When it was published; `None` when the site does not tell.
    pub published: Option<Moment>,
}

/// One page of a longer list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// What is on it.
    pub items: Vec<T>,
    /// How many pages there are; at least 1.
    pub pages: u32,
    /// How many items all pages have together.
    pub total: u32,
}
