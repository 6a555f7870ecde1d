//! Whose a comment is and where it comes from.

use std::str::FromStr;

use super::{ChangeToken, UserId};

/// Whose a comment is and where it is at home, as far as the site tells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origin {
    /// The user of the site who wrote it; `None` for visitors.
    pub user: Option<UserId>,
    /// The author's own site: absolute, `http` or `https`.
    pub website: Option<String>,
    /// The author's picture; `None` where the site shows none, or was not asked.
    pub avatar: Option<Avatar>,
    /// The comment's own address at the site, absolute, with its anchor.
    pub permalink: Option<String>,
    /// Where it was written, if that was not at the site.
    pub source: Option<Source>,
    /// With this its author changes it; `None` for everybody else.
    pub change: Option<ChangeToken>,
}

/// Whether the pictures of commenters are shown. WordPress's come from another company's servers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Avatars {
    /// A letter in the place of each.
    #[default]
    None,
    /// Those that the site names, wherever they are.
    Site,
}

/// A value of the setting other than `none` and `site`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("avatars are none or site")]
pub struct UnknownAvatars;

impl FromStr for Avatars {
    type Err = UnknownAvatars;

    fn from_str(name: &str) -> Result<Self, UnknownAvatars> {
        match name {
            "none" => Ok(Self::None),
            "site" => Ok(Self::Site),
            _ => Err(UnknownAvatars),
        }
    }
}

/// A square picture of an author, in two sizes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Avatar {
    /// Address of the picture of 48 pixels.
    pub small: String,
    /// Address of the picture of 96 pixels.
    pub large: Option<String>,
}

/// Where a comment was written that another site sent, as those of the fediverse are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Such as `mastodon.example`.
    pub host: String,
    /// Its address there: absolute, `http` or `https`.
    pub address: String,
}
