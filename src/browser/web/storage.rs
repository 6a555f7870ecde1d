//! What stays in the browser between visits. Storage may be missing, full or forbidden (private
//! windows, blocked cookies), and then throws.

use super::glue;
use crate::browser::StorageRefused;

/// The texts that were kept under `key`; nothing where nothing can be kept, or something else was.
pub fn load(key: &str) -> Option<Vec<String>> {
    glue::load(key)
}

/// Keeps `texts` under `key`.
///
/// # Errors
/// When the browser refuses: the caller tells the reader.
pub fn save(key: &str, texts: Vec<String>) -> Result<(), StorageRefused> {
    if glue::save(key, texts) { Ok(()) } else { Err(StorageRefused) }
}

/// Forgets what was kept under `key`.
pub fn remove(key: &str) {
    glue::remove(key);
}
