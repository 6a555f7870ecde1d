//! What MariaDB's `utf8mb4_unicode_ci` takes for equal: capitals and small letters, letters with and without a hamza or
//! an accent. Vowel marks that are letters of their own count for a search and not for an order.

use icu_normalizer::{DecomposingNormalizerBorrowed, properties::CanonicalCombiningClassMapBorrowed};

/// The text to sort by in place of this one.
#[must_use]
pub fn folded(text: &str) -> String {
    DecomposingNormalizerBorrowed::new_nfd()
        .normalize_iter(text.chars())
        .filter(|letter| !is_mark(*letter))
        .flat_map(char::to_lowercase)
        .collect()
}

/// The text to search in place of this one: `LIKE` compares letter by letter, so that no letter may fall away.
#[must_use]
pub fn searched(text: &str) -> String {
    let bare = |letter: char| {
        let first = DecomposingNormalizerBorrowed::new_nfd().normalize_iter(std::iter::once(letter)).next();
        first.unwrap_or(letter)
    };
    text.chars().map(bare).flat_map(char::to_lowercase).collect()
}

fn is_mark(letter: char) -> bool {
    CanonicalCombiningClassMapBorrowed::new().get_u8(letter) != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_capitals_fall_away() {
        assert_eq!(folded("الخَطُّ"), folded("الخط"));
        assert_eq!(folded("أرضٌ"), folded("ارض"));
        assert_eq!(folded("Été"), folded("ete"));
        assert_ne!(folded("خط"), folded("حط"));
    }

    #[test]
    fn a_search_tells_vowel_marks_but_no_hamza_and_no_accent() {
        assert_eq!(searched("أرض Été"), searched("ارض ete"));
        assert_ne!(searched("خَط"), searched("خط"));
    }
}
