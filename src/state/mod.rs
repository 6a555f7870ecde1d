//! What the pages share and remember: the blog, its articles, the discussion below one. Fetches through
//! `api`, hands down values and signals, knows no HTML.

mod blog;
mod changeables;
mod discussion;
mod drafts;
mod identity;
mod opening;
mod query;

pub use blog::{Blog, use_blog};
pub use discussion::{Discussion, DraftFields, Editing, SentReply, Task, use_discussion};
pub use drafts::OtherDraft;
pub use opening::{Opening, OpeningFailure};
pub use query::Query;
