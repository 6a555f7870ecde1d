// Loads a page on a phone or a desktop with a cold cache, and notes when forms are painted and what shifts. Every device
// has the slow network and processor of bench/page-load.mjs, so that the page is shown before the script loads.

import { CPU_SLOWDOWN, NETWORK } from '../measure.mjs';

export const DEVICES = {
  phone: { viewport: { width: 412, height: 823 }, deviceScaleFactor: 2 },
  desktop: { viewport: { width: 1280, height: 800 } },
};

/** A page has settled when nothing was loaded, shifted or painted for this long. */
const QUIET_MS = 1_000;
/** Longest time until a page has settled. */
const SETTLE_TIMEOUT_MS = 60_000;

/**
 * Runs in the page. A form counts as painted at the first task after the first frame in which it has a box. The check is
 * the same for every form, and the layout that it causes is needed for the frame anyway.
 */
function observe() {
  const noted = { painted: {}, shifts: [], ready: 0, failed: '', changed: performance.now() };
  globalThis.noted = noted;
  const forms = {
    theme: () => document.querySelector('#commentform'),
    tadwina: () => document.querySelector('tadwina-comments')?.shadowRoot?.querySelector('form.td-comment-box'),
  };
  const checkForms = () => {
    const now = Object.keys(forms).filter((name) => !(name in noted.painted) && forms[name]()?.getClientRects().length);
    for (const name of now) {
      noted.painted[name] = 0;
      const frame = new MessageChannel();
      frame.port1.onmessage = () => {
        noted.painted[name] = performance.now();
        noted.changed = performance.now();
      };
      frame.port2.postMessage(null);
    }
    requestAnimationFrame(checkForms);
  };
  requestAnimationFrame(checkForms);
  const watch = (type, note = () => {}) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) note(entry);
      noted.changed = performance.now();
    }).observe({ type, buffered: true });
  watch('layout-shift', ({ startTime, value, hadRecentInput, sources }) => {
    const name = ({ node }) =>
      node &&
      [node.localName ?? node.nodeName, node.id && `#${node.id}`, node.classList?.[0] && `.${node.classList[0]}`].join(
        '',
      );
    if (!hadRecentInput) noted.shifts.push({ startTime, value, moved: sources.map(name).filter(Boolean) });
  });
  watch('largest-contentful-paint');
  watch('longtask');
  watch('resource');
  addEventListener('tadwina-ready', () => {
    noted.ready = noted.changed = performance.now();
  });
  addEventListener('tadwina-error', ({ detail }) => {
    noted.failed = detail.message;
  });
}

/** The largest sum of shifts within five seconds that follow each other within one second: what browsers call CLS. */
function layoutShift(shifts) {
  let [worst, sum, first, last] = [0, 0, 0, -Infinity];
  for (const { startTime, value } of shifts) {
    if (startTime - last > 1_000 || startTime - first > 5_000) [sum, first] = [0, startTime];
    sum += value;
    last = startTime;
    worst = Math.max(worst, sum);
  }
  return worst;
}

/**
 * Loads `url` once in a new context, until the page has settled and everything in `wanted` is noted: `ready`, or a form
 * by its name.
 */
export async function slowLoad(browser, url, { device, wanted }) {
  const context = await browser.newContext(DEVICES[device]);
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(SETTLE_TIMEOUT_MS);
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', { offline: false, ...NETWORK });
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    await page.addInitScript(observe);
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction(
      ([names, quiet]) => {
        const { noted } = globalThis;
        if (document.readyState === 'loading') return false;
        if (noted.failed) throw new Error(noted.failed);
        return names.every((name) => noted[name] || noted.painted[name]) && performance.now() - noted.changed > quiet;
      },
      [wanted, QUIET_MS],
    );
    const { painted, shifts, ready } = await page.evaluate(() => globalThis.noted);
    const files = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name, startTime, responseEnd }) => ({ name, startTime, responseEnd })),
    );
    return { painted, ready, files, shift: layoutShift(shifts), shifts };
  } finally {
    await context.close();
  }
}
