//! WordPress's REST API: [`Client`] has one method for each thing that is read or sent.

mod at_site;
mod changing;
mod client;
mod commenting;
mod comments;
mod decode;
mod lists;
mod mapping;
mod posting;
pub mod queries;
mod refusal;
mod root;
pub mod wire;

#[cfg(test)]
pub(crate) mod tests;

pub use at_site::AtSite;
pub use client::Client;
pub use commenting::Commenting;
pub use decode::{decode, is_json};
pub use root::{ApiRoot, likely_root};
