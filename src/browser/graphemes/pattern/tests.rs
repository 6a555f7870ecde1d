//! The pattern against the data of Unicode and against the library that counts natively.

use std::sync::LazyLock;

use proptest::{collection::vec, prelude::*, sample::select};
use regex::Regex;
use unicode_segmentation::UnicodeSegmentation;

use super::*;

const DATA: &str = include_str!("../../../../tests/unicode/GraphemeBreakTest.txt");

static PATTERN: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(&grapheme_pattern(|all, except| format!("[[{all}]--[{except}]]"))).unwrap());

/// The clusters of each line of the data, line ends as one `\n`.
fn samples() -> Vec<(&'static str, Vec<String>)> {
    let lines = DATA.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    let cluster = |codes: &str| {
        let codes = codes.split_whitespace().filter(|word| *word != "×");
        let text: String =
            codes.filter_map(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?)).collect();
        text.replace("\r\n", "\n").replace('\r', "\n")
    };
    lines
        .map(|line| {
            let clusters =
                line.split('#').next().unwrap().split('÷').filter(|codes| !codes.trim().is_empty());
            (line, clusters.map(cluster).collect())
        })
        .collect()
}

fn clusters(text: &str) -> Vec<&str> {
    PATTERN.find_iter(text).map(|found| found.as_str()).collect()
}

/// Texts of pieces that meet in every way.
fn texts() -> impl Strategy<Value = String> {
    let mut pieces: Vec<String> = samples().into_iter().flat_map(|(_, clusters)| clusters).collect();
    // A pictograph in one of the libraries only, as below.
    pieces.retain(|piece| !piece.contains('\u{2701}'));
    for text in
        ["سَلَامٌ", "بَّ", "👨‍👩‍👧", "🇲🇦", "👍🏽", "1️⃣", "각", "간", "ᄒ", "ᅡ", "ᆫ", "क्ष", "\u{200c}", "لا", "\n", "x"]
    {
        pieces.extend([text.to_owned()]);
        pieces.extend(text.chars().map(String::from));
    }
    vec(select(pieces), 0..12).prop_map(|pieces| pieces.concat())
}

#[test]
fn every_line_of_the_data_has_its_clusters() {
    let wrong = samples().into_iter().filter(|(_, expected)| clusters(&expected.concat()) != *expected);
    // A pictograph until Unicode 16, which the library for regular expressions knows.
    let wrong: Vec<_> = wrong.filter(|(line, _)| !line.starts_with("÷ 2701 × 200D ÷ 2701 ÷")).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_character_meets_letters_and_marks_as_the_library_says() {
    // The library for regular expressions knows the characters of Unicode 16.
    let unassigned = Regex::new(r"\p{Cn}").unwrap();
    let mut wrong = Vec::new();
    for character in (1..=0x0002_ffff_u32).chain(0xe_0000..0xe_1000).filter_map(char::from_u32) {
        if character == '\r' || unassigned.is_match(character.encode_utf8(&mut [0; 4])) {
            continue;
        }
        for text in [format!("x{character}x"), format!("क्{character}"), format!("{character}\u{94d}क")]
        {
            if clusters(&text) != text.graphemes(true).collect::<Vec<_>>() {
                wrong.push(format!("{:04x}", u32::from(character)));
                break;
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

proptest! {
    #[test]
    fn the_pattern_finds_what_the_library_finds(text in texts()) {
        prop_assert_eq!(clusters(&text), text.graphemes(true).collect::<Vec<_>>());
    }
}
