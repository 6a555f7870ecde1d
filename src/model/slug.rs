//! The readable part of an address.

use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
/// What WordPress leaves unencoded in a slug.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Characters that WordPress drops when it saves a slug (`sanitize_title_with_dashes`) but not when it
/// looks one up: soft hyphen, zero-width characters, direction marks and the byte order mark.
const INVISIBLE: [char; 11] = [
    '\u{ad}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}',
    '\u{202e}', '\u{feff}',
];

/// A slug in one canonical form, however it was written: decoded, Latin letters in lower case, without
/// invisible characters. Two spellings of one address are equal.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Slug(String);

impl Slug {
    /// Reads a slug in any encoding: percent-encoded in either case, decoded, or mixed.
    /// `None` when nothing is left, or when the bytes are no UTF-8.
    pub fn parse(written: &str) -> Option<Self> {
        let decoded = percent_decode_str(written.trim()).decode_utf8().ok()?;
        let canonical: String = decoded
            .chars()
            .filter(|character| !INVISIBLE.contains(character))
            .map(|character| character.to_ascii_lowercase())
            .collect();
        (!canonical.is_empty() && !canonical.contains('/')).then_some(Self(canonical))
    }

    /// For people.
    pub fn decoded(&self) -> &str {
        &self.0
    }

    /// As WordPress stores it and an address carries it: `%d8%a8…`, lower case.
    pub fn encoded(&self) -> String {
        utf8_percent_encode(&self.0, ENCODED).to_string().to_ascii_lowercase()
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_an_arabic_slug_is_the_same_slug() {
        let stored = Slug::parse("%d8%ae%d8%a8%d8%b2").unwrap();
        for spelling in ["%D8%AE%D8%A8%D8%B2", "خبز", "%d8%aeبز", " خبز ", "خ\u{200c}بز", "\u{200f}خبز"]
        {
            assert_eq!(Slug::parse(spelling).as_ref(), Some(&stored), "{spelling}");
        }
        assert_eq!(stored.encoded(), "%d8%ae%d8%a8%d8%b2");
        assert_eq!(stored.decoded(), "خبز");
    }

    #[test]
    fn vowel_marks_belong_to_the_slug() {
        assert_ne!(Slug::parse("خُبز"), Slug::parse("خبز"));
    }

    #[test]
    fn latin_slugs_are_lower_case_and_stay_readable() {
        assert_eq!(Slug::parse("Hello-World_2.0").unwrap().encoded(), "hello-world_2.0");
    }

    #[test]
    fn an_empty_or_invalid_text_is_not_a_slug() {
        for invalid in ["", "  ", "%ff%fe", "\u{200c}", "a%2Fb"] {
            assert_eq!(Slug::parse(invalid), None, "{invalid:?}");
        }
    }
}
