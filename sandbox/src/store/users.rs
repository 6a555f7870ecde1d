//! Users. The public sees only users who have published something.

use rusqlite::{OptionalExtension, Row};

use super::{Listed, Order, Paging, Select, Store, StoreError};

/// A user.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the fields of WordPress's users, under their names")]
pub struct User {
    pub id: i64,
    pub name: String,
    pub slug: String,
    pub description: String,
}

/// Which users. An empty list does not restrict them.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "WordPress's parameters, under their names")]
pub struct UserQuery {
    pub include: Vec<i64>,
    pub slugs: Vec<String>,
    pub search: String,
    pub order: Order,
}

/// The values of `orderby`.
pub const USER_ORDERS: [(&str, Order); 4] = [
    ("id", Order::By("id")),
    ("include", Order::Include),
    ("name", Order::By("sort_key(name)")),
    ("slug", Order::By("slug")),
];

const IS_PUBLIC: &str = "EXISTS (SELECT 1 FROM posts WHERE author = users.id AND status = 'publish')";

impl User {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            name: row.get("name")?,
            slug: row.get("slug")?,
            description: row.get("description")?,
        })
    }
}

impl Store {
    /// A user, and whether the public sees them.
    ///
    /// # Errors
    /// SQLite refuses.
    pub fn user(&self, id: i64) -> Result<Option<(User, bool)>, StoreError> {
        let sql = format!("SELECT *, {IS_PUBLIC} AS is_public FROM users WHERE id = ?1");
        let user =
            self.connection().query_row(&sql, [id], |row| Ok((User::read(row)?, row.get("is_public")?)));
        Ok(user.optional()?)
    }

    /// The users whom the public sees.
    ///
    /// # Errors
    /// SQLite refuses.
    pub fn users(&self, query: &UserQuery, paging: Paging) -> Result<Listed<User>, StoreError> {
        let mut select = Select::from("users");
        select.require(IS_PUBLIC);
        select.among("id IN []", &query.include);
        select.among("slug IN []", &query.slugs);
        select.containing(&["name", "slug"], &query.search);
        select.order_by(query.order, paging.is_descending, &query.include, "");
        self.list(&select, paging, User::read)
    }
}
