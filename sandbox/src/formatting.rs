//! WordPress's rules for text, each in a file with the name of WordPress's function.
//!
//! They apply to posted comments and to queries. The content of the sandbox is stored as WordPress sends it, so titles
//! and bodies need no rules.

pub mod collation;
pub mod comment_text;
pub mod esc_url;
pub mod excerpt;
pub mod is_email;
pub mod kses;
pub mod sanitize_title;

/// Text of one paragraph as `wpautop` returns it. Empty text stays empty.
#[must_use]
pub fn paragraph(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("<p>{text}</p>\n") }
}
