//! WordPress's rules for text, each in its own file.

pub mod autop;
pub mod comment_text;
pub mod email;
pub mod entities;
pub mod excerpt;
pub mod folding;
pub mod kses;
pub mod links;
pub mod pieces;
pub mod slug;
pub mod smilies;
pub mod texturize;
pub mod url;
