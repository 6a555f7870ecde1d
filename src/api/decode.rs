//! From the body of a response to a struct of [`super::wire`].

use serde::de::DeserializeOwned;

use crate::{browser, error::Error, http::Response};

/// Most places tried as the beginning of JSON behind what a server printed before it.
const MAX_BEGINNINGS: usize = 32;
/// Most characters that an error keeps of a body that is no JSON.
const KEPT_CHARS: usize = 80;

/// The list or object in `body`; `None` where there is none. A server may have printed warnings or a byte order
/// mark before it.
pub fn decode<T: DeserializeOwned>(body: &str) -> Option<T> {
    let mut beginnings = body.match_indices(['[', '{']).take(MAX_BEGINNINGS);
    beginnings.find_map(|(start, _)| browser::parse_json(&body[start..]))
}

/// The error for a response whose body is no JSON.
pub fn not_json(response: &Response) -> Error {
    let found = response.body.trim_start().chars().take(KEPT_CHARS).collect();
    Error::NotJson { url: response.url.clone(), found }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn what_a_server_prints_before_its_response_is_skipped() {
        for body in [
            "{\"a\":[1]}",
            "\u{feff}{\"a\":[1]}",
            "<br />\n<b>Warning</b>: Undefined array key \"x\" in <b>/a[1].php</b> on line {3}<br />\n{\"a\":[1]}\n",
        ] {
            assert_eq!(decode::<Value>(body), Some(json!({"a": [1]})), "{body}");
        }
    }

    #[test]
    fn what_is_no_json_or_ends_too_early_is_none() {
        for body in
            ["", "null", "<html><script>let a = {\"a\":1}</script></html>", "{\"a\":[1", "[1] trailing"]
        {
            assert_eq!(decode::<Value>(body), None, "{body}");
        }
    }

    #[test]
    fn a_body_that_is_no_json_is_quoted_from_its_beginning() {
        let body = format!("\n  <!doctype html>{}", "ب".repeat(100));
        let Error::NotJson { found, .. } = not_json(&Response { body, ..Response::default() }) else {
            panic!()
        };
        assert!(found.starts_with("<!doctype html>ب"), "{found}");
        assert_eq!(found.chars().count(), 80);
    }
}
