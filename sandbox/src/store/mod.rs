//! The data file: SQLite, one connection, one writer at a time.

pub mod comments;
mod filter;
pub mod media;
pub mod posts;
mod schema;
mod seed;
pub mod terms;
pub mod users;

use std::{
    path::Path,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use rusqlite::{Connection, functions::FunctionFlags};
pub use seed::Seeding;
use thiserror::Error;

use crate::wordpress::folding::{folded, searched};

/// Articles, terms, people, images and comments in SQLite.
pub struct Store {
    connection: Mutex<Connection>,
}

/// Why the data file does not serve.
#[derive(Debug, Error)]
pub enum StoreError {
    /// SQLite refused.
    #[error("data file: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// A list kept as JSON cannot be written or read.
    #[error("data file: {0}")]
    Json(#[from] serde_json::Error),
    /// The file was made by another version of the sandbox.
    #[error(
        "the data file has layout {found}, this sandbox writes layout {wanted}: move the file away to start afresh"
    )]
    Layout {
        /// In the file.
        found: i64,
        /// Of this program.
        wanted: i64,
    },
}

/// Part of a list, and how long the whole is.
#[derive(Debug)]
pub struct Window<T> {
    /// The rows asked for.
    pub rows: Vec<T>,
    /// How many there are without paging.
    pub total: u64,
}

/// Which part of a list, in which order.
#[derive(Debug, Clone)]
pub struct Slice {
    /// Rows to skip.
    pub offset: u64,
    /// Rows to give, at most.
    pub limit: u64,
    /// From the end.
    pub descending: bool,
}

impl Slice {
    fn direction(&self) -> &'static str {
        if self.descending { "DESC" } else { "ASC" }
    }
}

impl Store {
    /// Opens the data file, or makes it.
    ///
    /// # Errors
    /// The file cannot be opened, or has another layout.
    pub fn open(file: &Path) -> Result<Self, StoreError> {
        Self::over(Connection::open(file)?)
    }

    /// A store that is gone with the process.
    ///
    /// # Errors
    /// SQLite has no memory.
    pub fn in_memory() -> Result<Self, StoreError> {
        Self::over(Connection::open_in_memory()?)
    }

    fn over(connection: Connection) -> Result<Self, StoreError> {
        // A second sandbox on the same file waits for the first to finish writing.
        connection.busy_timeout(Duration::from_secs(5))?;
        let pure = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
        connection.create_scalar_function("folded", 1, pure, |call| Ok(folded(call.get_raw(0).as_str()?)))?;
        connection
            .create_scalar_function("searched", 1, pure, |call| Ok(searched(call.get_raw(0).as_str()?)))?;
        schema::prepare(&connection)?;
        Ok(Self { connection: Mutex::new(connection) })
    }

    /// The connection, held until dropped. A panic of another holder cannot have left a transaction half done: SQLite
    /// rolls it back.
    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
