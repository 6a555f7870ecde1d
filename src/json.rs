//! JSON read field by field. One type for all of it keeps the program small (no decoder for each shape),
//! lets a part that is missing be missing, and knows the name of a field that is wrong.
//!
//! Who parses is another matter: the browser by its own `JSON.parse` (`browser::parse_json`), natively
//! `serde_json`.

use std::fmt;

use crate::error::Error;

/// Most places tried as the beginning of JSON behind what a server printed before it.
const BEGINNINGS: usize = 32;
/// Most characters of a wrong answer or value that an error keeps.
const KEPT: usize = 80;
/// Whole numbers are exact up to here: 2⁵³ (`Number.MAX_SAFE_INTEGER` of JavaScript is one less).
const EXACT: f64 = 9_007_199_254_740_992.0;

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    /// `null`, and what is not there.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number as JavaScript has it.
    Number(f64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object, in the order in which it was written.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The field `name` of an object; `Null` where there is none.
    pub fn get(&self, name: &str) -> &Self {
        self.fields().iter().find(|(field, _)| field == name).map_or(&Self::Null, |(_, value)| value)
    }

    /// The fields of an object; none of anything else.
    pub fn fields(&self) -> &[(String, Self)] {
        if let Self::Object(fields) = self { fields } else { &[] }
    }

    /// The items of a list; none of anything else.
    pub fn items(&self) -> &[Self] {
        if let Self::List(items) = self { items } else { &[] }
    }

    /// The first item of a list; `Null` where there is none.
    pub fn first(&self) -> &Self {
        self.items().first().unwrap_or(&Self::Null)
    }

    /// A text.
    pub const fn as_str(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text.as_str()) } else { None }
    }

    /// A whole number that is not negative.
    pub fn as_u64(&self) -> Option<u64> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and within range")]
        match self {
            Self::Number(number) if (0.0..=EXACT).contains(number) && number.fract() == 0.0 => {
                Some(*number as u64)
            }
            _ => None,
        }
    }

    /// Parses JSON, natively.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn parse(text: &str) -> Option<Self> {
        serde_json::from_str::<serde_json::Value>(text).ok().map(Self::from)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl From<serde_json::Value> for Json {
    fn from(value: serde_json::Value) -> Self {
        use serde_json::Value;
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool(value),
            Value::Number(number) => number.as_f64().map_or(Self::Null, Self::Number),
            Value::String(text) => Self::Text(text),
            Value::Array(items) => Self::List(items.into_iter().map(Self::from).collect()),
            Value::Object(fields) => {
                Self::Object(fields.into_iter().map(|(name, value)| (name, Self::from(value))).collect())
            }
        }
    }
}

/// As JSON writes it, nearly: for the eyes of a developer.
impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => f.write_str(if *value { "true" } else { "false" }),
            // Writing fractions would cost several kilobytes.
            Self::Number(_) => match self.as_u64() {
                Some(number) => number.fmt(f),
                None => f.write_str("a negative or broken number"),
            },
            Self::Text(text) => write!(f, "\"{text}\""),
            Self::List(items) => {
                f.write_str("[")?;
                for (index, item) in items.iter().enumerate() {
                    f.write_str(if index == 0 { "" } else { "," })?;
                    item.fmt(f)?;
                }
                f.write_str("]")
            }
            Self::Object(fields) => {
                f.write_str("{")?;
                for (index, (name, value)) in fields.iter().enumerate() {
                    f.write_str(if index == 0 { "\"" } else { ",\"" })?;
                    f.write_str(name)?;
                    f.write_str("\":")?;
                    value.fmt(f)?;
                }
                f.write_str("}")
            }
        }
    }
}

/// The list or object in `body`, read by `parse`. A server may have printed warnings or a byte order mark
/// before it.
pub fn find(body: &str, parse: impl Fn(&str) -> Option<Json>) -> Option<Json> {
    let mut beginnings = body.match_indices(['[', '{']).take(BEGINNINGS);
    beginnings.find_map(|(start, _)| parse(&body[start..]))
}

