//! A response of the REST API, before it becomes an HTTP response.

use serde_json::{Map, Value, json};

/// Status, headers and JSON.
#[derive(Debug, Clone)]
pub struct RestResponse {
    /// HTTP status.
    pub status: u16,
    /// The headers of this response only. The server adds those of all responses.
    pub headers: Vec<(&'static str, String)>,
    /// The body as JSON.
    pub body: Value,
}

impl RestResponse {
    /// A response without headers of its own.
    #[must_use]
    pub fn new(status: u16, body: impl Into<Value>) -> Self {
        Self { status, headers: Vec::new(), body: body.into() }
    }

    /// A response of status 200.
    #[must_use]
    pub fn ok(body: impl Into<Value>) -> Self {
        Self::new(200, body)
    }

    /// The response with one more header.
    #[must_use]
    pub fn with_header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// The response wrapped for `_envelope`. PHP writes an empty list of headers as `[]`, and totals are numbers.
    #[must_use]
    pub fn enveloped(self) -> Self {
        let value = |text: String| text.parse::<i64>().map_or_else(|_| Value::String(text), Value::from);
        let headers: Map<String, Value> =
            self.headers.into_iter().map(|(name, text)| (name.to_owned(), value(text))).collect();
        let headers = if headers.is_empty() { json!([]) } else { Value::Object(headers) };
        Self::ok(json!({ "body": self.body, "status": self.status, "headers": headers }))
    }
}
