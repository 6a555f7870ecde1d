//! The bundle of pages that have a `<tadwina-article>`, and with it any of the smaller elements.

// The page calls what is exported: nothing begins by itself.
#![cfg_attr(target_arch = "wasm32", no_main)]

#[cfg(target_arch = "wasm32")]
tadwina::bundle!(share, comments, article);

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
