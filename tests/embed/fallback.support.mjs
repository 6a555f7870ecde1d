// What the tests of the fallback share: what an element holds before its widget takes its place.

import { hold, REQUESTS } from '../e2e/support/page.mjs';
import { hears, settled } from './support.mjs';

export const FALLBACK = '<p id="fallback">ما كان هنا من قبل</p>';
export const fallback = (page) => page.locator('#fallback');

/** Runs in the page: notes every layout shift, and what moved. */
export function noteShifts() {
  const shifts = [];
  Object.defineProperty(globalThis, 'shifts', { value: shifts });
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
      shifts.push({
        value,
        moved: sources.map(
          ({ node, previousRect: a, currentRect: b }) =>
            `${node?.nodeName}#${node?.id} ${a.x},${a.y}→${b.x},${b.y} ${a.width}×${a.height}→${b.width}×${b.height}`,
        ),
      });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** The layout shifts so far. */
export const shifts = (page) => page.evaluate(() => globalThis.shifts);

/** Opens a page while the WASM is held back, and waits until the page requests it. Returns what releases it. */
export async function openWithoutWasm(page, open, body, options = {}) {
  const { release } = await hold(page, REQUESTS.wasm);
  const request = page.waitForRequest(REQUESTS.wasm);
  await open(body, { ...options, goto: { waitUntil: 'commit' } });
  await request;
  return release;
}

/** Waits until the widget has taken the place of the fallback. */
export async function upgraded(page) {
  await hears(page, 'tadwina-ready');
  await settled(page);
}
