//! Tests that send requests to the real router, over the small site in `tests/content`.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a helper fails with its test")]

mod client;

mod comments;
mod cors;
mod create_comment;
mod data_file;
mod faults;
mod fields_embed_envelope;
mod form;
mod index;
mod media;
mod outcomes;
mod posts;
mod process;
mod protected;
mod redirects;
mod terms;
mod theme;
mod users;
