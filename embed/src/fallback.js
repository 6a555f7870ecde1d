// What the page holds in the element for the time before, and how a part takes its place.

/** Whether the page put something into `host` to be shown meanwhile. What is slotted is no such thing. */
export const hasFallback = (host) =>
  [...host.childNodes].some(({ nodeType, slot, textContent }) =>
    nodeType === Node.ELEMENT_NODE ? !slot : nodeType === Node.TEXT_NODE && textContent.trim(),
  );

/** Whether somebody writes in the fallback, or has written there. */
function isWritten(host) {
  const fields = [...host.querySelectorAll('textarea, input:not([type="hidden"], [type="checkbox"], [type="radio"])')];
  const focused = host.getRootNode().activeElement;
  return fields.some((field) => field === focused || field.value !== field.defaultValue);
}

/**
 * What of the fallback is in sight and has a name in WordPress: comments (`#comment-7`) and the field for a new one.
 * The field comes first.
 */
const inSight = (host) =>
  [...host.querySelectorAll('textarea'), ...host.querySelectorAll('[id^="comment-"]')].filter((element) => {
    const { top, bottom, height } = element.getBoundingClientRect();
    return height > 0 && bottom > 0 && top < innerHeight;
  });

/** The same in `root`: the comment, or the field for a new one. */
const counterpart = ({ id }, root) => root.querySelector(/^comment-\d+$/.test(id) ? `[id="${id}"]` : 'textarea');

/** Whether the reader is amid comments of which `root` has none: they may be older than those it shows. */
function isRead(host, root) {
  const seen = inSight(host);
  return host.getBoundingClientRect().top < 0 && seen.length > 0 && !seen.some((element) => counterpart(element, root));
}

/** Whether the reader would lose what they write or read, were `root` here in place of the fallback. */
export const isInUse = (host, root) => isWritten(host) || isRead(host, root);

/** What scrolls `element`. */
function scrollerOf(element) {
  for (let each = element; each; each = each.parentElement ?? each.getRootNode().host) if (each.scrollTop > 0) return each;
  return document.scrollingElement;
}

/**
 * Puts `root` into the place of the fallback and holds what is in sight: what stands above and below the element, and
 * within it the comment or the form that the reader finds again. All before anything is painted.
 */
export function takePlace(host, root, attach) {
  const scroller = scrollerOf(host);
  const next = host.nextElementSibling;
  const top = (element) => element.getBoundingClientRect().top;
  /** Where it begins in what scrolls. */
  const start = () => top(host) + scroller.scrollTop;
  /** Where it ends in the window. Margins reach out of it: the next element knows. */
  const end = () => (next?.getClientRects().length ? top(next) : host.getBoundingClientRect().bottom);

  const [startBefore, endBefore] = [start(), end()];
  const seen = (top(host) < 0 && inSight(host).find((element) => counterpart(element, root))) || host;
  const seenBefore = top(seen);
  attach();
  const held = seen === host ? host : counterpart(seen, root);

  // The margin that reached out above: how much of it another one swallows is seen only by trying.
  let margin = 0;
  for (let tries = 0; tries < 3 && Math.abs(startBefore - start()) >= 0.5; tries += 1) {
    margin += startBefore - start();
    root.style.marginBlockStart = `${margin}px`;
  }
  // Who has read on holds on to what follows. The browser may have scrolled by itself by now.
  const isPast = endBefore <= 0;
  const moved = () => (isPast ? end() - endBefore : top(held) - seenBefore);
  // Room, so that what follows does not come nearer; what is below the window may come up to it.
  const room = Math.min(endBefore, innerHeight) - end() + moved();
  if (room > 0) root.style.minBlockSize = `${root.getBoundingClientRect().height + room}px`;
  scroller.scrollBy({ top: moved(), behavior: 'instant' });
}
