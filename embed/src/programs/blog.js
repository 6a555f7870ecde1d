// The program `src/bin/blog.rs` with its styles. PROGRAM stands for what wasm-bindgen wrote.
export { default, goToFragment, mount, update, unmount } from 'PROGRAM/blog.js';
export { textsShown } from 'PROGRAM/dompurify.js';
export { default as css } from 'STYLES/blog.css';
