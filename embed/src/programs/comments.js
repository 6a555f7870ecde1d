// The program `src/bin/comments.rs` with its styles. PROGRAM stands for what wasm-bindgen wrote.
export { default, goToFragment, mount, update, unmount } from 'PROGRAM/comments.js';
export { textsShown } from 'PROGRAM/dompurify.js';
export { default as css } from 'STYLES/comments.css';
