//! Comments: reading, and keeping a new one under WordPress's two checks.

use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior, params, types::Value};
use thiserror::Error;

use super::{
    Slice, Store, StoreError, Window,
    filter::{Filter, containing, in_order_of},
};
use crate::clock::Moment;

/// A comment as kept.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the fields of WordPress's comments, under their names")]
pub struct Comment {
    pub id: i64,
    pub post: i64,
    pub parent: i64,
    pub author_name: String,
    pub author_email: String,
    pub author_url: String,
    pub date: String,
    pub date_gmt: String,
    pub content: String,
    pub status: String,
}

/// Which comments; an empty list asks for nothing. Only approved ones are ever listed.
#[derive(Debug, Default, Clone)]
pub struct CommentQuery {
    /// Of these posts.
    pub posts: Vec<i64>,
    /// Answers to these; 0 for the top.
    pub parents: Vec<i64>,
    /// Not answers to these.
    pub parents_exclude: Vec<i64>,
    /// Only these ids.
    pub include: Vec<i64>,
    /// Not these ids.
    pub exclude: Vec<i64>,
    /// Part of the text or name.
    pub search: String,
    /// Later than this local time.
    pub after: Option<String>,
    /// Earlier.
    pub before: Option<String>,
    /// Sorted by.
    pub order_by: CommentOrder,
}

/// What comments are sorted by.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "WordPress's own names")]
pub enum CommentOrder {
    #[default]
    DateGmt,
    Date,
    Id,
    Include,
    Post,
    Parent,
    Type,
}

/// A comment to keep.
#[derive(Debug, Clone)]
pub struct NewComment {
    /// Of this post.
    pub post: i64,
    /// Answer to this, 0 for none.
    pub parent: i64,
    /// Fields as kept, that is filtered.
    pub kept: Fields,
    /// Fields that the search for a duplicate compares with kept ones.
    pub compared: Fields,
    /// May be empty.
    pub author_url: String,
    /// The commenter's address.
    pub ip: String,
    /// Now.
    pub moment: Moment,
    /// `approve`, `hold` or `spam`.
    pub status: &'static str,
    /// What counts as too quick.
    pub flood: Flood,
}

/// When a comment comes too quickly after another of the same person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flood {
    /// Within so many seconds; 0 for never.
    Within(i64),
    /// Whatever the time: a fault.
    Always,
}

/// What tells one comment from another.
#[derive(Debug, Clone)]
pub struct Fields {
    /// May be empty.
    pub author_name: String,
    /// May be empty.
    pub author_email: String,
    /// The text.
    pub content: String,
}

/// Why a comment was not kept.
#[derive(Debug, Error)]
pub enum NotKept {
    /// The same person said the same in the same place.
    #[error("duplicate")]
    Duplicate,
    /// The same person or address commented just before.
    #[error("flood")]
    Flood,
    /// The data file refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<rusqlite::Error> for NotKept {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

const COLUMNS: &str =
    "id, post, parent, author_name, author_email, author_url, date, date_gmt, content, status";

impl Comment {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            post: row.get(1)?,
            parent: row.get(2)?,
            author_name: row.get(3)?,
            author_email: row.get(4)?,
            author_url: row.get(5)?,
            date: row.get(6)?,
            date_gmt: row.get(7)?,
            content: row.get(8)?,
            status: row.get(9)?,
        })
    }

    /// Open to all.
    #[must_use]
    pub fn is_approved(&self) -> bool {
        self.status == "approve"
    }
}

