//! From the body of a response to a struct of [`super::wire`].

use serde::de::DeserializeOwned;

use crate::{
    browser::{self, JsonError},
    error::Error,
    http::Response,
};

/// Most places tried as the beginning of JSON behind what a server printed before it.
const MAX_BEGINNINGS: usize = 32;
/// Most characters that an error keeps of a body that is no JSON.
const KEPT_CHARS: usize = 80;

/// The list or object in the body. A server may have printed warnings or a byte order mark before it.
///
/// # Errors
/// [`Error::NotJson`], and [`Error::Shape`] where the JSON is no `T`.
pub fn decode<T: DeserializeOwned>(response: &Response) -> Result<T, Error> {
    for (start, _) in response.body.match_indices(['[', '{']).take(MAX_BEGINNINGS) {
        match browser::parse_json(&response.body[start..]) {
            Ok(value) => return Ok(value),
            Err(JsonError::Shape(found)) => return Err(Error::shape("body", found)),
            Err(JsonError::Syntax) => {}
        }
    }
    let found = response.body.trim_start().chars().take(KEPT_CHARS).collect();
    Err(Error::NotJson { url: response.url.clone(), found })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn decoded<T: DeserializeOwned>(body: &str) -> Result<T, Error> {
        decode(&Response { body: body.to_owned(), ..Response::default() })
    }

    #[test]
    fn text_before_the_json_is_skipped() {
        for body in [
            "{\"a\":[1]}",
            "\u{feff}{\"a\":[1]}",
            "<br />\n<b>Warning</b>: Undefined array key \"x\" in <b>/a[1].php</b> on line {3}<br />\n{\"a\":[1]}\n",
        ] {
            assert_eq!(decoded::<Value>(body), Ok(json!({"a": [1]})), "{body}");
        }
    }

    #[test]
    fn a_body_that_is_not_json_or_is_cut_off_is_an_error() {
        for body in
            ["", "null", "<html><script>let a = {\"a\":1}</script></html>", "{\"a\":[1", "[1] trailing"]
        {
            assert!(matches!(decoded::<Value>(body), Err(Error::NotJson { .. })), "{body}");
        }
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
