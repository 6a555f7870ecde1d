//! tadwina (تدوينة, "blog post"): a blog's articles and their discussion, Arabic first, as a small
//! WebAssembly application over WordPress's REST API.
//!
//! The modules, in the order in which they may use each other (`tests/conventions.rs` holds them to it):
//!
//! | module | what it knows |
//! | --- | --- |
//! | [`text`] | letters, entities, line ends |
//! | [`error`] | everything that can go wrong |
//! | [`model`] | articles, categories, comments, addresses; neither WordPress nor Leptos |
//! | [`api`] | WordPress's REST API as typed questions |
//! | [`i18n`] | every message in every language, numbers, dates |

pub mod api;
pub mod error;
pub mod i18n;
pub mod model;
pub mod text;
