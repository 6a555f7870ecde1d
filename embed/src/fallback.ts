// What the page put into an element to be shown before it starts, and whether a reader uses it. Not Rust: the fallback is
// there before and without the WASM.

import { around, windowOf } from './shadow.js';
import { Takeover } from './takeover.js';

/** Elements that show nothing. */
const NOT_SHOWN = ['noscript', 'template'];

/** Whether `host` has a fallback. What is slotted is none. */
export const hasFallback = (host: Element): boolean =>
  [...host.childNodes].some((node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent?.trim() !== '';
    const { localName, slot } = node as Element;
    return node.nodeType === Node.ELEMENT_NODE && !slot && !NOT_SHOWN.includes(localName);
  });

/** The templates of the widgets that are there. One that is not among them came with a copy of the page. */
const held = new WeakSet<Element>();

/**
 * Puts what `host` holds into a template within it, so that it is not shown and yet goes along where the page is copied:
 * Turbo and htmx keep copies, and show one when the reader goes back.
 */
export function holdFallback(host: Element): HTMLTemplateElement {
  const template = document.createElement('template');
  template.dataset.tadwinaFallback = '';
  template.content.append(...host.childNodes);
  held.add(template);
  host.append(template);
  return template;
}

/** Takes out what a widget has left in a copy of its host, and puts the fallback back that it held. */
export function restoreFallback(host: Element): void {
  const template = host.querySelector<HTMLTemplateElement>(':scope > template[data-tadwina-fallback]');
  if (template && !held.has(template)) host.replaceChildren(template.content);
}

/** Whether a menu of the fallback is open. Browsers without popovers do not know the selector. */
const isOpen = (host: Element): boolean =>
  CSS.supports('selector(:popover-open)') && host.querySelector(':popover-open') !== null;

/** Whether somebody is in the fallback with the keyboard or has a menu of it open, or has written what cannot be taken over. */
const isUsed = (host: Element, takeover: Takeover): boolean => isOpen(host) || !takeover.isPossible();

/**
 * What can be seen of the fallback and is in the view too: the field for a comment first, then comments (`#comment-7`).
 * Where comments contain others, the innermost.
 */
export function anchorsInSight(host: Element): Element[] {
  const comments = [...host.querySelectorAll('[id^="comment-"]')].filter(({ id }) => /^comment-\d+$/.test(id));
  const seen = [...host.querySelectorAll('textarea'), ...comments].filter((element) => {
    const { top, bottom, height } = element.getBoundingClientRect();
    return height > 0 && bottom > 0 && top < windowOf(host).innerHeight;
  });
  return seen.filter((element) => !seen.some((other) => other !== element && element.contains(other)));
}

/** The same field or comment in `container`. */
export const counterpart = ({ localName, id }: Element, container: Element): Element | null =>
  container.querySelector(localName === 'textarea' ? localName : `[id="${id}"]`);

/** Whether a reader is amid comments of which `container` has none: they may be older than those that it shows. */
function isRead(host: Element, container: Element): boolean {
  if (host.getBoundingClientRect().top >= 0) return false;
  const seen = anchorsInSight(host);
  return seen.length > 0 && !seen.some((element) => counterpart(element, container));
}

/** Whether `container` has nothing but an error to show, such as that of a setting. */
const hasFailed = (container: Element): boolean => container.querySelector('[data-error][data-part]') !== null;

/** What scrolls `element`. */
export function scrollerOf(element: Element): Element {
  for (let each = around(element); each; each = around(each)) if (each.scrollTop > 0) return each;
  const { scrollingElement, documentElement } = element.ownerDocument;
  return scrollingElement ?? documentElement;
}

/**
 * Calls `upgrade` as soon as no reader loses what they write or read when `container` takes the fallback's place. `ready` is
 * fulfilled when everything in `container` is in its place. Returns what checks again: a view that has failed may be corrected.
 */
export function whenUnused(
  host: Element,
  container: Element,
  { signal, ready, upgrade }: { signal: AbortSignal; ready: () => Promise<unknown>; upgrade: () => void },
): () => void {
  const waiting = new AbortController();
  const takeover = new Takeover(host, container);
  const check = () => {
    if (waiting.signal.aborted || hasFailed(container) || isUsed(host, takeover) || isRead(host, container)) return;
    waiting.abort();
    takeover.around(upgrade);
  };
  const checkLater = () => {
    setTimeout(() => void ready().then(check));
  };
  const options = { capture: true, passive: true, signal: waiting.signal };
  for (const event of ['focusout', 'reset', 'toggle', 'compositionend']) {
    host.addEventListener(event, checkLater, options);
  }
  host.ownerDocument.addEventListener('scroll', checkLater, options);
  // The document does not hear what scrolls in a shadow tree.
  scrollerOf(host).addEventListener('scroll', checkLater, options);
  signal.addEventListener('abort', () => waiting.abort(), options);
  checkLater();
  return checkLater;
}
