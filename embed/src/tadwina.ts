// For a script tag: one file at a stable address, which registers the elements. Not Rust: it is what a page loads first.

import { define } from './elements.js';

define();

export * from './index.js';
