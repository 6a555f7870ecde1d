//! Mounting: the application into its own page, widgets and whole blogs into pages of others. In the browser only.

mod bundle;
mod page;
mod widgets;

pub use page::mount_page;
pub use widgets::{mount_blog, mount_widget, scroll_to_fragment, unmount, update};