/// What stands in the place of JSON; `url` is the address that was asked.
pub fn not_json(body: &str, url: &str) -> Error {
    Error::NotJson { url: url.to_owned(), found: beginning(body.trim_start()) }
}

/// The field at `path`, its names parted by points; `Null` where there is none.
pub fn at<'a>(value: &'a Json, path: &str) -> &'a Json {
    path.split('.').fold(value, Json::get)
}

/// A text, empty where there is none.
pub fn text_or_empty<'a>(value: &'a Json, path: &str) -> &'a str {
    at(value, path).as_str().unwrap_or_default()
}

/// A text that has to be there.
///
/// # Errors
/// [`Error::Shape`].
pub fn text<'a>(value: &'a Json, path: &str) -> Result<&'a str, Error> {
    let found = at(value, path);
    found.as_str().ok_or_else(|| wrong(path, found))
}

/// A number that has to be there.
///
/// # Errors
/// [`Error::Shape`].
pub fn number(value: &Json, path: &str) -> Result<u64, Error> {
    let found = at(value, path);
    found.as_u64().ok_or_else(|| wrong(path, found))
}

/// A number of pixels; some plugins write numbers as text.
pub fn pixels(value: &Json, path: &str) -> Option<u32> {
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
pub fn list<'a>(value: &'a Json, name: &str) -> Result<&'a [Json], Error> {
    if let Json::List(items) = value { Ok(items) } else { Err(wrong(name, value)) }
}

/// `field` is missing or is not what it should be.
pub fn wrong(field: &str, found: &Json) -> Error {
    Error::shape(
        field,
        if *found == Json::Null { "nothing".to_owned() } else { beginning(&found.to_string()) },
    )
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
            assert_eq!(find(body, Json::parse), Some(json!({"a": [1]}).into()), "{body}");
        }
    }

    #[test]
    fn what_is_no_json_or_ends_too_early_is_none() {
        for body in
            ["", "null", "<html><script>let a = {\"a\":1}</script></html>", "{\"a\":[1", "[1] trailing"]
        {
            assert_eq!(find(body, Json::parse), None, "{body}");
        }
    }

    #[test]
    fn a_wrong_answer_is_quoted_from_its_beginning() {
        let body = format!("\n  <!doctype html>{}", "ب".repeat(100));
        let Error::NotJson { found, .. } = not_json(&body, "/") else { panic!() };
        assert!(found.starts_with("<!doctype html>ب"), "{found}");
        assert_eq!(found.chars().count(), 80);
    }

    #[test]
    fn a_wrong_field_is_named_with_what_stood_there() {
        let post: Json =
            json!({"id": "seven", "title": {"rendered": null}, "list": {"a": [1, true], "b": null}}).into();
        assert_eq!(number(&post, "id"), Err(Error::shape("id", "\"seven\"")));
        assert_eq!(text(&post, "title.rendered"), Err(Error::shape("title.rendered", "nothing")));
        assert_eq!(text(&post, "excerpt.rendered"), Err(Error::shape("excerpt.rendered", "nothing")));
        let found = "{\"a\":[1,true],\"b\":null}";
        assert_eq!(list(at(&post, "list"), "list"), Err(Error::shape("list", found)));
    }

    #[test]
    fn ids_are_whole_and_exact() {
        let ids: Json = json!([0, 7, 9_007_199_254_740_991_u64, 1.5, -1, 1e300, "7"]).into();
        let read: Vec<_> = ids.items().iter().map(Json::as_u64).collect();
        assert_eq!(read, [Some(0), Some(7), Some(9_007_199_254_740_991), None, None, None, None]);
    }

    #[test]
    fn pixels_may_be_written_as_text_but_are_never_none() {
        let sizes = json!({"a": 300, "b": "300", "c": 0, "d": "x", "e": -3}).into();
        let read: Vec<_> = ["a", "b", "c", "d", "e", "f"].map(|name| pixels(&sizes, name)).into();
        assert_eq!(read, [Some(300), Some(300), None, None, None, None]);
    }
}
