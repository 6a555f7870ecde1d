//! Writes the content into the data file, if the file is new or the content has changed.

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

use super::{Store, StoreError};
use crate::{
    content::{Article, Comment, Content, Term},
    formatting::sanitize_title::sanitize_title,
};

/// Ids of posted comments begin here, so that comments that the content gets later have free ids.
const FIRST_POSTED_COMMENT: i64 = 900_000;

/// What [`Store::seed`] did to the data file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seeding {
    /// Nothing: it already had this content.
    None,
    /// It was new, and got the content.
    First,
    /// It had other content, which was replaced.
    Renewed,
}

impl Store {
    /// Writes the content unless the file has this version of it. Posted comments stay.
    ///
    /// # Errors
    /// SQLite refuses, or the content has an id twice.
    pub fn seed(&self, content: &Content) -> Result<Seeding, StoreError> {
        let mut connection = self.connection();
        let known = version(&connection)?;
        if known.as_deref() == Some(&content.version) {
            return Ok(Seeding::None);
        }
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if known.is_some() {
            transaction.execute_batch(
                "DELETE FROM users; DELETE FROM terms; DELETE FROM media; DELETE FROM posts; DELETE FROM old_slugs;
                 DELETE FROM post_terms; DELETE FROM comments WHERE NOT posted;",
            )?;
        } else {
            transaction.execute(
                "INSERT INTO sqlite_sequence (name, seq) VALUES ('comments', ?1)",
                [FIRST_POSTED_COMMENT],
            )?;
        }
        write(&transaction, content)?;
        transaction.execute("REPLACE INTO facts (name, value) VALUES ('content', ?1)", [&content.version])?;
        transaction.commit()?;
        Ok(if known.is_some() { Seeding::Renewed } else { Seeding::First })
    }
}

fn version(connection: &Connection) -> Result<Option<String>, rusqlite::Error> {
    connection.query_row("SELECT value FROM facts WHERE name = 'content'", [], |row| row.get(0)).optional()
}

fn write(to: &Transaction<'_>, content: &Content) -> Result<(), StoreError> {
    let mut users = to.prepare("INSERT INTO users VALUES (?1, ?2, ?3, ?4)")?;
    for user in &content.site.users {
        users.execute(params![user.id, user.name, sanitize_title(&user.slug), user.description])?;
    }
    terms(to, "category", &content.site.categories)?;
    terms(to, "post_tag", &content.site.tags)?;
    let mut media = to.prepare("INSERT INTO media VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")?;
    for image in &content.site.media {
        let sizes = serde_json::to_string(&image.sizes)?;
        media.execute(params![
            image.id,
            image.file,
            image.title,
            image.alt,
            image.caption,
            image.width,
            image.height,
            image.mime,
            sizes
        ])?;
    }
    // The content has no date and no author for pages.
    let mut pages = to.prepare(
        "INSERT INTO posts VALUES (?1, 'page', ?2, ?3, '', ?4, '2023-01-01T10:00:00', '2023-01-01T09:00:00', ?5, 0, 'closed', '', 'publish', FALSE)",
    )?;
    let first_user = content.site.users.first().map_or(0, |user| user.id);
    for page in &content.site.pages {
        pages.execute(params![page.id, sanitize_title(&page.slug), page.title, page.body, first_user])?;
    }
    for (article, body, comments) in &content.articles {
        write_article(to, article, body)?;
        write_comments(to, article.id, comments)?;
    }
    Ok(())
}

fn terms(to: &Transaction<'_>, taxonomy: &str, terms: &[Term]) -> Result<(), StoreError> {
    let mut insert = to.prepare("INSERT INTO terms VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
    for term in terms {
        let slug = sanitize_title(&term.slug);
        insert.execute(params![term.id, taxonomy, term.name, slug, term.parent, term.description])?;
    }
    Ok(())
}

fn write_article(to: &Transaction<'_>, article: &Article, body: &str) -> Result<(), StoreError> {
    to.prepare_cached(
        "INSERT INTO posts VALUES (?1, 'post', ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
    )?
    .execute(params![
        article.id,
        sanitize_title(&article.slug),
        article.title,
        article.excerpt,
        body,
        article.date,
        article.date_gmt,
        article.author,
        article.featured_media,
        article.comment_status,
        article.password,
        article.status,
        article.sticky,
    ])?;
    let mut old_slugs = to.prepare_cached("INSERT INTO old_slugs VALUES (?1, ?2)")?;
    for slug in &article.old_slugs {
        old_slugs.execute(params![sanitize_title(slug), article.id])?;
    }
    let mut insert = to.prepare_cached("INSERT INTO post_terms VALUES (?1, ?2)")?;
    for term in article.categories.iter().chain(&article.tags) {
        insert.execute([article.id, *term])?;
    }
    Ok(())
}

/// The comments are not filtered: some are hostile on purpose, as on a hacked site.
fn write_comments(to: &Transaction<'_>, post: i64, comments: &[Comment]) -> Result<(), StoreError> {
    let mut insert = to.prepare_cached(
        "INSERT INTO comments VALUES (?1, ?2, ?3, ?4, ?5, ?6, '', ?7, ?8, ?9, ?10, FALSE, ?11)",
    )?;
    for comment in comments {
        insert.execute(params![
            comment.id,
            post,
            comment.parent,
            comment.author_name,
            comment.author_email,
            comment.author_url,
            comment.date,
            comment.date_gmt,
            comment.content,
            comment.status,
            comment.author,
        ])?;
    }
    Ok(())
}
