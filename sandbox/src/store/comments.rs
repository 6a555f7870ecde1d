//! Comments: reads them, and stores a new one after WordPress's two checks.

use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior, params};
use thiserror::Error;

use super::{Listed, Order, Paging, Select, Store, StoreError};
use crate::clock::Moment;

/// A stored comment.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the fields of WordPress's comments, under their names")]
pub struct Comment {
    pub id: i64,
    pub post: i64,
    pub parent: i64,
    pub author: i64,
    pub author_name: String,
    pub author_email: String,
    pub author_url: String,
    pub date: String,
    pub date_gmt: String,
    pub content: String,
    pub status: String,
}

/// Which of the approved comments. An empty list does not restrict them.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "WordPress's parameters, under their names")]
pub struct CommentQuery {
    pub posts: Vec<i64>,
    /// 0 for comments that are not replies.
    pub parents: Vec<i64>,
    pub include: Vec<i64>,
    pub exclude: Vec<i64>,
    pub search: String,
    pub after: Option<String>,
    pub before: Option<String>,
    pub order: Order,
}

/// The values of `orderby`.
pub const COMMENT_ORDERS: [(&str, Order); 6] = [
    ("date", Order::By("date")),
    ("date_gmt", Order::By("date_gmt")),
    ("id", Order::By("id")),
    ("include", Order::Include),
    ("parent", Order::By("parent")),
    ("post", Order::By("post")),
];

/// A comment to store.
#[derive(Debug, Clone)]
pub struct NewComment {
    /// The post it is on.
    pub post: i64,
    /// The comment it replies to, 0 for none.
    pub parent: i64,
    /// The filtered values, which are stored.
    pub fields: Fields,
    /// The values that the search for a duplicate compares with stored ones.
    pub compared: Fields,
    /// The reader's web address, or empty.
    pub author_url: String,
    /// The reader's IP address.
    pub ip: String,
    /// The current time.
    pub moment: Moment,
    /// What becomes of it after the checks.
    pub verdict: Verdict,
    /// When it counts as too quick.
    pub flood: Flood,
}

/// What becomes of a comment that is neither a duplicate nor too quick.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Stored as `approve`, `hold`, `spam` or `trash`.
    Status(&'static str),
    /// Refused by a plugin: a fault.
    Plugin,
    /// Not taken by the database: a fault.
    Unsaved,
}

/// When a comment counts as too quick after another one of the same reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flood {
    /// Within this number of seconds; 0 for never.
    Within(i64),
    /// Always: a fault.
    Always,
}

/// The text that a reader writes.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the fields of WordPress's comments, under their names")]
pub struct Fields {
    pub author_name: String,
    pub author_email: String,
    pub content: String,
}

/// Why a comment was not stored.
#[derive(Debug, Error)]
pub enum NotStored {
    /// The same reader has written the same text in the same place.
    #[error("duplicate")]
    Duplicate,
    /// The same reader or IP address has commented within the flood time.
    #[error("flood")]
    Flood,
    /// A plugin does not want it.
    #[error("refused by a plugin")]
    Plugin,
    /// The database has not taken it.
    #[error("not saved")]
    Unsaved,
    /// SQLite refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<rusqlite::Error> for NotStored {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

impl Comment {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            post: row.get("post")?,
            parent: row.get("parent")?,
            author: row.get("author")?,
            author_name: row.get("author_name")?,
            author_email: row.get("author_email")?,
            author_url: row.get("author_url")?,
            date: row.get("date")?,
            date_gmt: row.get("date_gmt")?,
            content: row.get("content")?,
            status: row.get("status")?,
        })
    }

    /// Whether the public sees it.
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
        let sql = "SELECT * FROM comments WHERE id = ?1";
        Ok(self.connection().query_row(sql, [id], Comment::read).optional()?)
    }

    /// Approved comments, including those of protected posts.
    ///
    /// # Errors
    /// SQLite refuses.
    pub fn comments(&self, query: &CommentQuery, paging: Paging) -> Result<Listed<Comment>, StoreError> {
        let mut select = Select::from("comments");
        select.require("status = 'approve'");
        select.among("post IN []", &query.posts);
        select.among("parent IN []", &query.parents);
        select.among("id IN []", &query.include);
        select.among("id NOT IN []", &query.exclude);
        select.containing(&["content", "author_name"], &query.search);
        select.between(query.after.as_ref(), query.before.as_ref());
        select.order_by(query.order, paging.is_descending, &query.include, "");
        self.list(&select, paging, Comment::read)
    }

    /// Whether the comment has replies, including held ones and those on other posts. Spam and the trash do not count.
    ///
    /// # Errors
    /// SQLite refuses.
    pub fn has_replies(&self, id: i64) -> Result<bool, StoreError> {
        let sql =
            "SELECT EXISTS (SELECT 1 FROM comments WHERE parent = ?1 AND status IN ('approve', 'hold'))";
        Ok(self.connection().query_row(sql, [id], |row| row.get(0))?)
    }

    /// Stores a comment. The transaction locks the file first, so that two equal comments sent at once become one.
    ///
    /// # Errors
    /// The comment is a duplicate or too quick, or SQLite refuses.
    pub fn insert_comment(&self, new: &NewComment) -> Result<Comment, NotStored> {
        let mut connection = self.connection();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if is_duplicate(&transaction, new)? {
            return Err(NotStored::Duplicate);
        }
        if is_flood(&transaction, new)? {
            return Err(NotStored::Flood);
        }
        let status = match new.verdict {
            Verdict::Status(status) => status,
            Verdict::Plugin => return Err(NotStored::Plugin),
            Verdict::Unsaved => return Err(NotStored::Unsaved),
        };
        let Fields { author_name, author_email, content } = &new.fields;
        let comment = transaction.query_row(
            "INSERT INTO comments (post, parent, author_name, author_email, author_url, ip, date, date_gmt, content,
                status, posted)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, TRUE) RETURNING *",
            params![
                new.post,
                new.parent,
                author_name,
                author_email,
                new.author_url,
                new.ip,
                new.moment.local,
                new.moment.gmt,
                content,
                status
            ],
            Comment::read,
        )?;
        transaction.commit()?;
        Ok(comment)
    }
}

/// Whether an equal comment is stored, and not in the trash. E-mail addresses are compared only if the new comment has one.
fn is_duplicate(connection: &Connection, new: &NewComment) -> rusqlite::Result<bool> {
    let Fields { author_name, author_email, content } = &new.compared;
    connection.query_row(
        "SELECT EXISTS (SELECT 1 FROM comments WHERE post = ?1 AND parent = ?2 AND status <> 'trash'
         AND author_name = ?3
         AND (?4 = '' OR author_email = ?4) AND content = ?5)",
        params![new.post, new.parent, author_name, author_email, content],
        |row| row.get(0),
    )
}

fn is_flood(connection: &Connection, new: &NewComment) -> rusqlite::Result<bool> {
    let seconds = match new.flood {
        Flood::Always => return Ok(true),
        Flood::Within(seconds) => seconds,
    };
    connection.query_row(
        "SELECT EXISTS (SELECT 1 FROM comments WHERE (ip = ?1 OR author_email = ?2)
         AND unixepoch(date_gmt) > unixepoch(?3) - ?4)",
        params![new.ip, new.fields.author_email, new.moment.gmt, seconds],
        |row| row.get(0),
    )
}
