//! The smallest bundle: `<tadwina-share>`.

// The page calls what is exported: nothing begins by itself.
#![cfg_attr(target_arch = "wasm32", no_main)]

#[cfg(target_arch = "wasm32")]
tadwina::bundle!(share);

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
