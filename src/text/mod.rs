//! Text as people see it and as the wire carries it.

mod direction;
mod entities;
mod formatting;
mod markup;
mod plain;

use std::borrow::Cow;

pub use direction::{Direction, Words, language};
pub use formatting::{escaped, formatted, formatted_paragraphs};
pub use markup::{Markup, after_raw_text, read as read_markup};
pub use plain::plain;

/// Line ends as one `\n` each, however the platform writes them.
pub fn normalise_newlines(text: &str) -> Cow<'_, str> {
    if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_become_one_character() {
        assert_eq!(normalise_newlines("a\r\nb\rc\nd\n\r"), "a\nb\nc\nd\n\n");
        assert!(matches!(normalise_newlines("a\nb"), Cow::Borrowed(_)));
    }
}
