// The program `src/bin/article.rs` with its styles. PROGRAM stands for what wasm-bindgen wrote.
export { default, mount, update, unmount } from 'PROGRAM/article.js';
export { goToFragment, textsShown } from 'PROGRAM/edge.js';
export { default as css } from 'STYLES/article.css';
