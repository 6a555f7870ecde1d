//! WordPress's REST API as typed questions.

mod client;
mod json;
mod mapping;
mod posting;
mod refusal;
mod root;
mod transport;

pub use client::Client;
pub use posting::Commenting;
pub use root::ApiRoot;
pub use transport::{Method, NoAnswer, Reply, Request, Transport};
