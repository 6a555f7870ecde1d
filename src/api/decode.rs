//! From the body of a response to a struct of [`super::wire`].

use std::cmp::Reverse;

use serde::de::{DeserializeOwned, IgnoredAny};

use crate::{
    browser::{self, JsonError},
    error::Error,
    http::{MAX_BODY_BYTES, Response},
};

/// Most places tried as the beginning of JSON behind what a server printed before it.
const MAX_BEGINNINGS: usize = 32;
/// Most lists and objects within each other: WordPress's responses have a dozen. The parser is recursive.
const MAX_DEPTH: usize = 100;
/// Most characters that an error keeps of a body that is no JSON.
const KEPT_CHARS: usize = 80;

/// The list or object in the body. Servers print warnings or a byte order mark before it, and cache plugins a comment
/// behind it.
///
/// # Errors
/// [`Error::NotJson`], and [`Error::Shape`] where the JSON is no `T`.
pub fn decode<T: DeserializeOwned>(response: &Response) -> Result<T, Error> {
    if response.body.len() > MAX_BODY_BYTES {
        return Err(Error::shape("body", format!("more than {} MB", MAX_BODY_BYTES >> 20)));
    }
    let body = response.body.trim_start_matches('\u{feff}').trim();
    let parsed = match parse(body) {
        Err(JsonError::Syntax) => {
            let mut parsed = pieces_of_json(body).into_iter().map(parse);
            parsed.find(|parsed| !matches!(parsed, Err(JsonError::Syntax))).unwrap_or(Err(JsonError::Syntax))
        }
        parsed if body.starts_with(['[', '{']) => parsed,
        // A text or a number is JSON, but no response of WordPress's.
        _ => Err(JsonError::Syntax),
    };
    parsed.map_err(|error| match error {
        JsonError::Shape(found) => Error::shape("body", found),
        JsonError::Syntax => not_json(response),
    })
}

/// Whether there is a list or an object in the body, whatever is in it.
pub fn is_json(response: &Response) -> bool {
    decode::<IgnoredAny>(response).is_ok()
}

fn not_json(response: &Response) -> Error {
    let found = response.body.trim().chars().take(KEPT_CHARS).collect();
    Error::NotJson { url: response.url.clone(), found }
}

/// What may be a list or an object, as it begins at a line or behind a tag: the longest first. A whole page has none:
/// what its scripts hold is no response.
fn pieces_of_json(body: &str) -> Vec<&str> {
    if ["<!doctype", "<html"].iter().any(|start| starts_with_ignoring_case(body, start)) {
        return Vec::new();
    }
    let beginnings = body.match_indices(['[', '{']).map(|(start, _)| body.split_at(start));
    let mut pieces: Vec<_> = beginnings
        .filter(|(before, _)| before.is_empty() || before.ends_with(['\n', '>']))
        .take(MAX_BEGINNINGS)
        .filter_map(|(_, rest)| balanced(rest))
        .collect();
    pieces.sort_by_key(|piece| Reverse(piece.len()));
    pieces
}

fn starts_with_ignoring_case(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(start))
}

/// Parses `text`, unless it nests too deep.
fn parse<T: DeserializeOwned>(text: &str) -> Result<T, JsonError> {
    if text.starts_with(['[', '{']) && brackets(text).any(|(_, depth)| depth > MAX_DEPTH) {
        return Err(JsonError::Shape(format!("lists or objects nested more than {MAX_DEPTH} deep")));
    }
    browser::parse_json(text)
}

/// The beginning of `text` up to the bracket that closes its first one; `None` where nothing closes it.
fn balanced(text: &str) -> Option<&str> {
    let (end, _) = brackets(text).find(|(_, depth)| *depth == 0)?;
    Some(&text[..=end])
}

