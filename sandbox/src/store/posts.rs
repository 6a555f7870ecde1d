//! Posts and pages.

use rusqlite::{OptionalExtension, Row, types::Value};

use super::{
    Slice, Store, StoreError, Window,
    filter::{Filter, containing, in_order_of},
};
use crate::faults::CommentPolicy;

/// A post or a page.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the fields of WordPress's posts, under their names")]
pub struct Post {
    pub id: i64,
    pub kind: String,
    pub slug: String,
    pub title: String,
    pub excerpt: String,
    pub body: String,
    pub date: String,
    pub date_gmt: String,
    pub author: i64,
    pub media: i64,
    pub comment_status: String,
    pub password: String,
    pub status: String,
}

/// Posts or pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PostKind {
    /// Articles.
    Post,
    /// Pages.
    Page,
}

impl PostKind {
    /// WordPress's `post_type`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Post => "post",
            Self::Page => "page",
        }
    }
}

/// Which posts; an empty list asks for nothing.
#[derive(Debug, Default, Clone)]
pub struct PostQuery {
    /// Only these ids.
    pub include: Vec<i64>,
    /// Not these ids.
    pub exclude: Vec<i64>,
    /// Encoded slugs.
    pub slugs: Vec<String>,
    /// In any of these categories.
    pub categories: Vec<i64>,
    /// In none of these.
    pub categories_exclude: Vec<i64>,
    /// With any of these tags.
    pub tags: Vec<i64>,
    /// With none of these.
    pub tags_exclude: Vec<i64>,
    /// By any of these users.
    pub authors: Vec<i64>,
    /// By none of these.
    pub authors_exclude: Vec<i64>,
    /// Only posts pinned to the front page; there are none.
    pub sticky: bool,
    /// Words, all of them.
    pub search: String,
    /// Published later than this local time.
    pub after: Option<String>,
    /// Published earlier.
    pub before: Option<String>,
    /// Sorted by.
    pub order_by: PostOrder,
}

/// What posts are sorted by.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "WordPress's own names")]
pub enum PostOrder {
    #[default]
    Date,
    Id,
    Title,
    Slug,
    Author,
    Modified,
    Include,
    Relevance,
}

const COLUMNS: &str =
    "id, kind, slug, title, excerpt, body, date, date_gmt, author, media, comment_status, password, status";

impl Post {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            kind: row.get(1)?,
            slug: row.get(2)?,
            title: row.get(3)?,
            excerpt: row.get(4)?,
            body: row.get(5)?,
            date: row.get(6)?,
            date_gmt: row.get(7)?,
            author: row.get(8)?,
            media: row.get(9)?,
            comment_status: row.get(10)?,
            password: row.get(11)?,
            status: row.get(12)?,
        })
    }

    /// Published, with or without a password.
    #[must_use]
    pub fn is_public(&self) -> bool {
        self.status == "publish"
    }

    /// Needs no password, or the right one was given.
    #[must_use]
    pub fn opens_with(&self, password: Option<&str>) -> bool {
        self.password.is_empty() || password == Some(&self.password)
    }

    /// Open for comments, unless a fault closes it.
    #[must_use]
    pub fn takes_comments(&self, policy: Option<CommentPolicy>) -> bool {
        self.comment_status == "open" && policy != Some(CommentPolicy::Closed)
    }
}

impl Store {
    /// A post or page of any status.
    ///
    /// # Errors
    /// SQLite refuses.
    pub fn post(&self, id: i64) -> Result<Option<Post>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM posts WHERE id = ?1");
        Ok(self.connection().query_row(&sql, [id], Post::read).optional()?)
    }

    /// Published posts or pages.
    ///
    /// # Errors
    /// SQLite refuses.
    pub fn posts(
        &self,
        kind: PostKind,
        query: &PostQuery,
        slice: &Slice,
    ) -> Result<Window<Post>, StoreError> {
        let filter = conditions(kind, query);
        let order = match query.order_by {
            PostOrder::Date | PostOrder::Modified => "date".to_owned(),
            PostOrder::Id => "id".to_owned(),
            PostOrder::Title => "folded(title)".to_owned(),
            PostOrder::Slug => "slug".to_owned(),
            PostOrder::Author => "author".to_owned(),
            PostOrder::Include => in_order_of("id", &query.include),
            // Hits in the title first, then the newest.
            PostOrder::Relevance => "(searched(title) LIKE ? ESCAPE '\\') DESC, date".to_owned(),
        };
        // A given list keeps its order, whatever direction is asked for.
        let direction = if query.order_by == PostOrder::Include { "ASC" } else { slice.direction() };
        let connection = self.connection();
        let total = connection.query_row(
            &format!("SELECT count(*) FROM posts{}", filter.sql()),
            &*filter.values(),
            |row| row.get(0),
        )?;
        let sql = format!(
            "SELECT {COLUMNS} FROM posts{} ORDER BY {order} {direction}, id {direction} LIMIT {} OFFSET {}",
            filter.sql(),
            slice.limit,
            slice.offset
        );
        let (mut values, searched) = (filter.values(), containing(&query.search));
        if query.order_by == PostOrder::Relevance {
            values.push(&searched);
        }
        let rows = connection.prepare(&sql)?.query_map(&*values, Post::read)?.collect::<Result<_, _>>()?;
        Ok(Window { rows, total })
    }

    /// The ids of a post's terms of one taxonomy, by name.
    ///
    /// # Errors
    /// SQLite refuses.
    pub fn terms_of_post(&self, post: i64, taxonomy: &str) -> Result<Vec<i64>, StoreError> {
        let connection = self.connection();
        let mut terms = connection.prepare_cached(
            "SELECT id FROM terms JOIN post_terms ON term = id WHERE post = ?1 AND taxonomy = ?2 ORDER BY folded(name)",
        )?;
        Ok(terms.query_map((post, taxonomy), |row| row.get(0))?.collect::<Result<_, _>>()?)
    }
}

fn conditions(kind: PostKind, query: &PostQuery) -> Filter {
    let mut filter = Filter::default();
    filter.with("kind = ?", [Value::Text(kind.name().to_owned())]);
    filter.require("status = 'publish'");
    filter.among("id IN []", &query.include);
    filter.among("id NOT IN []", &query.exclude);
    filter.among("slug IN []", &query.slugs);
    filter.among("id IN (SELECT post FROM post_terms WHERE term IN [])", &query.categories);
    filter.among("id NOT IN (SELECT post FROM post_terms WHERE term IN [])", &query.categories_exclude);
    filter.among("id IN (SELECT post FROM post_terms WHERE term IN [])", &query.tags);
    filter.among("id NOT IN (SELECT post FROM post_terms WHERE term IN [])", &query.tags_exclude);
    filter.among("author IN []", &query.authors);
    filter.among("author NOT IN []", &query.authors_exclude);
    if query.sticky {
        filter.require("FALSE");
    }
    for word in query.search.split_whitespace() {
        // Strangers do not search what a password protects.
        filter.require("password = ''");
        filter.with(
            "(searched(title) LIKE ? ESCAPE '\\' OR searched(excerpt) LIKE ? ESCAPE '\\' OR searched(body) LIKE ? ESCAPE '\\')",
            [containing(word), containing(word), containing(word)],
        );
    }
    for (clause, moment) in [("date > ?", &query.after), ("date < ?", &query.before)] {
        if let Some(moment) = moment {
            filter.with(clause, [Value::Text(moment.clone())]);
        }
    }
    filter
}
