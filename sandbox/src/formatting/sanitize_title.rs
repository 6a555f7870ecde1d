//! `sanitize_title`: slugs in lower case, percent-encoded, at most 200 bytes, which is 33 Arabic letters.
//!
//! Crates such as `slug` and `deunicode` write Arabic in Latin letters. WordPress keeps Arabic letters.

use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::params::list_of;

/// The width of WordPress's database column.
const MAX_SLUG_BYTES: usize = 200;

/// The slug as WordPress stores it, made from text or from a slug that is already encoded.
///
/// Letters keep their vowel marks. A slug that is too long is cut between two characters.
#[must_use]
pub fn sanitize_title(title: &str) -> String {
    let title = percent_decode_str(title).decode_utf8_lossy().to_lowercase();
    let mut slug = String::new();
    for character in title.chars() {
        let next = match character {
            'a'..='z' | '0'..='9' | '_' => character.to_string(),
            '-' | ' ' | '.' | '/' | '\t' | '\n' | '\r' if slug.is_empty() || slug.ends_with('-') => continue,
            '-' | ' ' | '.' | '/' | '\t' | '\n' | '\r' => "-".to_owned(),
            character if character.is_ascii() => continue,
            character => utf8_percent_encode(character.encode_utf8(&mut [0; 4]), NON_ALPHANUMERIC)
                .to_string()
                .to_ascii_lowercase(),
        };
        if slug.len() + next.len() > MAX_SLUG_BYTES {
            break;
        }
        slug.push_str(&next);
    }
    slug.trim_end_matches('-').to_owned()
}

/// The slugs in a `slug` parameter.
#[must_use]
pub fn slug_list(list: &str) -> Vec<String> {
    list_of(list).map(sanitize_title).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORED: &str = "%d9%82%d9%87%d9%88%d8%a9-%d8%a7%d9%84%d8%b5%d8%a8%d8%a7%d8%ad";

    #[test]
    fn text_and_encoded_slugs_in_both_cases_become_one_slug() {
        assert_eq!(sanitize_title("قهوة-الصباح"), STORED);
        assert_eq!(sanitize_title(STORED), STORED);
        assert_eq!(sanitize_title(&STORED.to_uppercase()), STORED);
    }

    #[test]
    fn vowel_marks_are_kept() {
        assert_ne!(sanitize_title("قَهوة"), sanitize_title("قهوة"));
    }

    #[test]
    fn a_long_title_is_cut_between_characters() {
        let slug = sanitize_title(&"كتاب-".repeat(20));
        assert!((190..=200).contains(&slug.len()), "{}", slug.len());
        assert!(percent_decode_str(&slug).decode_utf8().is_ok(), "{slug}");
        assert_eq!(sanitize_title(&slug), slug);
    }

    #[test]
    fn a_list_is_split_at_commas_and_spaces() {
        assert_eq!(slug_list("a b,c"), ["a", "b", "c"]);
    }

    #[test]
    fn latin_letters_are_lower_case_and_dashes_single() {
        assert_eq!(sanitize_title("-Hello  World!--x-"), "hello-world-x");
    }
}
