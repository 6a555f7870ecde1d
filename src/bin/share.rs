//! The smallest bundle: `<tadwina-share>`.

// The custom elements call the exported functions: there is nothing to run at the start.
#![cfg_attr(target_arch = "wasm32", no_main)]

#[cfg(target_arch = "wasm32")]
tadwina::bundle!(share);

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
