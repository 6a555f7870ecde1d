//! `context`: `view` shows all public fields, `embed` fewer; `edit` is for editors.

use serde_json::Value;

use super::{args::Args, error::RestError, error::refusal::FORBIDDEN_CONTEXT};

/// Which fields an object shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// All public fields.
    View,
    /// The fields of an embedded object.
    Embed,
    /// The fields for editors. The sandbox refuses this context.
    Edit,
}

impl Context {
    /// Reads `context`.
    pub fn read(args: &mut Args<'_>) -> Self {
        let contexts = [("view", Self::View), ("embed", Self::Embed), ("edit", Self::Edit)];
        args.choice("context", &contexts, Self::View)
    }

    /// Refuses `edit`.
    pub fn public(self) -> Result<Self, RestError> {
        if self == Self::Edit { Err(FORBIDDEN_CONTEXT.into()) } else { Ok(self) }
    }

    /// For [`Context::Embed`], removes the fields that an embedded object does not have.
    pub fn narrow(self, item: &mut Value, embedded: &[&str]) {
        if let (Self::Embed, Value::Object(fields)) = (self, item) {
            fields.retain(|name, _| name == "_links" || embedded.contains(&name.as_str()));
        }
    }
}
