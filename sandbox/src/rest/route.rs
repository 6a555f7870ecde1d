//! The routes of the API.

use crate::store::{posts::PostType, terms::Taxonomy};

/// A known route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    Index,
    Posts(PostType),
    Post(PostType, i64),
    Terms(Taxonomy),
    Term(Taxonomy, i64),
    Users,
    User(i64),
    Me,
    Image(i64),
    Comments,
    Comment(i64),
}

impl Route {
    /// Reads `/wp/v2/posts/5`; `None` for an unknown route.
    pub fn parse(path: &str) -> Option<Self> {
        let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
        let segments = match *segments {
            [] => return Some(Self::Index),
            ["wp", "v2", ref rest @ ..] => rest,
            _ => return None,
        };
        Some(match *segments {
            ["posts"] => Self::Posts(PostType::Post),
            ["posts", id] => Self::Post(PostType::Post, number(id)?),
            ["pages"] => Self::Posts(PostType::Page),
            ["pages", id] => Self::Post(PostType::Page, number(id)?),
            ["categories"] => Self::Terms(Taxonomy::Category),
            ["categories", id] => Self::Term(Taxonomy::Category, number(id)?),
            ["tags"] => Self::Terms(Taxonomy::Tag),
            ["tags", id] => Self::Term(Taxonomy::Tag, number(id)?),
            ["users"] => Self::Users,
            ["users", "me"] => Self::Me,
            ["users", id] => Self::User(number(id)?),
            ["media", id] => Self::Image(number(id)?),
            ["comments"] => Self::Comments,
            ["comments", id] => Self::Comment(number(id)?),
            _ => return None,
        })
    }
}

/// The ID in a segment. It has digits only: `posts/abc` is not a route of WordPress.
fn number(segment: &str) -> Option<i64> {
    segment.bytes().all(|b| b.is_ascii_digit()).then(|| segment.parse().ok()).flatten()
}
