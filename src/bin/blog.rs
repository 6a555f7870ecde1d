//! The bundle for pages that have a `<tadwina-blog>`, and with it any of the other elements.

// The custom elements call the exported functions: there is nothing to run at the start.
#![cfg_attr(target_arch = "wasm32", no_main)]

#[cfg(target_arch = "wasm32")]
tadwina::bundle!(share, comments, article; blog);

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
