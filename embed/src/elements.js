// The four elements. Each is a `Part` that begins, changes and ends with its element.

import { Part, SETTINGS } from './part.js';

// Servers that render pages import this too, and have no elements.
const Base = globalThis.HTMLElement ?? class {};

/** `comment-limit` as a property: `commentLimit`. */
export const camelCase = (name) => name.replace(/-./g, (hyphened) => hyphened[1].toUpperCase());

class TadwinaElement extends Base {
  static observedAttributes = SETTINGS;

  #part;

  connectedCallback() {
    // One that was moved goes on.
    if (this.#part) return;
    this.#takeProperties();
    const { kind } = this.constructor;
    this.#part = new Part(this, kind, (name) => this.getAttribute(name));
    this.#part.start(this.getAttribute('loading')?.trim() === 'eager');
  }

  /** A property that the page set before the element was known hides what would set the attribute. */
  #takeProperties() {
    for (const name of SETTINGS.map(camelCase).filter((property) => Object.hasOwn(this, property))) {
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
  }

  disconnectedCallback() {
    // Whether it goes or is only moved shows when the page has done what it is doing.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#part?.stop();
      this.#part = undefined;
    });
  }

  /** Moved without leaving the page. */
  connectedMoveCallback() {}

  attributeChangedCallback(name, before, now) {
    if (before !== now) this.#part?.change([name]);
  }
}

for (const name of SETTINGS) {
  Object.defineProperty(TadwinaElement.prototype, camelCase(name), {
    configurable: true,
    enumerable: true,
    get() {
      return this.getAttribute(name);
    },
    set(value) {
      if (value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
  });
}

export class TadwinaArticle extends TadwinaElement {
  static kind = 'article';
}

export class TadwinaComments extends TadwinaElement {
  static kind = 'comments';
}

export class TadwinaShare extends TadwinaElement {
  static kind = 'share';
}

export class TadwinaBlog extends TadwinaElement {
  static kind = 'blog';
}

/** Registers the elements that the page does not have yet. Where there are no elements it does nothing. */
export function define() {
  if (!globalThis.customElements) return;
  for (const element of [TadwinaArticle, TadwinaComments, TadwinaShare, TadwinaBlog]) {
    const tag = `tadwina-${element.kind}`;
    if (!customElements.get(tag)) customElements.define(tag, element);
  }
}
