//! `context`: what a list or an embedding shows, and what is for editors only.

use serde_json::Value;

use super::args::Args;
use crate::error::RestError;

/// How much of a thing is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// All that is public.
    View,
    /// Less, for embedding.
    Embed,
    /// For editors; never granted here.
    Edit,
}

impl Context {
    /// Reads `context`.
    pub fn read(args: &mut Args<'_>) -> Self {
        args.choice(
            "context",
            &[("view", Self::View), ("embed", Self::Embed), ("edit", Self::Edit)],
            Self::View,
        )
    }

    /// Refuses editors' context.
    pub fn permitted(self) -> Result<Self, RestError> {
        if self == Self::Edit { Err(RestError::ForbiddenContext) } else { Ok(self) }
    }

    /// Drops what an embedding does not show.
    pub fn keep(self, item: &mut Value, embedded: &[&str]) {
        if let (Self::Embed, Value::Object(fields)) = (self, item) {
            fields.retain(|name, _| name == "_links" || embedded.contains(&name.as_str()));
        }
    }
}
