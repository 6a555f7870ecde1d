//! HTML as somebody else wrote it.

/// HTML from the site, never trusted: it reaches a page only through the sanitiser of `browser::sanitizer`.
/// A type of its own, so that it cannot be mistaken for the plain text beside it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Html(String);

impl Html {
    /// Marks what the site sent as HTML.
    pub const fn from_site(markup: String) -> Self {
        Self(markup)
    }

    /// The markup as it came, for the sanitiser.
    pub fn untrusted(&self) -> &str {
        &self.0
    }
}
