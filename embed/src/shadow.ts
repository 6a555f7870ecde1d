// Shadow roots. Not Rust: an element has its own before any WASM is loaded, and when none comes.

import { styleSheet } from './styles.js';

/** The window of the document in which `node` stands. It may be another than that of this script. */
export const windowOf = (node: Node): Window & typeof globalThis => node.ownerDocument?.defaultView ?? window;

/** The element whose shadow root `tree` is. */
export const hostOf = (tree: Node): Element | undefined =>
  tree.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? (tree as Partial<ShadowRoot>).host : undefined;

/** The element around `element` in what is painted: through slots and out of shadow roots. */
export const around = (element: Element): Element | null | undefined =>
  element.assignedSlot ?? element.parentElement ?? hostOf(element.getRootNode());

export function slot(name?: string): HTMLSlotElement {
  const element = document.createElement('slot');
  if (name) element.name = name;
  return element;
}

/** Shows `content` in the shadow root of `host`, between the page's header and footer. */
export function showInShadow(host: Element, content: HTMLElement, css: string): void {
  const tree = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  tree.adoptedStyleSheets = [styleSheet(css, windowOf(host))];
  tree.replaceChildren(slot('header'), content, slot('footer'));
}
