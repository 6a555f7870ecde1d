// Registers the elements.

import { define } from './elements.js';

define();
