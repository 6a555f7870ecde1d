//! Text as people see it and as the wire carries it.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

/// How many letters people see: extended grapheme clusters (UAX #29), line ends counted once.
pub fn graphemes(text: &str) -> usize {
    normalise_newlines(text).graphemes(true).count()
}

/// Line ends as one `\n` each, however the platform writes them.
pub fn normalise_newlines(text: &str) -> Cow<'_, str> {
    if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    }
}
