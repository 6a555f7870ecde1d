//! Parameters as PHP reads them: `a=1`, `a[]=1&a[]=2`, `a[key]=1`, or fields of a JSON body.

use serde_json::{Map, Value};

/// Named values: strings and lists from a query, anything from JSON.
#[derive(Debug, Clone, Default)]
pub struct Params(Map<String, Value>);

impl Params {
    /// Reads a query or a form body. A repeated name counts once, the last time; `a[]` and `a[0]` make a list.
    #[must_use]
    pub fn urlencoded(text: &[u8]) -> Self {
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

    /// The fields of a JSON body; `None` when it is no JSON. A body that is no object has no fields.
    #[must_use]
    pub fn json(body: &[u8]) -> Option<Self> {
        match serde_json::from_slice(body) {
            Ok(Value::Object(fields)) => Some(Self(fields)),
            Ok(_) => Some(Self::default()),
            Err(_) => None,
        }
    }

    /// The value given under this name; JSON's `null` counts as not given.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    /// Sets a value.
    pub fn set(&mut self, name: &str, value: impl Into<Value>) {
        self.0.insert(name.to_owned(), value.into());
    }

    /// The value as text, if it is text or a number.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<String> {
        self.get(name).and_then(text)
    }

    /// Written as a query again, percent-encoded, for links to other pages.
    #[must_use]
    pub fn query(&self) -> String {
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

    /// Without one name.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.0.shift_remove(name);
        self
    }
}

/// A scalar as PHP would turn it into text.
#[must_use]
pub fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(if *flag { "1" } else { "" }.to_owned()),
        _ => None,
    }
}
