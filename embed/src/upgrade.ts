// A view takes the place of the fallback, and nothing in sight moves. Not Rust: the bundles load faster without it, and it
// measures what the page put there.

import { anchorsInSight, counterpart, scrollerOf } from './fallback.js';
import { windowOf } from './shadow.js';

/** Larger than any margin with which another can collapse. */
const LARGE_MARGIN_PX = 10_000;

/**
 * Calls `attach`, which puts `container` into the place of the fallback. Holds where what stands above and below the host
 * is, and within it the comment or the form that is read. All of it before anything is painted.
 */
export function takePlace(host: Element, container: HTMLElement, attach: () => void): void {
  const scroller = scrollerOf(host);
  const top = (element: Element) => element.getBoundingClientRect().top;
  const bottom = () => host.getBoundingClientRect().bottom;
  // Margins reach out of an element: only the next element shows where it ends, unless that stands beside it.
  const follower = host.nextElementSibling;
  const next = follower?.getClientRects().length && top(follower) >= bottom() ? follower : undefined;
  const end = () => (next ? top(next) : bottom());
  const start = () => top(host) + scroller.scrollTop;

  const [startBefore, endBefore] = [start(), end()];
  const anchor = top(host) < 0 ? anchorsInSight(host).find((element) => counterpart(element, container)) : undefined;
  const anchorBefore = top(anchor ?? host);
  attach();
  const held = (anchor && counterpart(anchor, container)) ?? host;
  holdStart(container, () => startBefore - start());

  // Who has read past the element keeps what follows. The browser may have scrolled by itself.
  const moved = () => (endBefore <= 0 ? end() - endBefore : top(held) - anchorBefore);
  // Room, so that what follows does not come nearer; what is below the window may.
  const room = Math.min(endBefore, windowOf(host).innerHeight) - end() + moved();
  if (room > 0) container.style.minBlockSize = `${container.getBoundingClientRect().height + room}px`;
  scroller.scrollBy({ top: moved(), behavior: 'instant' });
}

/** Gives `container` a margin where one of the fallback reached out above the host. `lost`: by how much the host rose. */
function holdStart(container: HTMLElement, lost: () => number): void {
  const setMargin = (margin: string) => {
    container.style.marginBlockStart = margin;
  };
  let margin = lost();
  if (Math.abs(margin) < 0.5) return;
  // Another margin there collapses with it: how far, only a larger one shows.
  if (margin > 0) {
    setMargin(`${LARGE_MARGIN_PX}px`);
    margin = LARGE_MARGIN_PX + lost();
  }
  setMargin(margin ? `${margin}px` : '');
  // Not every element starts lower for a margin: in the middle of a row it grows both ways.
  if (Math.abs(lost()) >= 0.5) setMargin('');
}
