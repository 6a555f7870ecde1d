// The bundle of `src/bin/blog.rs`: its WASM and its styles. Not Rust: it is what loads the WASM.

export { textsShown } from 'wasm/blog/fallback.js';
export { default, goToFragment, mount, unmount, update } from 'wasm/blog.js';
export { default as css } from './blog.css';
