//! Posts and pages by the names in addresses.

use rusqlite::OptionalExtension;

use super::{
    Store, StoreError,
    posts::{Post, PostType},
};

impl Store {
    /// Whether a published post of this day, or a published page, has this slug.
    ///
    /// # Errors
    /// SQLite refuses.
    pub fn has_slug(&self, post_type: PostType, slug: &str, day: Option<&str>) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM posts WHERE kind = ?1 AND slug = ?2
            AND (?3 IS NULL OR substr(date, 1, 10) = ?3) AND status = 'publish')";
        Ok(self.connection().query_row(sql, (post_type.name(), slug, day), |row| row.get(0))?)
    }

    /// The post of this day that had this slug before.
    ///
    /// # Errors
    /// SQLite refuses.
    pub fn post_by_old_slug(&self, slug: &str, day: &str) -> Result<Option<Post>, StoreError> {
        let sql = "SELECT posts.* FROM posts JOIN old_slugs ON post = id
            WHERE old_slugs.slug = ?1 AND substr(date, 1, 10) = ?2 ORDER BY id LIMIT 1";
        Ok(self.connection().query_row(sql, (slug, day), Post::read).optional()?)
    }

    /// A published post or page, of this day if one is given, whose slug begins like this. WordPress takes any; here it
    /// is the first in the order of slugs.
    ///
    /// # Errors
    /// SQLite refuses.
    pub fn post_by_beginning(&self, slug: &str, day: Option<&str>) -> Result<Option<Post>, StoreError> {
        let sql = "SELECT * FROM posts WHERE instr(slug, ?1) = 1
            AND (?2 IS NULL OR substr(date, 1, 10) = ?2) AND status = 'publish' ORDER BY slug, id LIMIT 1";
        Ok(self.connection().query_row(sql, (slug, day), Post::read).optional()?)
    }
}
