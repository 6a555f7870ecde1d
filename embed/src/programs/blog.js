// The program `src/bin/blog.rs` with its styles. PROGRAM stands for what wasm-bindgen wrote.
export { default, mount, update, unmount } from 'PROGRAM/blog.js';
export { goToFragment, textsShown } from 'PROGRAM/edge.js';
export { default as css } from 'STYLES/blog.css';
