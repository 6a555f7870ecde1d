//! The data file: SQLite, one connection, one writer at a time.

pub mod comments;
pub mod media;
pub mod posts;
mod schema;
mod seed;
mod select;
mod slugs;
pub mod terms;
pub mod users;

use std::{
    path::Path,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use rusqlite::{Connection, Row, functions::FunctionFlags};
pub use seed::Seeding;
use select::Select;
use thiserror::Error;

use crate::formatting::collation::{search_key, sort_key};

/// Posts, terms, users, images and comments in SQLite.
pub struct Store {
    connection: Mutex<Connection>,
}

/// Why the data file does not work.
#[derive(Debug, Error)]
pub enum StoreError {
    /// SQLite refused.
    #[error("data file: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// A value stored as JSON cannot be written or read.
    #[error("data file: {0}")]
    Json(#[from] serde_json::Error),
    /// Another version of the sandbox made the file.
    #[error(
        "the data file has layout {found}, this sandbox needs layout {expected}: move the file away to start afresh"
    )]
    Layout {
        /// The layout of the file.
        found: i64,
        /// The layout of this version.
        expected: i64,
    },
}

/// A page of a list, and the length of the whole list.
#[derive(Debug)]
pub struct Listed<T> {
    /// The rows of the page.
    pub rows: Vec<T>,
    /// The number of rows on all pages.
    pub total: u64,
}

/// Which page of a list, and in which direction the list is sorted.
#[derive(Debug, Clone, Copy)]
pub struct Paging {
    /// From 1.
    pub page: u64,
    /// From 1 to 100.
    pub per_page: u64,
    /// Whether the list goes from the last to the first.
    pub is_descending: bool,
}

impl Paging {
    /// The number of pages of a list of this length.
    #[must_use]
    pub fn pages(self, total: u64) -> u64 {
        total.div_ceil(self.per_page)
    }

    /// The number of rows before this page. SQLite counts up to `i64::MAX`.
    fn offset(self) -> u64 {
        (self.page - 1).saturating_mul(self.per_page).min(i64::MAX.unsigned_abs())
    }
}

/// The order of a list: WordPress's `orderby`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// By this column.
    By(&'static str),
    /// As the ids in `include`.
    Include,
    /// Posts with the search term in the title, then the others.
    Relevance,
}

impl Store {
    /// Opens the data file, or creates it.
    ///
    /// # Errors
    /// The file cannot be opened, or has another layout.
    pub fn open(file: &Path) -> Result<Self, StoreError> {
        Self::with_connection(Connection::open(file)?)
    }

    /// A store that ends with the process.
    ///
    /// # Errors
    /// SQLite has no memory.
    pub fn in_memory() -> Result<Self, StoreError> {
        Self::with_connection(Connection::open_in_memory()?)
    }

    fn with_connection(connection: Connection) -> Result<Self, StoreError> {
        // A second sandbox on the same file waits for the first to finish writing.
        connection.busy_timeout(Duration::from_secs(5))?;
        let pure = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
        connection
            .create_scalar_function("sort_key", 1, pure, |call| Ok(sort_key(call.get_raw(0).as_str()?)))?;
        connection.create_scalar_function("search_key", 1, pure, |call| {
            Ok(search_key(call.get_raw(0).as_str()?))
        })?;
        schema::prepare(&connection)?;
        Ok(Self { connection: Mutex::new(connection) })
    }

    /// The connection, locked until dropped. If a thread panics while it holds the connection, SQLite rolls its
    /// transaction back.
    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn list<T>(
        &self,
        select: &Select,
        paging: Paging,
        read: fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Listed<T>, StoreError> {
        let connection = self.connection();
        let (sql, values) = select.count();
        let total = connection.query_row(&sql, &*values, |row| row.get(0))?;
        let (sql, values) = select.rows(paging.per_page, paging.offset());
        let rows = connection.prepare(&sql)?.query_map(&*values, read)?.collect::<Result<_, _>>()?;
        Ok(Listed { rows, total })
    }
}
