//! WordPress's rules for text, each in a file with WordPress's name for it.
//!
//! They cover what a reader posts and what a query asks for. The content of the sandbox is stored as WordPress gives it
//! out, so titles and bodies need no rules.

pub mod collation;
pub mod comment_text;
pub mod esc_url;
pub mod excerpt;
pub mod is_email;
pub mod kses;
pub mod sanitize_title;

/// Text of one paragraph as `wpautop` gives it out; nothing stays nothing.
#[must_use]
pub fn paragraph(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("<p>{text}</p>\n") }
}
