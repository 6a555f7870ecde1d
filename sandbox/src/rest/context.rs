//! `context`: `view` shows all that is public, `embed` less; `edit` is for editors.

use serde_json::Value;

use super::{args::Args, error::RestError, error::refusal::FORBIDDEN_CONTEXT};

/// Which fields are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// All that is public.
    View,
    /// What an embedded object has.
    Embed,
    /// What editors see. Refused here.
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

    /// Removes the fields that an embedded object lacks.
    pub fn narrow(self, item: &mut Value, embedded: &[&str]) {
        if let (Self::Embed, Value::Object(fields)) = (self, item) {
            fields.retain(|name, _| name == "_links" || embedded.contains(&name.as_str()));
        }
    }
}
