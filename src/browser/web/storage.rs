//! What stays in the browser between visits. Storage may be missing, full or forbidden (private
//! windows, blocked cookies), and then throws.

use web_sys::Storage;

use crate::browser::StorageRefused;

fn storage() -> Result<Storage, StorageRefused> {
    let window = web_sys::window().ok_or(StorageRefused)?;
    window.local_storage().map_err(|_| StorageRefused)?.ok_or(StorageRefused)
}

/// What was kept under `key`; nothing where nothing can be kept.
pub fn load(key: &str) -> Option<String> {
    storage().and_then(|storage| storage.get_item(key).map_err(|_| StorageRefused)).unwrap_or_default()
}

/// Keeps `value` under `key`.
///
/// # Errors
/// When the browser refuses: the caller tells the reader.
pub fn save(key: &str, value: &str) -> Result<(), StorageRefused> {
    storage()?.set_item(key, value).map_err(|_| StorageRefused)
}

/// Forgets what was kept under `key`. Where nothing can be kept there is nothing to forget.
pub fn remove(key: &str) {
    if let Ok(storage) = storage()
        && storage.remove_item(key).is_err()
    {
        super::log_error("the browser's storage refused to forget a draft");
    }
}
