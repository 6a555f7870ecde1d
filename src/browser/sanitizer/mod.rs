//! HTML that somebody else wrote, made safe to show.
//!
//! `policy` says what may stay. Three sanitisers follow it: the browser's own (`Element.setHTML`), DOMPurify where
//! that is missing (`fallback.js`), and natively ammonia.

mod limits;
pub mod policy;

use super::links::TextLinks;
use crate::{model::Html, text::Direction};

#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(target_arch = "wasm32")]
mod web;

#[cfg(not(target_arch = "wasm32"))]
pub use native::{sanitised, show_html};
#[cfg(target_arch = "wasm32")]
pub use web::{sanitised, show_html};

/// HTML of somebody else, and what it is shown by.
#[derive(Debug, Clone)]
pub struct UserText {
    /// The HTML.
    pub html: Html,
    /// What its ids begin with.
    pub ids: String,
    /// What its addresses are resolved by; `None` leaves them.
    pub links: Option<TextLinks>,
    /// The direction of what is around it.
    pub around: Direction,
}

impl UserText {
    /// Whether a browser can show it.
    ///
    /// # Errors
    /// [`NotShown::Unbearable`].
    pub fn check(&self) -> Result<(), NotShown> {
        if limits::is_bearable(self.html.untrusted()) { Ok(()) } else { Err(NotShown::Unbearable) }
    }
}

/// Why a text cannot be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotShown {
    /// It is too large, or too deeply nested.
    #[error("the HTML is too large or nested too deep")]
    Unbearable,
    /// The browser has no sanitiser, and the file of the other one did not load or may not run.
    #[error("no sanitiser could be loaded")]
    NoSanitizer,
}
