//! The one edge to the browser. Everything else renders natively too, so every function here has a
//! native twin that does nothing, or the nearest thing to it; which is said in its documentation.
//!
//! This is the only place that asks for the target (`tests/conventions.rs` holds it to that).

mod allowed;
mod letters;
mod root;
mod timer;

#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(target_arch = "wasm32")]
mod web;

#[cfg(not(target_arch = "wasm32"))]
use native as platform;
pub use platform::{
    Watch, absolute, can_share, copy, go_to_fragment, load, location, log_error, origin, page, page_address,
    parse_json, remove, sanitised, save, set_head, set_language, share, show_html, start, watch_outside,
};
#[cfg(target_arch = "wasm32")]
use web as platform;
#[cfg(target_arch = "wasm32")]
pub use web::{JsFetchScope, mount_blog, mount_part, unmount, update};

pub use letters::{excess_start, graphemes};
#[cfg(not(target_arch = "wasm32"))]
pub use native::PageAddress;
pub use root::{Root, use_root};
pub use timer::after_pause;

/// The browser keeps nothing for this page: storage is full, switched off or forbidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the browser's storage refused")]
pub struct StorageRefused;
