//! An answer of the REST API before it is written as HTTP.

use serde_json::{Map, Value};

/// Status, headers and JSON.
#[derive(Debug, Clone)]
pub struct Reply {
    /// HTTP status.
    pub status: u16,
    /// Headers of this answer; those that every answer has are added by the server.
    pub headers: Vec<(&'static str, String)>,
    /// The JSON to send.
    pub body: Value,
}

impl Reply {
    /// 200 with this body.
    #[must_use]
    pub fn ok(body: impl Into<Value>) -> Self {
        Self { status: 200, headers: Vec::new(), body: body.into() }
    }

    /// With one more header.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// Wrapped for `_envelope`. PHP writes an empty list of headers as `[]`.
    #[must_use]
    pub fn enveloped(self) -> Self {
        let headers: Map<String, Value> =
            self.headers.into_iter().map(|(name, value)| (name.to_owned(), number_or_text(value))).collect();
        let headers = if headers.is_empty() { Value::Array(Vec::new()) } else { Value::Object(headers) };
        Self::ok(serde_json::json!({ "body": self.body, "status": self.status, "headers": headers }))
    }
}

/// Totals are numbers in WordPress's envelope.
fn number_or_text(value: String) -> Value {
    value.parse::<i64>().map_or_else(|_| Value::String(value), Value::from)
}
