//! A kept comment as readers see it: links, typographic quotes, faces, paragraphs, in WordPress's order.

use super::{autop::autop, links::clickable, smilies::faces, texturize::texturize};

/// `content.rendered`.
#[must_use]
pub fn rendered(kept: &str) -> String {
    autop(&faces(&texturize(&clickable(kept))))
}
