//! Text as people see it and as the wire carries it.

mod entities;
mod plain;

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

pub use plain::plain;

/// How many letters people see: extended grapheme clusters (UAX #29), line ends counted once.
pub fn graphemes(text: &str) -> usize {
    normalise_newlines(text).graphemes(true).count()
}

/// Where the letters above `limit` (extended grapheme clusters) begin; `None` when there are none.
/// Unit: UTF-16 code units, line ends as one `\n`, which is how the value of a `<textarea>` is indexed
/// by `setSelectionRange`.
pub fn excess_start(text: &str, limit: usize) -> Option<usize> {
    let text = normalise_newlines(text);
    let (start, _) = text.grapheme_indices(true).nth(limit)?;
    Some(text[..start].chars().map(char::len_utf16).sum())
}

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
    fn letters_are_what_people_see() {
        for (text, letters) in [
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
            assert_eq!(graphemes(text), letters, "{text:?}");
        }
    }

    #[test]
    fn the_excess_starts_after_the_last_letter_that_fits() {
        assert_eq!(excess_start("", 0), None);
        assert_eq!(excess_start("سلام", 4), None);
        assert_eq!(excess_start("سلام", 3), Some(3));
        assert_eq!(excess_start("سلام", 0), Some(0));
        // Two code units a vocalised letter: the vowel stays with its letter.
        assert_eq!(excess_start("بَبَبَ", 2), Some(4));
        assert_eq!(excess_start("بَبَبَ", 3), None);
    }

    #[test]
    fn the_excess_is_counted_as_a_text_box_counts() {
        // 👍🏽 is one letter, two characters, four code units of UTF-16, eight bytes.
        assert_eq!(excess_start("👍🏽👍🏽", 1), Some(4));
        assert_eq!(excess_start("👨‍👩‍👧x", 1), Some(8));
        assert_eq!(excess_start("🇲🇦🇩🇿", 1), Some(4));
        // A text box knows no `\r`.
        assert_eq!(excess_start("a\r\nbc", 2), Some(2));
    }

    #[test]
    fn what_lies_before_the_excess_is_exactly_the_limit() {
        let text = "بَّ👍🏽e\u{301}\r\nسلام 🇲🇦 x\ry".repeat(3);
        let units: Vec<u16> = normalise_newlines(&text).encode_utf16().collect();
        for limit in 0..graphemes(&text) {
            let start = excess_start(&text, limit).unwrap();
            assert_eq!(graphemes(&String::from_utf16(&units[..start]).unwrap()), limit);
        }
        assert_eq!(excess_start(&text, graphemes(&text)), None);
    }
}
