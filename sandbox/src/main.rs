//! A WordPress REST API in one process.
fn main() {}