/// The brackets in JSON: where each stands, and how many are open behind it.
fn brackets(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let (mut depth, mut is_in_string, mut is_escaped) = (0_usize, false, false);
    text.bytes().enumerate().filter_map(move |(index, byte)| {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if is_in_string => is_escaped = true,
            b'"' => is_in_string = !is_in_string,
            b'[' | b'{' if !is_in_string => {
                depth += 1;
                return Some((index, depth));
            }
            b']' | b'}' if !is_in_string => {
                depth = depth.saturating_sub(1);
                return Some((index, depth));
            }
            _ => {}
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn decoded<T: DeserializeOwned>(body: &str) -> Result<T, Error> {
        decode(&Response { body: body.to_owned(), ..Response::default() })
    }

    #[test]
    fn text_before_and_behind_the_json_is_cut_off() {
        for body in [
            "{\"a\":[1]}",
            " \n{\"a\":[1]}\n ",
            "\u{feff}{\"a\":[1]}",
            "\n{\"a\":[1]}\n<!-- Cached by a plugin, 0.21 s -->",
            "{\"a\":[1]}\n<br />\n<b>Notice</b>: Undefined index: x in <b>/srv/a.php</b> on line <b>3</b><br />",
            "{\"a\":[1]}[2]",
            "<b>{line 123456789}</b><br />\n{\"a\":[1]}",
            "Notice: Undefined index: a[1] in x.php on line {3}\n[3]\n{\"a\":[1]}<!-- {} -->",
            "\u{feff}<br />\n<b>Notice</b>: x<br />\n{\"a\":[1]}<script>f({})</script>",
            "<br />\n<b>Warning</b>: Undefined array key \"x\" in <b>/a[1].php</b> on line {3}<br />\n{\"a\":[1]}\n",
        ] {
            assert_eq!(decoded::<Value>(body), Ok(json!({"a": [1]})), "{body}");
        }
    }

    #[test]
    fn a_body_that_is_not_json_or_is_cut_off_is_an_error() {
        for body in [
            "",
            "null",
            "\"x\"",
            "<html><script>let a = {\"a\":1}</script></html>",
            "{\"a\":[1",
            "{\"a\":\"}",
        ] {
            assert!(matches!(decoded::<Value>(body), Err(Error::NotJson { .. })), "{body}");
        }
    }

    #[test]
    fn a_whole_page_is_no_response_whatever_its_scripts_hold() {
        for page in ["<!DOCTYPE html>", "<!doctype html>", "\n<HTML lang=ar>"] {
            let body = format!("{page}<script type=application/ld+json>{{\"name\":\"x\"}}</script>");
            assert!(matches!(decoded::<Value>(&body), Err(Error::NotJson { .. })), "{page}");
        }
    }

    #[test]
    fn brackets_within_strings_do_not_end_the_json() {
        let body = "{\"a\":\"}] \\\" {\",\"b\":[\"\\\\\"]} tail";
        assert_eq!(decoded::<Value>(body), Ok(json!({"a": "}] \" {", "b": ["\\"]})));
    }

    #[test]
    fn json_that_nests_too_deep_is_not_parsed() {
        for depth in [101, 10_000, 100_000] {
            for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
                for before in ["", "<br />\n"] {
                    let body = [before, &open.repeat(depth), "1", &close.repeat(depth)].concat();
                    let Err(Error::Shape { field, found }) = decoded::<Value>(&body) else {
                        panic!("{depth}")
                    };
                    assert_eq!((&*field, &*found), ("body", "lists or objects nested more than 100 deep"));
                }
            }
        }
        assert!(decoded::<Value>(&["[".repeat(100), "]".repeat(100)].concat()).is_ok());
        assert!(decoded::<Value>(&format!("[\"{}\"]", "[".repeat(1000))).is_ok());
    }

    #[test]
    fn a_body_that_is_too_large_is_an_error() {
        let body = format!("[\"{}\"]", "a".repeat(MAX_BODY_BYTES));
        let Err(Error::Shape { found, .. }) = decoded::<Value>(&body) else { panic!() };
        assert_eq!(found, "more than 8 MB");
    }

    #[test]
    fn the_error_quotes_the_beginning_of_a_body_that_is_not_json() {
        let body = format!("\n  <!doctype html>{}", "ب".repeat(100));
        let Err(Error::NotJson { found, .. }) = decoded::<Value>(&body) else { panic!() };
        assert!(found.starts_with("<!doctype html>ب"), "{found}");
        assert_eq!(found.chars().count(), 80);
    }

    #[test]
    fn the_error_of_json_of_another_shape_says_what_was_found() {
        let Err(Error::Shape { field, found }) = decoded::<Vec<u8>>("{\"a\":1}") else { panic!() };
        assert_eq!((field.as_str(), found.as_str()), ("body", "invalid type: map, expected a sequence"));
    }
}
