//! The one edge to the browser. Everything else renders natively too, so every function here has a
//! native twin that does nothing, or the nearest thing to it; which is said in its documentation.
//!
//! This is the only place that asks for the target (`tests/conventions.rs` holds it to that).

mod allowed;
mod letters;
mod timer;

#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(target_arch = "wasm32")]
mod web;

#[cfg(not(target_arch = "wasm32"))]
use native as platform;
pub use platform::{
    FieldWatch, can_share, copy, focus, load, location, log_error, origin, remove, sanitised, save,
    select_from, set_head, share, show_html, start, watch_field,
};
#[cfg(target_arch = "wasm32")]
use web as platform;

pub use letters::{excess_start, graphemes};
pub use timer::after_pause;

/// The browser keeps nothing for this page: storage is full, switched off or forbidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the browser's storage refused")]
pub struct StorageRefused;
