//! Where there is no browser: tests and prerendering. Only what rendering itself calls has a twin here; what
//! effects and listeners call needs none, since natively they do not run.

use leptos::prelude::*;
use serde::de::DeserializeOwned;
use unicode_segmentation::UnicodeSegmentation;

use super::{Host, JsonError, StorageRefused, navigation::CommentLink};

pub mod stand_in;

/// Natively by `serde_json`.
///
/// # Errors
/// As in the browser.
pub fn parse_json<T: DeserializeOwned>(text: &str) -> Result<T, JsonError> {
    let value = serde_json::from_str::<serde_json::Value>(text).map_err(|_| JsonError::Syntax)?;
    T::deserialize(value).map_err(|error| JsonError::Shape(error.to_string()))
}

/// Natively by `unicode-segmentation`.
pub fn graphemes(text: &str) -> usize {
    text.graphemes(true).count()
}

/// Natively by `unicode-segmentation`.
pub fn excess_start(text: &str, limit: usize) -> Option<usize> {
    let (start, _) = text.grapheme_indices(true).nth(limit)?;
    Some(text[..start].chars().map(char::len_utf16).sum())
}

/// Natively nothing is stored, unless a test has a stand-in.
pub fn load(key: &str) -> Option<Vec<String>> {
    stand_in::ask(|browser| browser.texts.get(key).cloned())?
}

/// Natively nothing is stored, unless a test has a stand-in.
///
/// # Errors
/// When nothing is stored.
pub fn save(key: &str, texts: Vec<String>) -> Result<(), StorageRefused> {
    stand_in::ask(|browser| browser.save(key, texts)).unwrap_or(Err(StorageRefused))
}

/// Natively nothing is stored, unless a test has a stand-in.
pub fn remove(key: &str) {
    stand_in::ask(|browser| browser.texts.remove(key));
}

/// Natively nothing is stored, unless a test has a stand-in.
pub fn stored_keys(prefix: &str) -> Vec<String> {
    stand_in::ask(|browser| browser.keys(prefix)).unwrap_or_default()
}

/// Natively there are no tabs, unless a test has a stand-in.
pub fn tab_id() -> String {
    stand_in::ask(|browser| browser.tab.to_string()).unwrap_or_default()
}

/// As [`tab_id`].
pub fn new_tab_id() -> String {
    stand_in::ask(|browser| browser.next_tab()).unwrap_or_default()
}

/// Natively nothing has a time, unless a test has a stand-in.
pub fn now_ms() -> u64 {
    stand_in::ask(|browser| browser.now_ms).unwrap_or_default()
}

/// The time at which a page is rendered, in milliseconds since 1970; in the context.
#[derive(Debug, Clone, Copy)]
pub struct PageTime(pub u64);

/// Natively the time is the [`PageTime`] in the context, and stays; `None` without one.
pub fn use_now() -> Signal<Option<u64>> {
    Signal::stored(use_context().map(|PageTime(now_ms)| now_ms))
}

/// Natively nothing is sent, unless a test has a stand-in.
pub fn is_online() -> bool {
    stand_in::ask(|browser| !browser.is_offline).unwrap_or(true)
}

/// Natively nothing is sent.
pub fn use_online() -> ReadSignal<bool> {
    signal(true).0
}

/// Natively addresses stay relative.
pub fn origin() -> String {
    String::new()
}

/// The address for which a page is rendered, below the base; in the context.
#[derive(Debug, Clone, Default)]
pub struct PageAddress(pub String);

/// Natively the address is the [`PageAddress`] in the context, and stays.
pub fn location(_root: Host, _base: &str) -> ReadSignal<String> {
    let PageAddress(address) = use_context().unwrap_or_default();
    signal(address).0
}

/// The origin at which readers will find what is rendered, such as `https://blog.example`; in the context.
#[derive(Debug, Clone)]
pub struct PageOrigin(pub String);

/// Natively the origin is the [`PageOrigin`] in the context; without one, addresses stay relative.
pub fn absolute(href: &str) -> String {
    match use_context() {
        Some(PageOrigin(origin)) if href.starts_with('/') => [&*origin, href].concat(),
        _ => href.to_owned(),
    }
}

/// Natively addresses stay relative.
pub fn page_url() -> String {
    use_context::<PageAddress>().unwrap_or_default().0
}

/// Natively no other page is loaded.
pub fn load_page(_href: &str) {}

/// Natively the page is the one that is asked for.
pub fn is_document(_href: &str) -> bool {
    true
}

/// Natively the page's own address is the [`PageAddress`] in the context.
pub fn page_address(_host: Host) -> String {
    page_url()
}

/// Natively nothing is loaded after the first rendering: effects do not run.
pub const LOADS_LATER: bool = false;

/// Natively nobody sees the page yet.
pub const fn is_page_visible() -> bool {
    false
}

/// Natively no address leads to a comment: a fragment does not reach a server.
pub const fn linked_comment(_host: Host) -> Option<CommentLink> {
    None
}

/// Natively the address stays.
pub fn follow_fragment(_host: Host, _changed: impl Fn() + 'static) {}

/// Natively the page has no title, and the [`PageAddress`] in the context.
pub fn page(_host: Host) -> (String, String) {
    (String::new(), page_url())
}

/// Natively the head is the prerenderer's.
pub fn set_head(_title: &str, _description: &str) {}

/// Natively there is no console: the page says it.
pub fn log_error(_message: &str) {}
