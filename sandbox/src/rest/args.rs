//! Checks parameters as WordPress's schema does, and gathers all that are wrong into one refusal.

use std::ops::RangeInclusive;

use jiff::civil::DateTime;
use serde_json::Value;

use crate::{
    error::{BadParam, RestError},
    params::text,
    request::Request,
    store::Slice,
};

/// The parameters of one request, read one after the other.
pub struct Args<'a> {
    request: &'a Request,
    bad: Vec<BadParam>,
}

impl<'a> Args<'a> {
    /// Nothing read yet.
    pub fn of(request: &'a Request) -> Self {
        Self { request, bad: Vec::new() }
    }

    /// Refuses if any parameter was wrong.
    pub fn finish(self) -> Result<(), RestError> {
        if self.bad.is_empty() { Ok(()) } else { Err(RestError::InvalidParam(self.bad)) }
    }

    /// Notes a wrong parameter.
    pub fn refuse(&mut self, name: &'static str, code: &'static str, message: impl Into<String>) {
        self.bad.push(BadParam { name, code, message: message.into(), place: None });
    }

    /// A whole number, if given.
    pub fn integer(&mut self, name: &'static str) -> Option<i64> {
        let number = self.request.get(name).map(whole)?;
        if number.is_none() {
            self.refuse(name, "rest_invalid_type", format!("{name} is not an integer."));
        }
        number
    }

    /// A whole number within bounds, or the default.
    pub fn bounded(&mut self, name: &'static str, default: i64, bounds: RangeInclusive<i64>) -> i64 {
        let number = self.integer(name).unwrap_or(default);
        if !bounds.contains(&number) {
            let (least, most) = (bounds.start(), bounds.end());
            self.refuse(name, "rest_out_of_bounds", format!("{name} must be between {least} and {most}."));
        }
        number
    }

    /// A list of whole numbers: `1,2`, `[]=1&[]=2` or JSON.
    pub fn integers(&mut self, name: &'static str) -> Vec<i64> {
        let numbers: Vec<Option<i64>> = match self.request.get(name) {
            None => Vec::new(),
            Some(Value::Array(values)) => values.iter().map(whole).collect(),
            Some(Value::String(list)) => words(list).map(|word| word.parse().ok()).collect(),
            Some(value) => vec![whole(value)],
        };
        if let Some(place) = numbers.iter().position(Option::is_none) {
            self.bad.push(BadParam {
                name,
                code: "rest_invalid_type",
                message: format!("{name}[{place}] is not an integer."),
                place: Some(place),
            });
        }
        numbers.into_iter().flatten().collect()
    }

    /// Text. Empty when not given.
    pub fn text(&mut self, name: &'static str) -> String {
        match self.request.get(name) {
            None => String::new(),
            Some(Value::String(text)) => text.clone(),
            Some(_) => {
                self.refuse(name, "rest_invalid_type", format!("{name} is not a string."));
                String::new()
            }
        }
    }

    /// A list of texts, given as a list or joined by commas; joined by commas again. Empty when not given.
    pub fn texts(&mut self, name: &'static str) -> String {
        match self.request.get(name) {
            Some(Value::Array(values)) => values.iter().filter_map(text).collect::<Vec<_>>().join(","),
            _ => self.text(name),
        }
    }

    /// One of some names, or the default.
    pub fn choice<T: Copy>(&mut self, name: &'static str, choices: &[(&str, T)], default: T) -> T {
        let Some(value) = self.request.get(name) else { return default };
        let given = text(value).unwrap_or_default();
        if let Some((_, choice)) = choices.iter().find(|(choice, _)| *choice == given) {
            return *choice;
        }
        let known: Vec<_> = choices.iter().map(|(choice, _)| *choice).collect();
        self.refuse(name, "rest_not_in_enum", format!("{name} is not one of {}.", known.join(", ")));
        default
    }

    /// `true`, `1`, `false`, `0`.
    pub fn flag(&mut self, name: &'static str) -> bool {
        match self.request.get(name).and_then(text).as_deref() {
            None | Some("" | "0" | "false") => false,
            Some("1" | "true") => true,
            Some(_) => {
                self.refuse(name, "rest_invalid_type", format!("{name} is not true or false."));
                false
            }
        }
    }

    /// A moment of the site's local time such as `2023-11-03T15:43:00`; an offset behind it is passed over.
    pub fn moment(&mut self, name: &'static str) -> Option<String> {
        let given = self.request.text(name)?;
        let moment = given.get(..19).unwrap_or(&given);
        if moment.parse::<DateTime>().is_ok() {
            return Some(moment.replace(' ', "T"));
        }
        self.refuse(name, "rest_invalid_date", format!("{name} is not a date."));
        None
    }

    /// `page`, `per_page`, `offset` and `order` of a list.
    pub fn slice(&mut self, descending_by_default: bool) -> (Paging, Slice) {
        let page = self.bounded("page", 1, 1..=i64::MAX);
        let per_page = self.bounded("per_page", 10, 1..=100);
        let offset = self.integer("offset").unwrap_or(0);
        let descending = self.choice("order", &[("asc", false), ("desc", true)], descending_by_default);
        let paging = Paging { page: page.unsigned_abs(), per_page: per_page.unsigned_abs() };
        let offset = if offset == 0 { paging.skipped() } else { offset.unsigned_abs() };
        (paging, Slice { offset, limit: paging.per_page, descending })
    }
}

/// Which page of a list, and how long pages are.
#[derive(Debug, Clone, Copy)]
pub struct Paging {
    /// From 1.
    pub page: u64,
    /// From 1 to 100.
    pub per_page: u64,
}

/// A JSON integer, or text that is one.
fn whole(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// WordPress parts lists at commas and white space.
fn words(list: &str) -> impl Iterator<Item = &str> {
    list.split(|c: char| c == ',' || c.is_ascii_whitespace()).filter(|word| !word.is_empty())
}
