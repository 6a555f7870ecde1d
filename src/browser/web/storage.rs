//! What stays in the browser between visits. Storage may be missing, full or forbidden (private windows, blocked
//! cookies), and then throws; or it may not return what was saved. A list of texts is kept as JSON.

use std::{cell::RefCell, collections::HashMap};

use js_sys::{Array, JSON};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Storage;

use crate::browser::{StorageRefused, console::logged};

/// Where the tab keeps its id, which a reload leaves and another tab does not have.
const TAB_KEY: &str = "tadwina:tab";

thread_local! {
    /// What storage refused, kept as long as the page is there.
    static UNSAVED: RefCell<HashMap<String, Vec<String>>> = RefCell::default();
    /// The id of a tab that cannot keep it.
    static TAB_ID: RefCell<Option<String>> = const { RefCell::new(None) };
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
    let storage = storage()?;
    storage.set_item(key, &json)?;
    // What cannot be read again is not kept.
    if storage.get_item(key)?.as_ref() == Some(&json) { Ok(()) } else { Err(JsValue::UNDEFINED) }
}

/// Forgets what was kept under `key`. Where storage is missing or forbidden, nothing was.
pub fn remove(key: &str) {
    UNSAVED.with_borrow_mut(|unsaved| unsaved.remove(key));
    if let Ok(storage) = storage() {
        logged(storage.remove_item(key));
    }
}

/// The keys that begin with `prefix`.
pub fn stored_keys(prefix: &str) -> Vec<String> {
    let mut keys: Vec<String> = UNSAVED.with_borrow(|unsaved| unsaved.keys().cloned().collect());
    if let Ok(storage) = storage() {
        let length = storage.length().unwrap_or_default();
        keys.extend((0..length).filter_map(|index| storage.key(index).unwrap_or_default()));
    }
    keys.retain(|key| key.starts_with(prefix));
    keys.sort();
    keys.dedup();
    keys
}

/// Tells the tabs of the browser apart. A tab that was duplicated has the id of the first.
pub fn tab_id() -> String {
    if let Some(id) = TAB_ID.with_borrow(Clone::clone) {
        return id;
    }
    let kept = session().and_then(|session| session.get_item(TAB_KEY)).unwrap_or_default();
    match kept {
        Some(id) => {
            TAB_ID.set(Some(id.clone()));
            id
        }
        None => new_tab_id(),
    }
}

/// Gives the tab another id.
pub fn new_tab_id() -> String {
    let random = js_sys::Math::random().to_string();
    let id = random.trim_start_matches("0.").to_owned();
    TAB_ID.set(Some(id.clone()));
    // A tab that cannot keep its id gets another with every page: what it typed is offered, as from another tab.
    if let Ok(session) = session() {
        logged(session.set_item(TAB_KEY, &id));
    }
    id
}

fn storage() -> Result<Storage, JsValue> {
    window().local_storage()?.ok_or(JsValue::UNDEFINED)
}

fn session() -> Result<Storage, JsValue> {
    window().session_storage()?.ok_or(JsValue::UNDEFINED)
}
