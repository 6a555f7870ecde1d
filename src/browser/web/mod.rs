//! The edge in a browser.

mod device;
mod fetch;
mod glue;
mod html;
mod json;
mod letters;
mod location;
mod parts;
mod program;
mod start;
mod storage;

pub use device::{
    Watch, absolute, announce, can_share, copy, focus, focus_next, go_to_fragment, log_error, origin, page,
    page_address, select_from, set_head, set_language, share, watch_field, watch_outside,
};
pub use fetch::{FetchScope, FetchTransport, JsFetchScope};
pub use html::{sanitised, show_html};
pub use json::parse_json;
pub use letters::{excess_start, graphemes};
pub use location::location;
pub use parts::{mount_blog, mount_part, unmount, update};
pub use start::start;
pub use storage::{load, remove, save};
