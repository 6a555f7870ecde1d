//! HTML that somebody else wrote, made safe to show.
//!
//! `policy` says what may stay. Three sanitisers follow it: the browser's own (`Element.setHTML`), DOMPurify where
//! that is missing (`fallback.js`), and natively ammonia.

pub mod policy;

#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(target_arch = "wasm32")]
mod web;

#[cfg(not(target_arch = "wasm32"))]
pub use native::{html_direction, sanitised, show_html};
#[cfg(target_arch = "wasm32")]
pub use web::{html_direction, sanitised, show_html};
