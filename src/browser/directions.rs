//! The direction of each block of somebody's HTML: `dir="auto"` goes by the first letter, and makes `setHTML` slow.

use crate::text::{Direction, Words};

/// Elements that have a direction of their own.
const BLOCKS: [&str; 25] = [
    "blockquote",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "td",
    "th",
    "ul",
];
/// Elements whose text is no language.
const CODE: [&str; 3] = ["code", "kbd", "samp"];

/// Whether an element has a direction of its own.
pub fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

/// Whether the text of an element is no language.
pub fn is_code(name: &str) -> bool {
    CODE.contains(&name)
}

/// The direction of a block: as its author has `written`, or else as its words go. `around` is that of the block around it.
pub fn direction_of(name: &str, written: Option<&str>, words: Words, around: Direction) -> Direction {
    match written {
        Some("rtl") => Direction::Rtl,
        Some("ltr") => Direction::Ltr,
        // An item with a word of its list goes the list's way: a product with its price is torn apart otherwise.
        _ if matches!(name, "li" | "dt" | "dd") => words.direction_within(around),
        _ => words.direction().unwrap_or(around),
    }
}
