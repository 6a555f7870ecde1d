// The bundle of `src/bin/comments.rs`: its WASM and its styles. Not Rust: it is what loads the WASM.

export { textsShown } from 'wasm/comments/fallback.js';
export { default, goToFragment, mount, unmount, update } from 'wasm/comments.js';
export { default as css } from './comments.css';
