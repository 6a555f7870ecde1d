// The program `src/bin/article.rs` with its styles. PROGRAM stands for what wasm-bindgen wrote.
export { default, goToFragment, mount, update, unmount } from 'PROGRAM/article.js';
export { textsShown } from 'PROGRAM/dompurify.js';
export { default as css } from 'STYLES/article.css';
