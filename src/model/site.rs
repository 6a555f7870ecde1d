//! The blog itself.

/// What a blog says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// Its name, plain text.
    pub name: String,
    /// Its tagline, plain text; often empty.
    pub description: String,
}
