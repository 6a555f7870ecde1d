//! WordPress's REST API as typed questions.

mod client;
mod mapping;
mod posting;
mod refusal;
mod root;
mod transport;

#[cfg(test)]
pub(crate) mod tests;

pub use client::Client;
pub use posting::Commenting;
pub use root::ApiRoot;
pub use transport::{Method, NoAnswer, Reply, Request, Transport};
