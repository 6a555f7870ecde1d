//! The tables.

use rusqlite::Connection;

use super::StoreError;

/// The version of the tables. Increment it with every change.
const LAYOUT: i64 = 3;

const TABLES: &str = "
    CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL, slug TEXT NOT NULL, description TEXT NOT NULL);
    CREATE TABLE terms (id INTEGER PRIMARY KEY, taxonomy TEXT NOT NULL, name TEXT NOT NULL, slug TEXT NOT NULL,
        parent INTEGER NOT NULL, description TEXT NOT NULL);
    CREATE TABLE media (id INTEGER PRIMARY KEY, file TEXT NOT NULL, title TEXT NOT NULL, alt TEXT NOT NULL,
        caption TEXT NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL, mime TEXT NOT NULL, sizes TEXT NOT NULL);
    CREATE TABLE posts (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, slug TEXT NOT NULL, title TEXT NOT NULL,
        excerpt TEXT NOT NULL, body TEXT NOT NULL, date TEXT NOT NULL, date_gmt TEXT NOT NULL, author INTEGER NOT NULL,
        media INTEGER NOT NULL, comment_status TEXT NOT NULL, password TEXT NOT NULL, status TEXT NOT NULL,
        sticky INTEGER NOT NULL);
    CREATE INDEX posts_by_slug ON posts (slug);
    CREATE TABLE old_slugs (slug TEXT NOT NULL, post INTEGER NOT NULL, PRIMARY KEY (slug, post)) WITHOUT ROWID;
    CREATE TABLE post_terms (post INTEGER NOT NULL, term INTEGER NOT NULL, PRIMARY KEY (post, term)) WITHOUT ROWID;
    CREATE INDEX posts_by_term ON post_terms (term);
    CREATE TABLE comments (id INTEGER PRIMARY KEY AUTOINCREMENT, post INTEGER NOT NULL, parent INTEGER NOT NULL,
        author_name TEXT NOT NULL, author_email TEXT NOT NULL, author_url TEXT NOT NULL, ip TEXT NOT NULL,
        date TEXT NOT NULL, date_gmt TEXT NOT NULL, content TEXT NOT NULL, status TEXT NOT NULL,
        posted INTEGER NOT NULL, author INTEGER NOT NULL DEFAULT 0);
    CREATE INDEX comments_by_post ON comments (post, date_gmt);
    CREATE INDEX comments_by_parent ON comments (parent);
";

/// Creates the tables of a new file, and checks the layout of an old one.
pub fn prepare(connection: &Connection) -> Result<(), StoreError> {
    let found: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    match found {
        LAYOUT => Ok(()),
        0 => {
            Ok(connection
                .execute_batch(&format!("BEGIN; {TABLES} PRAGMA user_version = {LAYOUT}; COMMIT;"))?)
        }
        found => Err(StoreError::Layout { found, expected: LAYOUT }),
    }
}
