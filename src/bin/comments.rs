//! The bundle for pages that have a `<tadwina-comments>`.

// The custom elements call the exported functions: there is nothing to run at the start.
#![cfg_attr(target_arch = "wasm32", no_main)]

#[cfg(target_arch = "wasm32")]
tadwina::bundle!(comments);

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
