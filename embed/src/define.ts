// Registers the elements when it is imported. Not Rust: elements exist before any WASM does.

import { define } from './elements.js';

define();

export type * from './index.js';
