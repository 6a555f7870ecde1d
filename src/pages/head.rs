//! The document's title and description, and the events that tell the page around what is shown, and what became of it.

use leptos::prelude::*;

use super::{
    MAIN,
    notes::{Note, note},
};
use crate::{
    browser::{self, Detail},
    components::{use_base, use_i18n},
    error::Error,
    state::use_blog,
};

/// The most characters of a description; search engines show no more.
const DESCRIPTION_CHARS: usize = 160;

/// Whether the page is the first, which the browser itself announces. In the context.
#[derive(Clone, Copy)]
pub struct IsFirst(pub StoredValue<bool>);

impl IsFirst {
    /// Puts it into the context, for the pages that are shown one after the other.
    pub fn provide() -> Self {
        let is_first = Self(StoredValue::new(true));
        provide_context(is_first);
        is_first
    }
}

/// Reports that the page is ready, and sets the document's title and description. The site's name follows the
/// title as soon as it is known.
pub fn set_head(title: impl Fn() -> String + 'static, description: impl Fn() -> String + 'static) {
    let host = browser::use_host();
    Effect::new(move |_| {
        host.dispatch("ready", &[]);
    });
    set_title(title, description);
    focus_heading();
}

/// The same for a page that could not be loaded because of `error`.
pub fn set_failed_head(title: &'static str, error: &Error) {
    let host = browser::use_host();
    let (kind, message) = (error.key(), error.to_string());
    note(|| Note::Failure(error.clone()));
    Effect::new(move |_| {
        host.dispatch("error", &[("kind", Detail::Text(kind)), ("message", Detail::Text(&message))]);
    });
    set_title(move || title.to_owned(), String::new);
    focus_heading();
}

fn set_title(title: impl Fn() -> String + 'static, description: impl Fn() -> String + 'static) {
    note(|| Note::Head { title: title(), description: shortened(&description()) });
    // A blog whose addresses stand behind `#` is part of another document, which keeps its own title.
    let is_document = &*use_base() != "#";
    let host = browser::use_host();
    let blog = use_blog();
    let i18n = use_i18n();
    Effect::new(move |_| {
        let (title, site) = (title(), blog.name().unwrap_or_default());
        host.dispatch("title", &[("title", Detail::Text(&title)), ("site", Detail::Text(&site))]);
        if is_document {
            browser::set_head(&i18n.document_title(&title, &site), &shortened(&description()));
        }
    });
}

fn shortened(description: &str) -> String {
    description.chars().take(DESCRIPTION_CHARS).collect()
}

/// Moves the focus to the heading, as soon as the title is set: screen readers say it then. What the browser loads they
/// say by themselves.
fn focus_heading() {
    let host = browser::use_host();
    let Some(IsFirst(is_first)) = use_context() else { return };
    Effect::new(move |_| {
        if is_first.get_value() {
            is_first.set_value(false);
        } else {
            host.focus_heading(MAIN);
        }
    });
}
