//! The one edge to the browser. Everything else renders natively too: what rendering calls has a native twin that
//! does nothing, or the nearest thing to it; its documentation says which.
//!
//! | file | what it knows |
//! | --- | --- |
//! | `host`, `sight`, `detail` | the host element: ids, focus, what is in sight, events |
//! | `navigation`, `web/router` | which links show a page of the blog; following them |
//! | `web/place` | the reader's place in a page, found again when it comes back |
//! | `links`, `web/text_links` | where the links of somebody's text lead |
//! | `sanitizer` | what may stay of somebody else's HTML, and who removes the rest |
//! | `web/directions` | the direction of each block of somebody's text |
//! | `graphemes` | counting what people see as one character |
//! | `captcha` | the script of another company and its widget in the comment form |
//! | `watch`, `typing`, `timer`, `web/clock` | fields, pauses, the time of day |
//! | `share`, `web/page`, `web/storage` | the page and the device around the application |
//! | `web/fetch`, `web/json` | requests, and JSON by the browser's own parser |
//!
//! This is the only place that asks for the target (`tests/conventions.rs` holds it to that).

mod captcha;
mod console;
mod detail;
mod directions;
mod graphemes;
mod host;
pub mod links;
pub mod navigation;
pub mod sanitizer;
mod share;
mod sight;
mod timer;
mod typing;
mod watch;

#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(target_arch = "wasm32")]
mod web;

#[cfg(not(target_arch = "wasm32"))]
use native as platform;
pub use platform::{
    LOADS_LATER, absolute, follow_fragment, is_document, is_online, is_page_visible, linked_comment, load,
    load_page, location, log_error, new_tab_id, now_ms, origin, page, page_address, page_url, parse_json,
    remove, save, set_head, stored_keys, tab_id, use_now, use_online,
};
#[cfg(target_arch = "wasm32")]
use web as platform;
#[cfg(target_arch = "wasm32")]
pub use web::{FetchScope, FetchTransport, JsFetchScope, follow_places, go_to_fragment};

pub use captcha::CaptchaWidget;
pub use detail::Detail;
pub use graphemes::{excess_start, graphemes, initial};
pub use host::{Host, has_left, use_host};
pub use links::TextLinks;
#[cfg(test)]
pub use native::stand_in;
#[cfg(not(target_arch = "wasm32"))]
pub use native::{PageAddress, PageOrigin, PageTime};
pub use sanitizer::{NotShown, UserText, sanitised, show_html};
pub use share::{can_share, copy, share};
pub use timer::{after_pause, countdown};
pub use watch::Watch;

/// The browser keeps nothing for this page: storage is full, switched off or forbidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the browser's storage refused")]
pub struct StorageRefused;

/// Why JSON cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum JsonError {
    /// It is no JSON.
    #[error("no JSON")]
    Syntax,
    /// It is JSON of another shape; says what was found and what was expected.
    #[error("{0}")]
    Shape(String),
}
