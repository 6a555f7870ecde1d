//! What stays in the browser between visits. Storage may be missing, full or forbidden (private windows, blocked
//! cookies), and then throws. A list of texts is kept as JSON.

use std::{cell::RefCell, collections::HashMap};

use js_sys::{Array, JSON};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Storage;

use crate::browser::{StorageRefused, console::logged};

thread_local! {
    /// What storage refused, kept as long as the page is there.
    static UNSAVED: RefCell<HashMap<String, Vec<String>>> = RefCell::default();
}

/// The texts that were kept under `key`; nothing where nothing can be kept, or something else was.
pub fn load(key: &str) -> Option<Vec<String>> {
    if let Some(texts) = UNSAVED.with_borrow(|unsaved| unsaved.get(key).cloned()) {
        return Some(texts);
    }
    // A browser that refuses has nothing; it says so when something is to be kept.
    let json = storage().and_then(|storage| storage.get_item(key)).ok()??;
    let value = logged(JSON::parse(&json))?;
    value.dyn_ref::<Array>()?.iter().map(|text| text.as_string()).collect()
}

/// Keeps `texts` under `key`.
///
/// # Errors
/// When the browser refuses: the caller tells the reader, and the texts stay only as long as the page.
pub fn save(key: &str, texts: Vec<String>) -> Result<(), StorageRefused> {
    let saved = write(key, &texts);
    UNSAVED.with_borrow_mut(|unsaved| match saved {
        Ok(()) => unsaved.remove(key),
        Err(_) => unsaved.insert(key.to_owned(), texts),
    });
    saved.map_err(|_| StorageRefused)
}

fn write(key: &str, texts: &[String]) -> Result<(), JsValue> {
    let list: Array = texts.iter().map(|text| JsValue::from_str(text)).collect();
    let json = JSON::stringify(&list)?.as_string().unwrap_or_default();
    storage()?.set_item(key, &json)
}

/// Forgets what was kept under `key`. Where storage is missing or forbidden, nothing was.
pub fn remove(key: &str) {
    UNSAVED.with_borrow_mut(|unsaved| unsaved.remove(key));
    if let Ok(storage) = storage() {
        logged(storage.remove_item(key));
    }
}

fn storage() -> Result<Storage, JsValue> {
    window().local_storage()?.ok_or(JsValue::UNDEFINED)
}
