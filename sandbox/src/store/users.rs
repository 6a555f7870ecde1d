//! People who write.

use rusqlite::{OptionalExtension, Row};

use super::{
    Slice, Store, StoreError, Window,
    filter::{Filter, containing},
};

/// An author.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the fields of WordPress's users, under their names")]
pub struct User {
    pub id: i64,
    pub name: String,
    pub slug: String,
    pub description: String,
}

/// Which users; an empty list asks for nothing.
#[derive(Debug, Default, Clone)]
pub struct UserQuery {
    /// Only these ids.
    pub include: Vec<i64>,
    /// Encoded slugs.
    pub slugs: Vec<String>,
    /// Part of the name or slug.
    pub search: String,
    /// Sorted by.
    pub order_by: UserOrder,
}

/// What users are sorted by.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "WordPress's own names")]
pub enum UserOrder {
    #[default]
    Name,
    Id,
    Slug,
}

const PUBLIC: &str = "EXISTS (SELECT 1 FROM posts WHERE author = users.id AND status = 'publish')";

impl User {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self { id: row.get(0)?, name: row.get(1)?, slug: row.get(2)?, description: row.get(3)? })
    }
}

impl Store {
    /// A user, and whether strangers may see them: they do when something of theirs is published.
    ///
    /// # Errors
    /// SQLite refuses.
    pub fn user(&self, id: i64) -> Result<Option<(User, bool)>, StoreError> {
        let sql = format!("SELECT id, name, slug, description, {PUBLIC} FROM users WHERE id = ?1");
        let user = self.connection().query_row(&sql, [id], |row| Ok((User::read(row)?, row.get(4)?)));
        Ok(user.optional()?)
    }

    /// Users with something published, by name.
    ///
    /// # Errors
    /// SQLite refuses.
    pub fn users(&self, query: &UserQuery, slice: &Slice) -> Result<Window<User>, StoreError> {
        let mut filter = Filter::default();
        filter.require(PUBLIC);
        filter.among("id IN []", &query.include);
        filter.among("slug IN []", &query.slugs);
        if !query.search.is_empty() {
            let part = || containing(&query.search);
            filter.with("(searched(name) LIKE ? ESCAPE '\\' OR slug LIKE ? ESCAPE '\\')", [part(), part()]);
        }
        let order = match query.order_by {
            UserOrder::Name => "folded(name)",
            UserOrder::Id => "id",
            UserOrder::Slug => "slug",
        };
        let connection = self.connection();
        let total = connection.query_row(
            &format!("SELECT count(*) FROM users{}", filter.sql()),
            &*filter.values(),
            |row| row.get(0),
        )?;
        let sql = format!(
            "SELECT id, name, slug, description FROM users{} ORDER BY {order} {} LIMIT {} OFFSET {}",
            filter.sql(),
            slice.direction(),
            slice.limit,
            slice.offset
        );
        let rows =
            connection.prepare(&sql)?.query_map(&*filter.values(), User::read)?.collect::<Result<_, _>>()?;
        Ok(Window { rows, total })
    }
}
