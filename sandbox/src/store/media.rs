//! Images.

use std::collections::BTreeMap;

use rusqlite::OptionalExtension;

use super::{Store, StoreError};
use crate::content::Size;

/// An image with its smaller copies.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the fields of WordPress's attachments, under their names")]
pub struct Image {
    pub id: i64,
    pub file: String,
    pub title: String,
    pub alt: String,
    pub caption: String,
    pub width: u32,
    pub height: u32,
    pub mime: String,
    pub sizes: BTreeMap<String, Size>,
}

impl Store {
    /// One image.
    ///
    /// # Errors
    /// SQLite refuses, or the sizes are not JSON.
    pub fn image(&self, id: i64) -> Result<Option<Image>, StoreError> {
        let row = self
            .connection()
            .query_row("SELECT * FROM media WHERE id = ?1", [id], |row| {
                let sizes: String = row.get("sizes")?;
                let image = Image {
                    id: row.get("id")?,
                    file: row.get("file")?,
                    title: row.get("title")?,
                    alt: row.get("alt")?,
                    caption: row.get("caption")?,
                    width: row.get("width")?,
                    height: row.get("height")?,
                    mime: row.get("mime")?,
                    sizes: BTreeMap::new(),
                };
                Ok((image, sizes))
            })
            .optional()?;
        let Some((image, sizes)) = row else { return Ok(None) };
        Ok(Some(Image { sizes: serde_json::from_str(&sizes)?, ..image }))
    }
}
