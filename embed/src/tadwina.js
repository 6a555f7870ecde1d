// For a script tag: everything in one file at a stable address. Registers the elements.

import { define } from './elements.js';

define();

export * from './index.js';