impl Store {
    /// A comment of any status.
    ///
    /// # Errors
    /// SQLite refuses.
    pub fn comment(&self, id: i64) -> Result<Option<Comment>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM comments WHERE id = ?1");
        Ok(self.connection().query_row(&sql, [id], Comment::read).optional()?)
    }

    /// Approved comments, those of protected posts among them.
    ///
    /// # Errors
    /// SQLite refuses.
    pub fn comments(&self, query: &CommentQuery, slice: &Slice) -> Result<Window<Comment>, StoreError> {
        let filter = conditions(query);
        let order = match query.order_by {
            CommentOrder::DateGmt => "date_gmt".to_owned(),
            CommentOrder::Date => "date".to_owned(),
            CommentOrder::Id | CommentOrder::Type => "id".to_owned(),
            CommentOrder::Post => "post".to_owned(),
            CommentOrder::Parent => "parent".to_owned(),
            CommentOrder::Include => in_order_of("id", &query.include),
        };
        let direction = if query.order_by == CommentOrder::Include { "ASC" } else { slice.direction() };
        let connection = self.connection();
        let total = connection.query_row(
            &format!("SELECT count(*) FROM comments{}", filter.sql()),
            &*filter.values(),
            |row| row.get(0),
        )?;
        let sql = format!(
            "SELECT {COLUMNS} FROM comments{} ORDER BY {order} {direction}, id {direction} LIMIT {} OFFSET {}",
            filter.sql(),
            slice.limit,
            slice.offset
        );
        let rows = connection
            .prepare(&sql)?
            .query_map(&*filter.values(), Comment::read)?
            .collect::<Result<_, _>>()?;
        Ok(Window { rows, total })
    }

    /// Whether anything answers this comment, held answers and those on other posts too.
    ///
    /// # Errors
    /// SQLite refuses.
    pub fn has_answers(&self, id: i64) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM comments WHERE parent = ?1)";
        Ok(self.connection().query_row(sql, [id], |row| row.get(0))?)
    }

    /// Keeps a comment, in a transaction that takes the file for itself first: two equal comments sent at once cannot
    /// both pass the checks.
    ///
    /// # Errors
    /// [`NotKept`] says why not.
    pub fn keep_comment(&self, new: &NewComment) -> Result<Comment, NotKept> {
        let mut connection = self.connection();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if is_duplicate(&transaction, new)? {
            return Err(NotKept::Duplicate);
        }
        let flood = match new.flood {
            Flood::Always => true,
            Flood::Within(seconds) => seconds > 0 && is_flood(&transaction, new, seconds)?,
        };
        if flood {
            return Err(NotKept::Flood);
        }
        let Fields { author_name, author_email, content } = new.kept.clone();
        transaction.execute(
            "INSERT INTO comments (post, parent, author_name, author_email, author_url, ip, date, date_gmt, content, status, posted)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, TRUE)",
            params![
                new.post, new.parent, author_name, author_email, new.author_url, new.ip, new.moment.local,
                new.moment.gmt, content, new.status
            ],
        )?;
        let id = transaction.last_insert_rowid();
        transaction.commit()?;
        Ok(Comment {
            id,
            post: new.post,
            parent: new.parent,
            author_name,
            author_email,
            author_url: new.author_url.clone(),
            date: new.moment.local.clone(),
            date_gmt: new.moment.gmt.clone(),
            content,
            status: new.status.to_owned(),
        })
    }
}

fn conditions(query: &CommentQuery) -> Filter {
    let mut filter = Filter::default();
    filter.require("status = 'approve'");
    filter.among("post IN []", &query.posts);
    filter.among("parent IN []", &query.parents);
    filter.among("parent NOT IN []", &query.parents_exclude);
    filter.among("id IN []", &query.include);
    filter.among("id NOT IN []", &query.exclude);
    if !query.search.is_empty() {
        let part = || containing(&query.search);
        filter.with(
            "(searched(content) LIKE ? ESCAPE '\\' OR searched(author_name) LIKE ? ESCAPE '\\')",
            [part(), part()],
        );
    }
    for (clause, moment) in [("date > ?", &query.after), ("date < ?", &query.before)] {
        if let Some(moment) = moment {
            filter.with(clause, [Value::Text(moment.clone())]);
        }
    }
    filter
}

/// An e-mail counts only when one was given.
fn is_duplicate(connection: &Connection, new: &NewComment) -> rusqlite::Result<bool> {
    let Fields { author_name, author_email, content } = &new.compared;
    connection.query_row(
        "SELECT EXISTS (SELECT 1 FROM comments WHERE post = ?1 AND parent = ?2 AND status <> 'trash'
         AND author_name = ?3 AND (?4 = '' OR author_email = ?4) AND content = ?5)",
        params![new.post, new.parent, author_name, author_email, content],
        |row| row.get(0),
    )
}

/// Empty e-mails match each other, as in WordPress.
fn is_flood(connection: &Connection, new: &NewComment, seconds: i64) -> rusqlite::Result<bool> {
    connection.query_row(
        "SELECT EXISTS (SELECT 1 FROM comments WHERE (ip = ?1 OR author_email = ?2)
         AND unixepoch(date_gmt) > unixepoch(?3) - ?4)",
        params![new.ip, new.kept.author_email, new.moment.gmt, seconds],
        |row| row.get(0),
    )
}
