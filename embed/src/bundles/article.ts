// The bundle of `src/bin/article.rs`: its WASM and its styles. Not Rust: it is what loads the WASM.

export { goToFragment, textsShown } from 'wasm/article/edge.js';
export { default, mount, unmount, update } from 'wasm/article.js';
export { default as css } from './article.css';
