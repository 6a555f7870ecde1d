//! The browser's own knowledge of letters.

use super::glue;

/// How many extended grapheme clusters there are.
pub fn graphemes(text: &str) -> usize {
    glue::graphemes(text)
}

/// Where the clusters above `limit` begin, in UTF-16 code units.
pub fn excess_start(text: &str, limit: usize) -> Option<usize> {
    usize::try_from(glue::excess_start(text, limit)).ok()
}
