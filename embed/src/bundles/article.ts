// The bundle of `src/bin/article.rs`: its WASM and its styles. Not Rust: it is what loads the WASM.

export { textsShown } from 'wasm/article/fallback.js';
export { default, goToFragment, mount, unmount, update } from 'wasm/article.js';
export { default as css } from './article.css';
