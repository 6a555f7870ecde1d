//! Writes the constants of the plugin for WordPress.

use std::fmt::Write as _;

use tadwina::{
    api::queries::{self, Template},
    model::{Meaning, address_rules},
    widgets::attributes::{ATTRIBUTES, ELEMENTS},
};

const REQUESTS: &[(&str, Template)] = &[
    ("SITE", queries::SITE),
    ("ARTICLE", queries::ARTICLE),
    ("HEADING", queries::HEADING),
    ("STICKY_SUMMARIES", queries::STICKY_SUMMARIES),
    ("SUMMARIES", queries::SUMMARIES),
    ("CATEGORY_SUMMARIES", queries::CATEGORY_SUMMARIES),
    ("CATEGORIES", queries::CATEGORIES),
    ("DISCUSSION", queries::DISCUSSION),
    ("COMMENT_COUNTS", queries::COMMENT_COUNTS),
    ("COMMENT_COUNT", queries::COMMENT_COUNT),
];

/// integrations/wordpress/tadwina/includes/generated.php.
pub fn constants() -> String {
    let mut php = String::from(
        "<?php\n/**\n * Written by `cargo xtask generate` from src: do not edit.\n *\n \
         * @package Tadwina\n */\n\nnamespace Tadwina;\n\ndefined( 'ABSPATH' ) || exit;\n\n\
         /** The elements with their attributes. */\nconst ELEMENTS = array(\n",
    );
    for element in ELEMENTS {
        let names: Vec<_> = ATTRIBUTES
            .iter()
            .filter(|attribute| attribute.elements.contains(&element))
            .map(|attribute| quoted(attribute.name))
            .collect();
        // Writing to a String cannot fail.
        let _ = writeln!(php, "\t{:<10} => array( {} ),", quoted(element), names.join(", "));
    }
    let _ = write!(
        php,
        ");\n\n/** Articles on a page of a list. */\nconst POSTS_PER_PAGE = {};\n\n/** The most items that the API sends \
         at once. */\nconst MAX_PER_PAGE = {};\n\n\
         /** The queries of the requests. `{{page}}` and the like are placeholders. */\n",
        queries::POSTS_PER_PAGE,
        queries::MAX_PER_PAGE
    );
    let width = REQUESTS.iter().map(|(name, _)| name.len()).max().unwrap_or_default();
    let _ = writeln!(php, "const QUERIES = array(");
    for (name, template) in REQUESTS {
        let name = quoted(name);
        let _ = writeln!(php, "\t{name:<width$} => {},", quoted(template.query), width = width + 2);
    }
    php.push_str(
        ");\n\n/** What an address below the home of the blog means: patterns for path and query. The first match decides. */\nconst ADDRESS_RULES = array(\n",
    );
    for (pattern, meaning) in address_rules() {
        let meaning = match meaning {
            Meaning::Slug => "slug",
            Meaning::Id => "id",
            Meaning::Home => "home",
            Meaning::Category => "category",
            Meaning::CategoryId => "category-id",
            Meaning::Unknown => "unknown",
        };
        let _ = writeln!(php, "\tarray( {}, {} ),", quoted(&format!("~{pattern}~")), quoted(meaning));
    }
    php.push_str(");\n");
    php
}

/// A string literal of PHP.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
}
