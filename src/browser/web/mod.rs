//! The edge in a browser.

mod device;
mod fetch;
mod glue;
mod html;
mod json;
mod letters;
mod location;
mod start;
mod storage;

pub use device::{
    FieldWatch, can_share, copy, focus, log_error, origin, root_element, select_from, set_head, share,
    watch_field,
};
pub use fetch::Fetch;
pub use html::{sanitised, show_html};
pub use letters::{excess_start, graphemes};
pub use location::location;
pub use start::start;
pub use storage::{load, remove, save};
