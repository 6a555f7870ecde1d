// Widgets without custom elements: in any element, with options. Not Rust: it is what loads the WASM.

import { KINDS } from './generated/attributes.js';
import { type Kind, NAMES, type Name, type Options } from './settings.js';
import { slot } from './shadow.js';
import { Widget } from './widget.js';

/** What `mount` put into an element. */
export interface Mounted<K extends Kind = Kind> {
  /** Changes the options named here and leaves the others; null and undefined mean the default. What the reader typed stays. */
  update(options: Options[K]): void;
  /** Takes it out again, for good. */
  unmount(): void;
}

/** Options as settings. One that does not exist is an error of the script that names it. */
function settingsOf(options: object): [Name, unknown][] {
  return Object.entries(options).map(([option, value]) => {
    const name = NAMES.get(option);
    if (!name) throw new TypeError(`tadwina has no option ${option}`);
    return [name, value];
  });
}

/**
 * Shows an article, a discussion, a share button or a blog in an element; events are dispatched on it. Unless
 * `shadow` is `none`, that must be able to have a shadow root; rejected with `NotSupportedError` where it is not.
 * Only in a browser, at once whatever `loading` says. Fulfilled when the bundle is there; what goes wrong is
 * told by `tadwina-error` and in the element.
 */
export async function mount<K extends Kind>(target: Element, kind: K, options?: Options[K]): Promise<Mounted<K>> {
  if (!KINDS.includes(kind)) throw new TypeError(`tadwina has no ${kind}: ${KINDS.join(', ')}`);
  const settings = new Map<Name, unknown>(settingsOf(options ?? {}));
  // Not every element can have a shadow root: that is better known now.
  if (settings.get('shadow')?.toString().trim() !== 'none' && !target.shadowRoot) {
    target.attachShadow({ mode: 'open' }).append(slot());
  }
  const widget = new Widget(target, kind, (name) => settings.get(name));
  await widget.start(true);
  return {
    update(changes) {
      const changed = settingsOf(changes);
      for (const [name, value] of changed) settings.set(name, value);
      widget.change(changed.map(([name]) => name));
    },
    unmount() {
      widget.stop();
    },
  };
}
