//! The page's title and description in the document's head.

use crate::{browser, components::use_i18n, reactive::effect, state::use_blog};

/// Most letters of a description; search engines show no more.
const DESCRIPTION: usize = 160;

/// Sets the document's title to `title`, the site's name behind it as soon as that is known, and its
/// description.
pub fn set_head(title: impl Fn() -> String + 'static, description: impl Fn() -> String + 'static) {
    let blog = use_blog();
    let i18n = use_i18n();
    effect(move || {
        let title = i18n.document_title(&title(), &blog.name().unwrap_or_default());
        let description: String = description().chars().take(DESCRIPTION).collect();
        browser::set_head(&title, &description);
    });
}
