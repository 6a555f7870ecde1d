//! Reads parameters and checks them as WordPress's schema does. One error names all wrong parameters.

use std::ops::RangeInclusive;

use jiff::civil::DateTime;
use serde_json::Value;

use crate::{
    params::{list_of, text},
    request::Request,
    rest::error::{InvalidParam, RestError},
    store::Paging,
};

/// The parameters of one request.
pub struct Args<'a> {
    request: &'a Request,
    invalid: Vec<InvalidParam>,
}

impl<'a> Args<'a> {
    /// Starts to read the parameters of a request.
    pub fn of(request: &'a Request) -> Self {
        Self { request, invalid: Vec::new() }
    }

    /// Ends the reading.
    ///
    /// # Errors
    /// A parameter was wrong.
    pub fn finish(self) -> Result<(), RestError> {
        if self.invalid.is_empty() { Ok(()) } else { Err(RestError::InvalidParam(self.invalid)) }
    }

    /// Adds a wrong parameter to the error.
    pub fn invalid(&mut self, name: &'static str, code: &'static str, message: impl Into<String>) {
        self.invalid.push(InvalidParam { name, code, message: message.into(), index: None });
    }

    /// An integer, if given.
    pub fn integer(&mut self, name: &'static str) -> Option<i64> {
        let number = self.request.get(name).map(whole)?;
        if number.is_none() {
            self.invalid(name, "rest_invalid_type", format!("{name} is not an integer."));
        }
        number
    }

    /// An integer within bounds, or the default.
    pub fn bounded(&mut self, name: &'static str, default: i64, bounds: RangeInclusive<i64>) -> i64 {
        let number = self.integer(name).unwrap_or(default);
        if !bounds.contains(&number) {
            let (least, most) = (bounds.start(), bounds.end());
            self.invalid(name, "rest_out_of_bounds", format!("{name} must be between {least} and {most}."));
        }
        number
    }

    /// A list of integers: `1,2`, `[]=1&[]=2` or JSON.
    pub fn integers(&mut self, name: &'static str) -> Vec<i64> {
        let numbers: Vec<Option<i64>> = match self.request.get(name) {
            None => Vec::new(),
            Some(Value::Array(values)) => values.iter().map(whole).collect(),
            Some(Value::String(list)) => list_of(list).map(|number| number.parse().ok()).collect(),
            Some(value) => vec![whole(value)],
        };
        if let Some(index) = numbers.iter().position(Option::is_none) {
            self.invalid.push(InvalidParam {
                name,
                code: "rest_invalid_type",
                message: format!("{name}[{index}] is not an integer."),
                index: Some(index),
            });
        }
        numbers.into_iter().flatten().collect()
    }

    /// Text, empty if not given.
    pub fn text(&mut self, name: &'static str) -> String {
        match self.request.get(name) {
            None => String::new(),
            Some(Value::String(text)) => text.clone(),
            Some(_) => {
                self.invalid(name, "rest_invalid_type", format!("{name} is not a string."));
                String::new()
            }
        }
    }

    /// A list of texts, joined by commas; empty if not given.
    pub fn texts(&mut self, name: &'static str) -> String {
        match self.request.get(name) {
            Some(Value::Array(values)) => values.iter().filter_map(text).collect::<Vec<_>>().join(","),
            _ => self.text(name),
        }
    }

    /// One of the choices, or the default.
    pub fn choice<T: Copy>(&mut self, name: &'static str, choices: &[(&str, T)], default: T) -> T {
        let Some(value) = self.request.get(name) else { return default };
        let given = text(value).unwrap_or_default();
        if let Some((_, choice)) = choices.iter().find(|(choice, _)| *choice == given) {
            return *choice;
        }
        let known: Vec<_> = choices.iter().map(|(choice, _)| *choice).collect();
        self.invalid(name, "rest_not_in_enum", format!("{name} is not one of {}.", known.join(", ")));
        default
    }

    /// A flag, if given: `true`, `1`, `false` or `0` in any case, or a boolean of JSON.
    pub fn flag(&mut self, name: &'static str) -> Option<bool> {
        let value = self.request.get(name)?;
        if let Value::Bool(flag) = value {
            return Some(*flag);
        }
        match text(value).unwrap_or_default().to_ascii_lowercase().as_str() {
            "1" | "true" => Some(true),
            "0" | "false" => Some(false),
            _ => {
                self.invalid(name, "rest_invalid_type", format!("{name} is not true or false."));
                None
            }
        }
    }

    /// A local time such as `2023-11-03T15:43:00`, if given. An offset after it is ignored.
    pub fn time(&mut self, name: &'static str) -> Option<String> {
        let given = self.request.text(name)?;
        let time = given.get(..19).unwrap_or(&given);
        if time.parse::<DateTime>().is_ok() {
            return Some(time.replace(' ', "T"));
        }
        self.invalid(name, "rest_invalid_date", format!("{name} is not a date."));
        None
    }

    /// `page`, `per_page` and `order` of a list.
    pub fn paging(&mut self, is_descending_by_default: bool) -> Paging {
        Paging {
            page: self.bounded("page", 1, 1..=i64::MAX).max(1).unsigned_abs(),
            per_page: self.bounded("per_page", 10, 1..=100).max(1).unsigned_abs(),
            is_descending: self.choice("order", &[("asc", false), ("desc", true)], is_descending_by_default),
        }
    }
}

/// A JSON integer, or text that is one.
fn whole(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}
