//! JSON read field by field. One type for all of it keeps the program small (no decoder for each shape),
//! lets a part that is missing be missing, and knows the name of a field that is wrong.

pub use serde_json::Value;

use crate::error::Error;

/// Most places tried as the beginning of JSON behind what a server printed before it.
const BEGINNINGS: usize = 32;
/// Most characters of a wrong answer or value that an error keeps.
const KEPT: usize = 80;

/// The JSON in `body`. A server may have printed warnings or a byte order mark before it.
pub fn parse(body: &str) -> Option<Value> {
    let beginnings = body.match_indices(['[', '{']).take(BEGINNINGS);
    beginnings.filter_map(|(start, _)| serde_json::from_str(&body[start..]).ok()).next()
}

/// The JSON in `body`, or what stands in its place; `url` is for the error.
///
/// # Errors
/// [`Error::NotJson`].
pub fn of(body: &str, url: &str) -> Result<Value, Error> {
    parse(body).ok_or_else(|| Error::NotJson { url: url.to_owned(), found: beginning(body.trim_start()) })
}

/// The field at `path`, its names parted by points; `Null` where there is none.
pub fn at<'a>(value: &'a Value, path: &str) -> &'a Value {
    path.split('.').fold(value, |value, name| value.get(name).unwrap_or(&Value::Null))
}

/// A text, empty where there is none.
pub fn text_or_empty<'a>(value: &'a Value, path: &str) -> &'a str {
    at(value, path).as_str().unwrap_or_default()
}

/// A text that has to be there.
///
/// # Errors
/// [`Error::Shape`].
pub fn text<'a>(value: &'a Value, path: &str) -> Result<&'a str, Error> {
    let found = at(value, path);
    found.as_str().ok_or_else(|| wrong(path, found))
}

/// A number that has to be there.
///
/// # Errors
/// [`Error::Shape`].
pub fn number(value: &Value, path: &str) -> Result<u64, Error> {
    let found = at(value, path);
    found.as_u64().ok_or_else(|| wrong(path, found))
}

/// A number of pixels; some plugins write numbers as text.
pub fn pixels(value: &Value, path: &str) -> Option<u32> {
    let found = at(value, path);
    let pixels = match found.as_u64() {
        Some(pixels) => u32::try_from(pixels).ok(),
        None => found.as_str().and_then(|written| written.parse().ok()),
    };
    pixels.filter(|pixels| *pixels > 0)
}

/// A list that has to be there; `name` is for the error.
///
/// # Errors
/// [`Error::Shape`].
pub fn list<'a>(value: &'a Value, name: &str) -> Result<&'a [Value], Error> {
    value.as_array().map(Vec::as_slice).ok_or_else(|| wrong(name, value))
}

/// `field` is missing or is not what it should be.
pub fn wrong(field: &str, found: &Value) -> Error {
    Error::shape(field, if found.is_null() { "nothing".to_owned() } else { beginning(&found.to_string()) })
}

fn beginning(text: &str) -> String {
    text.chars().take(KEPT).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_a_server_prints_before_its_answer_is_skipped() {
        for body in [
            "{\"a\":[1]}",
            "\u{feff}{\"a\":[1]}",
            "<br />\n<b>Warning</b>: Undefined array key \"x\" in <b>/a[1].php</b> on line {3}<br />\n{\"a\":[1]}\n",
        ] {
            assert_eq!(parse(body), Some(json!({"a": [1]})), "{body}");
        }
    }

    #[test]
    fn what_is_no_json_or_ends_too_early_is_none() {
        for body in
            ["", "null", "<html><script>let a = {\"a\":1}</script></html>", "{\"a\":[1", "[1] trailing"]
        {
            assert_eq!(parse(body), None, "{body}");
        }
    }

    #[test]
    fn a_wrong_answer_is_quoted_from_its_beginning() {
        let body = format!("\n  <!doctype html>{}", "ب".repeat(100));
        let Err(Error::NotJson { found, .. }) = of(&body, "/") else { panic!() };
        assert!(found.starts_with("<!doctype html>ب"), "{found}");
        assert_eq!(found.chars().count(), 80);
    }

    #[test]
    fn a_wrong_field_is_named_with_what_stood_there() {
        let post = json!({"id": "seven", "title": {"rendered": null}, "list": {}});
        assert_eq!(number(&post, "id"), Err(Error::shape("id", "\"seven\"")));
        assert_eq!(text(&post, "title.rendered"), Err(Error::shape("title.rendered", "nothing")));
        assert_eq!(text(&post, "excerpt.rendered"), Err(Error::shape("excerpt.rendered", "nothing")));
        assert_eq!(list(at(&post, "list"), "list"), Err(Error::shape("list", "{}")));
    }

    #[test]
    fn pixels_may_be_written_as_text_but_are_never_none() {
        let sizes = json!({"a": 300, "b": "300", "c": 0, "d": "x", "e": -3});
        let read: Vec<_> = ["a", "b", "c", "d", "e", "f"].map(|name| pixels(&sizes, name)).into();
        assert_eq!(read, [Some(300), Some(300), None, None, None, None]);
    }
}
