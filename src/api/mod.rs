//! WordPress's REST API as typed questions.

mod transport;

pub use transport::{Method, NoAnswer, Reply, Request, Transport};
