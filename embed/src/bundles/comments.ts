// The bundle of `src/bin/comments.rs`: its WASM and its styles. Not Rust: it is what loads the WASM.

export { goToFragment, textsShown } from 'wasm/comments/edge.js';
export { default, mount, unmount, update } from 'wasm/comments.js';
export { default as css } from './comments.css';
