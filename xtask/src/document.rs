//! Writes the tables of docs/generated.

use std::fmt::Write as _;

use tadwina::{
    api::queries,
    widgets::attributes::{ATTRIBUTES, ELEMENTS},
};

use super::typescript;

const NOTE: &str = "<!-- Written by `cargo xtask generate` from src: do not edit. -->\n\n";

/// docs/generated/attributes.md.
pub fn attributes() -> String {
    let mut table = String::from("# The attributes of the elements\n\n");
    table.push_str(NOTE);
    table
        .push_str("| attribute | elements | values | default | meaning |\n| --- | --- | --- | --- | --- |\n");
    for attribute in ATTRIBUTES {
        let elements = if attribute.elements.len() == ELEMENTS.len() {
            "all".to_owned()
        } else {
            attribute.elements.join(", ")
        };
        let code = |value: &&str| format!("`{value}`");
        let values = attribute.values.iter().map(code).collect::<Vec<_>>().join(", ");
        let default = attribute.default.as_ref().map(code).unwrap_or_default();
        // Writing to a String cannot fail.
        let _ = writeln!(
            table,
            "| `{}` | {elements} | {values} | {default} | {} |",
            attribute.name, attribute.description
        );
    }
    table
}

/// docs/generated/messages.md: the keys by which a page replaces messages.
pub fn messages() -> String {
    let mut table = String::from("# The messages\n\n");
    table.push_str(NOTE);
    table.push_str(
        "The keys of the attribute `messages`, each with its text in English. `{n}` and the like are values. Of a counted \
         message, `zero` is for 0 and the other forms are for the plural categories of CLDR; `other` is for every number \
         without a form of its own in the language.\n\n| key | text |\n| --- | --- |\n",
    );
    for (key, text) in typescript::texts(super::english()) {
        let _ = writeln!(table, "| `{key}` | {text} |");
    }
    table
}

/// docs/generated/requests.md: the requests whose responses a server may put into the page.
pub fn requests() -> String {
    let mut table = String::from("# The requests to WordPress's API\n\n");
    table.push_str(NOTE);
    table.push_str(
        "Below the root of the API. `{key}={value}` is `slug=…`, percent-encoded in lower case, or `include=…` with the \
         ID.\n\n| for | address |\n| --- | --- |\n",
    );
    for template in [
        queries::SITE,
        queries::ARTICLE,
        queries::PAGE,
        queries::HEADING,
        queries::PAGE_HEADING,
        queries::STICKY_SUMMARIES,
        queries::SUMMARIES,
        queries::CATEGORY_SUMMARIES,
        queries::CATEGORIES,
        queries::DISCUSSION,
        queries::THREADS,
        queries::REPLIES,
        queries::LINKED_COMMENT,
        queries::COMMENT_COUNTS,
        queries::COMMENT_COUNT,
    ] {
        let _ = writeln!(table, "| {} | `{}?{}` |", template.purpose, template.route, template.query);
    }
    table
}
