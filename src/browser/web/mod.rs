//! What only a browser has.

mod clock;
mod directions;
mod dom;
mod fetch;
mod graphemes;
mod json;
mod page;
mod place;
mod router;
mod storage;
mod text_links;

pub use clock::use_now;
pub(super) use directions::set_directions;
pub(super) use dom::all;
pub use fetch::{FetchScope, FetchTransport, JsFetchScope};
pub use graphemes::{excess_start, graphemes};
pub use json::parse_json;
pub use page::{
    LOADS_LATER, absolute, is_document, is_online, is_page_visible, load_page, log_error, now_ms, origin,
    page, page_url, set_head, use_online,
};
pub use place::go_to_fragment;
pub use router::{follow_fragment, follow_places, linked_comment, location, page_address};
pub use storage::{load, new_tab_id, remove, save, stored_keys, tab_id};
pub(super) use text_links::resolve_links;
