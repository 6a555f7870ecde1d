// The bundle of `src/bin/blog.rs`: its WASM and its styles. Not Rust: it is what loads the WASM.

export { goToFragment, textsShown } from 'wasm/blog/edge.js';
export { default, mount, unmount, update } from 'wasm/blog.js';
export { default as css } from './blog.css';
