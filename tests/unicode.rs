//! The counter against Unicode's own test data: `unicode/GraphemeBreakTest.txt`, every line of it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use tadwina::browser::{excess_start, graphemes};

const DATA: &str = include_str!("unicode/GraphemeBreakTest.txt");

/// A line of the data: text, and how many grapheme clusters it has.
struct Sample {
    line: &'static str,
    text: String,
    clusters: usize,
}

/// `÷ 000D × 000A ÷ # comment`: characters in hexadecimal, `÷` where a cluster ends, `×` where none does.
fn samples() -> Vec<Sample> {
    let lines = DATA.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    lines
        .map(|line| {
            let samples = line.split('#').next().unwrap();
            let mut sample = Sample { line, text: String::new(), clusters: 0 };
            for word in samples.split_whitespace().skip(1) {
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

/// Line ends are one letter to the counter however they are written, so a `\r` counts as the `\n` that
/// it becomes. In the data that changes nothing: CR LF is one cluster, CR and LF alone are one each.
#[test]
fn every_line_of_the_data_is_counted_as_it_says() {
    for Sample { line, text, clusters } in samples() {
        assert_eq!(graphemes(&text), clusters, "{line}");
    }
}

#[test]
fn the_data_is_whole_and_of_the_version_of_the_counter() {
    let promised =
        DATA.lines().find_map(|line| line.strip_prefix("# Lines: ")).expect("the data ends with its length");
    assert_eq!(samples().len().to_string(), promised);
    let (major, minor, update) = unicode_segmentation::UNICODE_VERSION;
    assert!(DATA.starts_with(&format!("# GraphemeBreakTest-{major}.{minor}.{update}.txt")));
}

#[test]
fn the_excess_of_every_line_begins_at_a_boundary() {
    for Sample { line, text, clusters } in samples() {
        assert_eq!(excess_start(&text, clusters), None, "{line}");
        let last = excess_start(&text, clusters - 1).expect(line);
        let before: Vec<u16> =
            text.replace("\r\n", "\n").replace('\r', "\n").encode_utf16().take(last).collect();
        assert_eq!(graphemes(&String::from_utf16(&before).expect(line)), clusters - 1, "{line}");
    }
}
