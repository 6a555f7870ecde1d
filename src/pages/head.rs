//! The page's title and description in the document's head.

use crate::{
    browser,
    components::{use_base, use_i18n},
    error::Error,
    reactive::effect,
    state::use_blog,
};

/// Most letters of a description; search engines show no more.
const DESCRIPTION: usize = 160;

/// Tells that the page stands, and sets the document's title to `title`, the site's name behind it as soon as
/// that is known, and its description.
pub fn set_head(title: impl Fn() -> String + 'static, description: impl Fn() -> String + 'static) {
    let root = browser::use_root();
    effect(move || {
        root.announce("ready", &[]);
    });
    set_title(title, description);
}

/// The same for a page that does not stand, because of `error`.
pub fn set_failed_head(title: &'static str, error: &Error) {
    let root = browser::use_root();
    let (kind, message) = (error.key(), error.to_string());
    effect(move || {
        root.announce("error", &[("kind", kind), ("message", &message)]);
    });
    set_title(move || title.to_owned(), String::new);
}

fn set_title(title: impl Fn() -> String + 'static, description: impl Fn() -> String + 'static) {
    // Behind `#` the document is another's.
    if &*use_base() == "#" {
        return;
    }
    let blog = use_blog();
    let i18n = use_i18n();
    effect(move || {
        let title = i18n.document_title(&title(), &blog.name().unwrap_or_default());
        let description: String = description().chars().take(DESCRIPTION).collect();
        browser::set_head(&title, &description);
    });
}
