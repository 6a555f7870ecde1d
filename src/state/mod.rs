//! What the pages share and remember: the blog, its articles, the discussion below one.
//! Asks through `api`, hands values and signals down, knows no HTML.

mod blog;
mod discussion;
mod drafts;
mod question;

pub use blog::{Blog, use_blog};
pub use discussion::{Discussion, use_discussion};
pub use drafts::Drafts;
pub use question::Question;
