// The program `src/bin/share.rs` with its styles. PROGRAM stands for what wasm-bindgen wrote.
export { default, goToFragment, mount, update, unmount } from 'PROGRAM/share.js';
export { textsShown } from 'PROGRAM/dompurify.js';
export { default as css } from 'STYLES/share.css';
