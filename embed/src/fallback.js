// What the page holds in an element for the time before, and how a part takes its place.

/** Whether the page put something into `host` to be shown meanwhile. What is slotted is no such thing. */
export const hasFallback = (host) =>
  [...host.childNodes].some(({ nodeType, localName, slot, textContent }) =>
    nodeType === Node.ELEMENT_NODE ? !slot && localName !== 'noscript' : nodeType === Node.TEXT_NODE && textContent.trim(),
  );

/** Whether somebody is in the fallback with the keyboard, or has written there. */
function isWritten(host) {
  // Of what is not shown, scripts are the writers.
  const isChanged = (field) => field.value !== field.defaultValue && field.getClientRects().length > 0;
  const fields = host.querySelectorAll('textarea, input:not([type="checkbox"], [type="radio"], [type="range"], [type="color"])');
  return host.querySelector(':focus-visible') !== null || [...fields].some(isChanged);
}

/**
 * What of the fallback is in sight and has a name in WordPress: the field for a comment, which comes first, and
 * comments (`#comment-7`). Where comments lie within each other, the innermost.
 */
function inSight(host) {
  const comments = [...host.querySelectorAll('[id^="comment-"]')].filter(({ id }) => /^comment-\d+$/.test(id));
  const seen = [...host.querySelectorAll('textarea'), ...comments].filter((element) => {
    const { top, bottom, height } = element.getBoundingClientRect();
    return height > 0 && bottom > 0 && top < innerHeight;
  });
  return seen.filter((element) => !seen.some((other) => other !== element && element.contains(other)));
}

/** The same in `root`. */
const counterpart = ({ localName, id }, root) => root.querySelector(localName === 'textarea' ? localName : `[id="${id}"]`);

/** Whether the reader is amid comments of which `root` has none: they may be older than those it shows. */
function isRead(host, root) {
  if (host.getBoundingClientRect().top >= 0) return false;
  const seen = inSight(host);
  return seen.length > 0 && !seen.some((element) => counterpart(element, root));
}

/** Whether the reader would lose what they write or read, were `root` here in place of the fallback. */
export const isInUse = (host, root) => isWritten(host) || isRead(host, root);

/** What scrolls `element`. */
export function scrollerOf(element) {
  const around = (each) => each.assignedSlot ?? each.parentElement ?? each.getRootNode().host;
  for (let each = around(element); each; each = around(each)) if (each.scrollTop > 0) return each;
  return document.scrollingElement ?? document.documentElement;
}

/** Larger than any margin that swallows another. Unit: CSS pixels. */
const MUCH = 10_000;

/**
 * Puts `root` into the place of the fallback and holds what is in sight: what stands above and below the element, and
 * within it the comment or the form that the reader finds again. All before anything is painted.
 */
export function takePlace(host, root, attach) {
  const scroller = scrollerOf(host);
  const top = (element) => element.getBoundingClientRect().top;
  const bottom = () => host.getBoundingClientRect().bottom;
  // Margins reach out of an element: where it ends, the next one knows, unless that stands elsewhere.
  const follower = host.nextElementSibling;
  const next = follower?.getClientRects().length && top(follower) >= bottom() ? follower : undefined;
  const end = () => (next ? top(next) : bottom());
  /** Where it begins in what scrolls. */
  const start = () => top(host) + scroller.scrollTop;

  const [startBefore, endBefore] = [start(), end()];
  const seen = (top(host) < 0 && inSight(host).find((element) => counterpart(element, root))) || host;
  const seenBefore = top(seen);
  attach();
  const held = seen === host ? host : counterpart(seen, root);

  const lost = () => startBefore - start();
  const indent = (margin) => (root.style.marginBlockStart = margin && `${margin}px`);
  let margin = lost();
  if (Math.abs(margin) >= 0.5) {
    // A margin reached out above. Another one there swallows a part of it: how much, only a larger one shows.
    if (margin > 0) {
      indent(MUCH);
      margin = MUCH + lost();
    }
    indent(margin);
    // Not every element begins lower for a margin: in the middle of a row it grows both ways.
    if (Math.abs(lost()) >= 0.5) indent('');
  }
  // Who has read on holds on to what follows. The browser may have scrolled by itself by now.
  const isPast = endBefore <= 0;
  const moved = () => (isPast ? end() - endBefore : top(held) - seenBefore);
  // Room, so that what follows does not come nearer; what is below the window may come up to it.
  const room = Math.min(endBefore, innerHeight) - end() + moved();
  if (room > 0) root.style.minBlockSize = `${root.getBoundingClientRect().height + room}px`;
  scroller.scrollBy({ top: moved(), behavior: 'instant' });
}
