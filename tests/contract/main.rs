//! The client sends the same requests to the sandbox and to a real WordPress, and has to read the same from both.
//! If it does not, the sandbox is wrong. If it reads the same but not what a test expects, the client is wrong.
//!
//!     node tests/wordpress/wordpress.mjs run -- cargo test --test contract

#![expect(clippy::expect_used, clippy::panic, reason = "a helper fails with its test")]

mod comparable;
mod http;
mod posting;
mod reading;
mod sandbox;
mod site;
mod wordpress;
