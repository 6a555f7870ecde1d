// The program `src/bin/share.rs` with its styles. PROGRAM stands for what wasm-bindgen wrote.
export { default, mount, update, unmount } from 'PROGRAM/share.js';
export { goToFragment, textsShown } from 'PROGRAM/edge.js';
export { default as css } from 'STYLES/share.css';
