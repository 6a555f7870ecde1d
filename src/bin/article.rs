//! The bundle for pages that have a `<tadwina-article>`, and with it any of the smaller elements.

// The custom elements call the exported functions: there is nothing to run at the start.
#![cfg_attr(target_arch = "wasm32", no_main)]

#[cfg(target_arch = "wasm32")]
tadwina::bundle!(share, comments, article);

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
