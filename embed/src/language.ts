// The language of the page around an element. Not Rust: it also decides in which language a page reads that no WASM came.

import { hostOf } from './shadow.js';

/** The nearest `lang` around `element`, outside its shadow root too; empty where there is none. */
export function languageAround(element: Element): string {
  for (let each: Element | undefined = element; each; each = hostOf(each.getRootNode())) {
    const language = each.closest('[lang]')?.getAttribute('lang');
    if (language != null) return language;
  }
  return '';
}

/** Calls `changed` when the language around `element` changes, until `signal` aborts. */
export function followLanguage(element: Element, signal: AbortSignal, changed: () => void): void {
  let language = languageAround(element);
  const observer = new MutationObserver(() => {
    const before = language;
    language = languageAround(element);
    if (language !== before) changed();
  });
  for (let tree: Node | undefined = element.getRootNode(); tree; tree = hostOf(tree)?.getRootNode()) {
    observer.observe(tree, { subtree: true, attributeFilter: ['lang'] });
  }
  signal.addEventListener('abort', () => observer.disconnect());
}
