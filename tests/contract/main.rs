//! The client asks the sandbox and a real WordPress the same questions, and has to understand the same.
//! Where it does not, the sandbox is wrong; where both differ from what stands here, the client is.
//!
//!     node tests/wordpress/wordpress.mjs run -- cargo test --test contract

#![expect(clippy::expect_used, clippy::panic, reason = "the helpers of tests fail with their tests")]

mod http;
mod posting;
mod reading;
mod sandbox;
mod site;
mod understood;
mod wordpress;
