//! Parameters as PHP reads them: `a=1`, `a[]=1&a[]=2`, `a[key]=1`, or the fields of a JSON body.

use serde_json::{Map, Value};

/// Named values: strings and lists from a query, anything from JSON.
#[derive(Debug, Clone, Default)]
pub struct Params(Map<String, Value>);

impl Params {
    /// Reads a query or a form. If a name is repeated, its last value counts; `a[]` and `a[0]` make a list.
    #[must_use]
    pub fn from_urlencoded(text: &[u8]) -> Self {
        let mut params = Map::new();
        for (name, value) in form_urlencoded::parse(text) {
            match name.split_once('[') {
                Some((list, _)) if !list.is_empty() => {
                    let entry = params.entry(list).or_insert_with(|| Value::Array(Vec::new()));
                    if let Value::Array(values) = entry {
                        values.push(value.into());
                    }
                }
                _ => {
                    params.insert(name.into_owned(), value.into());
                }
            }
        }
        Self(params)
    }

    /// The fields of a JSON body, `None` if it is not JSON. A body that is not an object has no fields.
    #[must_use]
    pub fn from_json(body: &[u8]) -> Option<Self> {
        match serde_json::from_slice(body) {
            Ok(Value::Object(fields)) => Some(Self(fields)),
            Ok(_) => Some(Self::default()),
            Err(_) => None,
        }
    }

    /// The value with this name. JSON's `null` counts as absent.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    /// The value as text, if it is text or a number.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<String> {
        self.get(name).and_then(text)
    }

    /// Sets a value.
    pub fn set(&mut self, name: &str, value: impl Into<Value>) {
        self.0.insert(name.to_owned(), value.into());
    }

    /// The parameters without one of them.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.0.shift_remove(name);
        self
    }

    /// Writes the parameters as a percent-encoded query.
    #[must_use]
    pub fn to_query(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, value) in &self.0 {
            match value {
                Value::Array(values) => {
                    for (index, value) in values.iter().filter_map(text).enumerate() {
                        query.append_pair(&format!("{name}[{index}]"), &value);
                    }
                }
                value => {
                    query.append_pair(name, &text(value).unwrap_or_default());
                }
            }
        }
        query.finish()
    }
}

/// A scalar as PHP turns it into text.
#[must_use]
pub fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(if *flag { "1" } else { "" }.to_owned()),
        _ => None,
    }
}

/// The names in a parameter such as `_fields` or `_embed`: `a,b`, or `[]=a&[]=b`.
#[must_use]
pub fn names(value: &Value) -> Vec<String> {
    match value {
        Value::Array(names) => names.iter().filter_map(text).collect(),
        value => list_of(&text(value).unwrap_or_default()).map(str::to_owned).collect(),
    }
}

/// WordPress splits lists at commas and white space.
pub fn list_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c == ',' || c.is_ascii_whitespace()).filter(|item| !item.is_empty())
}
