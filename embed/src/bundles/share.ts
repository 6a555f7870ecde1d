// The bundle of `src/bin/share.rs`: its WASM and its styles. Not Rust: it is what loads the WASM.

export { goToFragment, textsShown } from 'wasm/share/edge.js';
export { default, mount, unmount, update } from 'wasm/share.js';
export { default as css } from './share.css';
