// Parts of a blog without custom elements: in any element, with options.

import { camelCase } from './elements.js';
import { Part, SETTINGS } from './part.js';

const KINDS = ['article', 'comments', 'share', 'blog'];

/** The options as settings; one that nobody knows is a mistake of the program that names it. */
function settings(options) {
  const known = new Map(SETTINGS.map((name) => [camelCase(name), name]));
  return Object.entries(options).map(([option, value]) => {
    if (!known.has(option)) throw new TypeError(`tadwina has no option ${option}`);
    return [known.get(option), value];
  });
}

/**
 * Shows a part of a blog in `target`. Fulfilled when its program is there; what goes wrong is told of by the
 * event `tadwina-error` and in the page.
 */
export async function mount(target, kind, options = {}) {
  if (!KINDS.includes(kind)) throw new TypeError(`tadwina has no ${kind}: ${KINDS.join(', ')}`);
  const set = new Map(settings(options));
  // Not every element can have one: better to hear of it now.
  if (set.get('shadow')?.trim() !== 'none' && !target.shadowRoot) {
    target.attachShadow({ mode: 'open' }).append(document.createElement('slot'));
  }
  const part = new Part(target, kind, (name) => set.get(name));
  await part.start(true);
  return {
    /** Changes the options named; one that is null or undefined is the default again. */
    update(changes) {
      const changed = settings(changes);
      for (const [name, value] of changed) set.set(name, value);
      part.change(changed.map(([name]) => name));
    },
    /** Takes it out of the page again. */
    unmount() {
      part.stop();
    },
  };
}
