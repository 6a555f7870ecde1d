//! Graphemes: what people see as one character, the extended grapheme clusters of UAX #29. A line end counts once.
//! The browser counts by its own `Intl.Segmenter`, so that no Unicode table is downloaded; one that lacks it counts by a
//! regular expression, `graphemes/pattern.rs`.

#[cfg(any(test, target_arch = "wasm32"))]
mod pattern;
mod simple;

#[cfg(target_arch = "wasm32")]
pub(super) use pattern::{but, grapheme_pattern};

use super::platform;
use crate::text::normalise_newlines;

/// How many graphemes there are.
pub fn graphemes(text: &str) -> usize {
    let text = normalise_newlines(text);
    simple::graphemes(&text).unwrap_or_else(|| platform::graphemes(&text))
}

/// Where the graphemes above `limit` begin; `None` when there are none. Unit: UTF-16 code units with line ends as
/// one `\n`, as `setSelectionRange` counts in a `<textarea>`.
pub fn excess_start(text: &str, limit: usize) -> Option<usize> {
    platform::excess_start(&normalise_newlines(text), limit)
}

/// The first grapheme of `text` that has a letter or a digit, or the first of all: what stands for a name.
pub fn initial(text: &str) -> String {
    let name = &text[start_of_initial(text)..];
    if let Some(initial) = simple::initial(name) {
        return initial.to_string();
    }
    let length = excess_start(name, 1).unwrap_or(usize::MAX);
    let mut units = 0;
    let is_within = |character: &char| {
        let begins = units;
        units += character.len_utf16();
        begins < length
    };
    name.chars().take_while(is_within).collect()
}

/// Unit: bytes.
fn start_of_initial(text: &str) -> usize {
    let start =
        text.find(char::is_alphanumeric).or_else(|| text.find(|character: char| !character.is_whitespace()));
    let mut start = start.unwrap_or(text.len());
    // It may belong to what stands before it: `!` with a vowel mark is one grapheme, and the mark is a letter to Unicode.
    while start > 0 && graphemes(&text[..start]) + graphemes(&text[start..]) != graphemes(text) {
        start = text.floor_char_boundary(start - 1);
    }
    start
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*, sample::select};
    use unicode_segmentation::UnicodeSegmentation;

    use super::*;

    /// Texts of characters that join, and of some that do not.
    fn texts() -> impl Strategy<Value = String> {
        let characters: Vec<_> =
            "بَّسًلا👨👩👧🇲🇦👍🏽1️⃣❤각한क्ष\u{200d}\u{200c}\u{20e3}\u{600}\r\n x".chars().collect();
        vec(select(characters), 0..40).prop_map(|characters| characters.into_iter().collect())
    }

    proptest! {
        #[test]
        fn cutting_splits_no_grapheme(text in texts(), limit in 0_usize..40) {
            let all = graphemes(&text);
            let Some(start) = excess_start(&text, limit) else {
                prop_assert!(all <= limit);
                return Ok(());
            };
            let units: Vec<u16> = normalise_newlines(&text).encode_utf16().collect();
            let [before, behind] = [&units[..start], &units[start..]].map(|units| String::from_utf16(units).unwrap());
            // A cut within one would leave a piece of it on both sides.
            prop_assert_eq!((graphemes(&before), graphemes(&behind)), (limit, all - limit));
        }

        #[test]
        fn the_initial_of_a_name_is_one_of_its_graphemes(name in texts()) {
            let found = initial(&name);
            let clusters: Vec<_> = name.graphemes(true).collect();
            prop_assert!(clusters.contains(&&*found) || (found.is_empty() && name.trim().is_empty()), "{:?}", found);
            prop_assert_eq!(found.contains(char::is_alphanumeric), name.contains(char::is_alphanumeric));
        }
    }

    #[test]
    fn the_initial_of_a_name_is_the_first_grapheme_that_people_read() {
        for (name, expected) in [
            ("أبو بكر", "أ"),
            ("بَسمة", "بَ"),
            ("\u{200f}نهى 🌙", "ن"),
            ("\"Zoé\"", "Z"),
            ("e\u{301}va", "e\u{301}"),
            ("𝒜lice", "𝒜"),
            ("👍🏽👍", "👍🏽"),
            (" ... ", "."),
            ("7ala", "7"),
            ("!\u{64e}ب", "!\u{64e}"),
            ("\u{600}7", "\u{600}7"),
            ("", ""),
        ] {
            assert_eq!(initial(name), expected, "{name:?}");
        }
    }

    #[test]
    fn graphemes_are_the_characters_that_people_see() {
        for (text, count) in [
            ("", 0),
            ("سلام", 4),
            ("سَلَامٌ", 4),
            ("لا", 2),
            ("مـحـمـد", 7),
            ("e\u{301}", 1),
            ("👨‍👩‍👧‍👦", 1),
            ("🇲🇦🇩🇿", 2),
            ("👍🏽", 1),
            ("a\r\nb\rc\nd", 7),
            ("\n\r", 2),
        ] {
            assert_eq!(graphemes(text), count, "{text:?}");
        }
    }

    #[test]
    fn the_excess_starts_after_the_last_grapheme_that_fits() {
        assert_eq!(excess_start("", 0), None);
        assert_eq!(excess_start("سلام", 4), None);
        assert_eq!(excess_start("سلام", 3), Some(3));
        assert_eq!(excess_start("سلام", 0), Some(0));
        // A letter with a vowel mark is one grapheme of two code units.
        assert_eq!(excess_start("بَبَبَ", 2), Some(4));
        assert_eq!(excess_start("بَبَبَ", 3), None);
    }

    #[test]
    fn the_start_of_the_excess_is_counted_in_utf16_code_units() {
        // 👍🏽 is one grapheme, two characters, four code units of UTF-16, eight bytes.
        assert_eq!(excess_start("👍🏽👍🏽", 1), Some(4));
        assert_eq!(excess_start("👨‍👩‍👧x", 1), Some(8));
        assert_eq!(excess_start("🇲🇦🇩🇿", 1), Some(4));
        // A text box has no `\r`.
        assert_eq!(excess_start("a\r\nbc", 2), Some(2));
    }

    #[test]
    fn the_text_before_the_excess_has_exactly_as_many_graphemes_as_the_limit() {
        let text = "بَّ👍🏽e\u{301}\r\nسلام 🇲🇦 x\ry".repeat(3);
        let units: Vec<u16> = normalise_newlines(&text).encode_utf16().collect();
        for limit in 0..graphemes(&text) {
            let start = excess_start(&text, limit).unwrap();
            assert_eq!(graphemes(&String::from_utf16(&units[..start]).unwrap()), limit);
        }
        assert_eq!(excess_start(&text, graphemes(&text)), None);
    }
}
