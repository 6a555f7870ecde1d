//! What MariaDB's collation `utf8mb4_unicode_ci` takes for equal: capitals and small letters, letters with and without a
//! hamza or an accent. Arabic vowel marks count in a search and do not count in an order.

use icu_normalizer::{DecomposingNormalizerBorrowed, properties::CanonicalCombiningClassMapBorrowed};

/// The text that an order compares in place of this one.
#[must_use]
pub fn sort_key(text: &str) -> String {
    let is_mark = |letter: &char| CanonicalCombiningClassMapBorrowed::new().get_u8(*letter) != 0;
    DecomposingNormalizerBorrowed::new_nfd()
        .normalize_iter(text.chars())
        .filter(|letter| !is_mark(letter))
        .flat_map(char::to_lowercase)
        .collect()
}

/// The text that a search compares in place of this one. It has as many letters: MariaDB's `LIKE` goes letter by letter.
#[must_use]
pub fn search_key(text: &str) -> String {
    let base = |letter: char| {
        let mut decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize_iter(std::iter::once(letter));
        decomposed.next().unwrap_or(letter)
    };
    text.chars().map(base).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_ignores_marks_accents_and_capitals() {
        assert_eq!(sort_key("الخَطُّ"), sort_key("الخط"));
        assert_eq!(sort_key("أرضٌ"), sort_key("ارض"));
        assert_eq!(sort_key("Été"), sort_key("ete"));
        assert_ne!(sort_key("خط"), sort_key("حط"));
    }

    #[test]
    fn a_search_ignores_hamza_accents_and_capitals_but_not_vowel_marks() {
        assert_eq!(search_key("أرض Été"), search_key("ارض ete"));
        assert_ne!(search_key("خَط"), search_key("خط"));
    }
}
