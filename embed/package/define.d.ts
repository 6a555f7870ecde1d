// Importing this registers the elements: `import 'tadwina/define'`.

import './index.js';

export {};
