//! The styles that stand in every page: those of the application, in the same order, without what only a script shows.

use std::sync::LazyLock;

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

macro_rules! sheets {
    ($($name:literal)*) => {
        [$(($name, include_str!(concat!("../../style/", $name, ".css")))),*]
    };
}

/// Name and text of each style sheet, in the order of the cascade.
const SHEETS: [(&str, &str); 19] = sheets!(
    "tokens" "base" "page" "layout" "prose" "prose-article" "breadcrumbs" "article" "share-menu" "notice" "button" "field"
    "comment-list" "comment-view" "comment-box" "article-list" "pagination" "error-view" "print"
);

/// Those of the server, after them.
const OWN_SHEETS: [&str; 3] = [
    include_str!("../style/no-script.css"),
    include_str!("../style/elements.css"),
    include_str!("../style/between-pages.css"),
];

/// The styles as they stand in the page.
pub static STYLES: LazyLock<String> =
    LazyLock::new(|| SHEETS.iter().map(|(_, text)| *text).chain(OWN_SHEETS).map(compact).collect());

/// Their hash, as a content security policy names it.
pub static STYLES_HASH: LazyLock<String> = LazyLock::new(|| {
    let hash = STANDARD.encode(Sha256::digest(STYLES.as_bytes()));
    ["'sha256-", &hash, "'"].concat()
});

/// A style sheet without comments, and without the space at the ends of its lines. Lines end where they did: no selector
/// or value changes.
fn compact(sheet: &str) -> String {
    let mut without_comments = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some((before, comment)) = rest.split_once("/*") {
        without_comments.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    without_comments.push_str(rest);
    let lines = without_comments.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sheets of what is rendered in a browser only.
    const OF_SCRIPTS: [&str; 9] = [
        "comment-captcha",
        "edit-form",
        "password-form",
        "format-toolbar",
        "comment-preview",
        "draft-notices",
        "outbox",
        "character-count",
        "placeholder",
    ];

    #[test]
    fn the_sheets_are_those_of_the_application_in_its_order() {
        let names = include_str!("../../index.html")
            .lines()
            .filter_map(|line| line.split_once("href=\"style/")?.1.split_once(".css").map(|(name, _)| name));
        let expected: Vec<_> = names.filter(|name| !OF_SCRIPTS.contains(name)).collect();
        assert_eq!(SHEETS.map(|(name, _)| name).to_vec(), expected);
    }

    #[test]
    fn compact_styles_have_no_comments_and_no_indents() {
        assert_eq!(compact("/* a */\n.a {\n  color: red; /* b\n c */\n\n}\n"), ".a {\ncolor: red;\n}\n");
    }

    #[test]
    fn the_styles_cannot_end_their_element() {
        assert!(!STYLES.contains("</"));
    }
}
