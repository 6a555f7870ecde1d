//! What only a browser has.

mod bundle;
mod fetch;
mod glue;
mod graphemes;
mod json;
mod page;
mod router;
mod start;
mod storage;
mod widgets;

pub use fetch::Fetch;
pub use glue::Line;
pub use graphemes::{excess_start, graphemes};
pub use page::{absolute, log_error, origin, page, set_head};
pub use router::{location, page_address};
pub use start::start;
pub use storage::{load, remove, save};
pub use widgets::{mount_blog, mount_widget, scroll_to_fragment, unmount, update};
