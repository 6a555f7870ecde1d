//! tadwina.
fn main() {}
