// The program `src/bin/comments.rs` with its styles. PROGRAM stands for what wasm-bindgen wrote.
export { default, mount, update, unmount } from 'PROGRAM/comments.js';
export { goToFragment, textsShown } from 'PROGRAM/edge.js';
export { default as css } from 'STYLES/comments.css';
