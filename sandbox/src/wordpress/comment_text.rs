//! A kept comment as readers see it: links, typographic quotes, paragraphs, in WordPress's order.

use super::{autop::autop, links::clickable, texturize::texturize};

/// `content.rendered`.
#[must_use]
pub fn rendered(kept: &str) -> String {
    autop(&texturize(&clickable(kept)))
}
