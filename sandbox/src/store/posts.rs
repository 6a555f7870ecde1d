//! Posts and pages.

use rusqlite::{OptionalExtension, Row};

use super::{Listed, Order, Paging, Select, Store, StoreError, terms::Taxonomy};
use crate::faults::CommentFault;

/// A post or a page.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the fields of WordPress's posts, under their names")]
pub struct Post {
    pub id: i64,
    pub post_type: PostType,
    pub slug: String,
    pub title: String,
    pub excerpt: String,
    pub body: String,
    pub date: String,
    pub date_gmt: String,
    pub author: i64,
    pub featured_media: i64,
    pub comment_status: String,
    pub password: String,
    pub status: String,
    pub sticky: bool,
}

/// WordPress's `post_type`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PostType {
    /// Articles.
    Post,
    /// Pages.
    Page,
}

impl PostType {
    /// WordPress's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Post => "post",
            Self::Page => "page",
        }
    }

    /// The path of its list below `/wp-json`.
    #[must_use]
    pub fn route(self) -> &'static str {
        match self {
            Self::Post => "/wp/v2/posts",
            Self::Page => "/wp/v2/pages",
        }
    }
}

/// Which posts. An empty list does not restrict them.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "WordPress's parameters, under their names")]
pub struct PostQuery {
    pub include: Vec<i64>,
    pub exclude: Vec<i64>,
    pub slugs: Vec<String>,
    pub categories: Vec<i64>,
    pub tags: Vec<i64>,
    pub authors: Vec<i64>,
    /// Words that a post must have.
    pub search: String,
    pub after: Option<String>,
    pub before: Option<String>,
    /// Sticky posts only, or all others.
    pub sticky: Option<bool>,
    pub order: Order,
}

/// The values of `orderby`.
pub const POST_ORDERS: [(&str, Order); 9] = [
    ("author", Order::By("author")),
    ("date", Order::By("date")),
    ("id", Order::By("id")),
    ("include", Order::Include),
    ("menu_order", Order::By("date")),
    ("modified", Order::By("date")),
    ("relevance", Order::Relevance),
    ("slug", Order::By("slug")),
    ("title", Order::By("sort_key(title)")),
];

impl Post {
    pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let post_type: String = row.get("kind")?;
        Ok(Self {
            id: row.get("id")?,
            post_type: if post_type == "page" { PostType::Page } else { PostType::Post },
            slug: row.get("slug")?,
            title: row.get("title")?,
            excerpt: row.get("excerpt")?,
            body: row.get("body")?,
            date: row.get("date")?,
            date_gmt: row.get("date_gmt")?,
            author: row.get("author")?,
            featured_media: row.get("media")?,
            comment_status: row.get("comment_status")?,
            password: row.get("password")?,
            status: row.get("status")?,
            sticky: row.get("sticky")?,
        })
    }

    /// Whether it is published, with or without a password.
    #[must_use]
    pub fn is_public(&self) -> bool {
        self.status == "publish"
    }

    /// Whether it needs no password or has this one.
    #[must_use]
    pub fn opens_with(&self, password: &str) -> bool {
        self.password.is_empty() || self.password == password
    }

    /// Whether it is published and opens with this password.
    #[must_use]
    pub fn is_readable_with(&self, password: &str) -> bool {
        self.is_public() && self.opens_with(password)
    }

    /// Whether it is open for comments, and no fault closes it.
    #[must_use]
    pub fn accepts_comments(&self, fault: Option<CommentFault>) -> bool {
        self.comment_status == "open" && fault != Some(CommentFault::Closed)
    }
}

impl Store {
    /// A post or page of any status.
    ///
    /// # Errors
    /// SQLite refuses.
    pub fn post(&self, id: i64) -> Result<Option<Post>, StoreError> {
        let sql = "SELECT * FROM posts WHERE id = ?1";
        Ok(self.connection().query_row(sql, [id], Post::read).optional()?)
    }

    /// Published posts or pages.
    ///
    /// # Errors
    /// SQLite refuses.
    pub fn posts(
        &self,
        post_type: PostType,
        query: &PostQuery,
        paging: Paging,
    ) -> Result<Listed<Post>, StoreError> {
        let mut select = Select::from("posts");
        select.with("kind = ?", post_type.name().to_owned());
        select.require("status = 'publish'");
        select.among("id IN []", &query.include);
        match query.sticky {
            Some(true) => select.require("sticky"),
            // WordPress excludes nothing from the posts of `include`, neither these nor those of `exclude`.
            _ if !query.include.is_empty() => {}
            Some(false) => {
                select.require("NOT sticky");
                select.among("id NOT IN []", &query.exclude);
            }
            None => select.among("id NOT IN []", &query.exclude),
        }
        select.among("slug IN []", &query.slugs);
        select.among("id IN (SELECT post FROM post_terms WHERE term IN [])", &query.categories);
        select.among("id IN (SELECT post FROM post_terms WHERE term IN [])", &query.tags);
        select.among("author IN []", &query.authors);
        for word in query.search.split_whitespace() {
            // A search without a login leaves out protected posts.
            select.require("password = ''");
            select.containing(&["title", "excerpt", "body"], word);
        }
        select.between(query.after.as_ref(), query.before.as_ref());
        select.order_by(query.order, paging.is_descending, &query.include, &query.search);
        self.list(&select, paging, Post::read)
    }

    /// The ids of a post's terms of one taxonomy, sorted by name.
    ///
    /// # Errors
    /// SQLite refuses.
    pub fn terms_of_post(&self, post: i64, taxonomy: Taxonomy) -> Result<Vec<i64>, StoreError> {
        let connection = self.connection();
        let mut terms = connection.prepare_cached(
            "SELECT id FROM terms JOIN post_terms ON term = id WHERE post = ?1 AND taxonomy = ?2
             ORDER BY sort_key(name)",
        )?;
        Ok(terms.query_map((post, taxonomy.name()), |row| row.get(0))?.collect::<Result<_, _>>()?)
    }
}
