//! What only a browser has.

mod fetch;
mod graphemes;
mod json;
mod page;
mod router;
mod storage;

pub use fetch::{FetchScope, FetchTransport, JsFetchScope};
pub use graphemes::{excess_start, graphemes};
pub use json::parse_json;
pub use page::{absolute, log_error, origin, page, set_head};
pub use router::{location, page_address};
pub use storage::{load, remove, save};
