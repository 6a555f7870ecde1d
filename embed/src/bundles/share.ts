// The bundle of `src/bin/share.rs`: its WASM and its styles. Not Rust: it is what loads the WASM.

export { textsShown } from 'wasm/share/fallback.js';
export { default, goToFragment, mount, unmount, update } from 'wasm/share.js';
export { default as css } from './share.css';
