//! The sandbox as a client meets it: every route, every refusal, through the real router.
//!
//! `tests/content` is a small site of its own, so that writing articles never breaks these tests.

#![expect(clippy::unwrap_used, clippy::panic, reason = "the helpers of tests fail with their tests")]

mod client;

mod comments_post;
mod comments_read;
mod cors;
mod faults;
mod form;
mod index;
mod media;
mod pages;
mod persistence;
mod posts;
mod program;
mod shapes;
mod terms;
mod users;
