//! The counting of graphemes against the test data of Unicode: every line of `unicode/GraphemeBreakTest.txt`.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use tadwina::browser::{excess_start, graphemes};

const DATA: &str = include_str!("unicode/GraphemeBreakTest.txt");

/// A line of the data: a text, and the number of its grapheme clusters.
struct Sample {
    line: &'static str,
    text: String,
    clusters: usize,
}

/// Reads lines such as `÷ 000D × 000A ÷ # comment`: code points in hexadecimal, `÷` at the end of a cluster, `×`
/// within a cluster.
fn samples() -> Vec<Sample> {
    let lines = DATA.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    lines
        .map(|line| {
            let code_points = line.split('#').next().unwrap();
            let mut sample = Sample { line, text: String::new(), clusters: 0 };
            for word in code_points.split_whitespace().skip(1) {
                match word {
                    "÷" => sample.clusters += 1,
                    "×" => {}
                    code => sample.text.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap()),
                }
            }
            sample
        })
        .collect()
}

/// `graphemes` normalises line ends before it counts: a `\r` counts as a `\n`. This does not change the counts of the
/// data: CR LF is one cluster, and so is CR or LF alone.
#[test]
fn every_line_of_the_data_has_its_number_of_graphemes() {
    for Sample { line, text, clusters } in samples() {
        assert_eq!(graphemes(&text), clusters, "{line}");
    }
}

#[test]
fn the_data_is_complete_and_has_the_unicode_version_of_the_library() {
    let expected =
        DATA.lines().find_map(|line| line.strip_prefix("# Lines: ")).expect("the data ends with its length");
    assert_eq!(samples().len().to_string(), expected);
    let (major, minor, update) = unicode_segmentation::UNICODE_VERSION;
    assert!(DATA.starts_with(&format!("# GraphemeBreakTest-{major}.{minor}.{update}.txt")));
}

#[test]
fn the_excess_of_every_line_begins_at_a_grapheme_boundary() {
    for Sample { line, text, clusters } in samples() {
        assert_eq!(excess_start(&text, clusters), None, "{line}");
        let last = excess_start(&text, clusters - 1).expect(line);
        let before: Vec<u16> =
            text.replace("\r\n", "\n").replace('\r', "\n").encode_utf16().take(last).collect();
        assert_eq!(graphemes(&String::from_utf16(&before).expect(line)), clusters - 1, "{line}");
    }
}
