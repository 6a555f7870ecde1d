//! The client sends the same requests to the sandbox and to a real WordPress, and has to read the same from both.
//! If it does not, the sandbox is wrong. If it reads the same but not what a test expects, the client is wrong.
//!
//!     node tests/wordpress/wordpress.mjs run -- cargo test --test contract
//!
//! With every version of WordPress the client reads the same. `--wordpress FOLDER` after `run` names another version.

#![expect(clippy::expect_used, clippy::panic, reason = "a helper fails with its test")]

mod comparable;
mod fates;
mod http;
mod posting;
mod reading;
mod refusing;
mod sandbox;
mod site;
mod wordpress;
