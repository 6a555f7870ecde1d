// What stays in memory after a thousand discussions were mounted and removed: memory of the WebAssembly, of JavaScript
// after garbage collection, nodes and listeners. The growth matters, not the size.

import { mountAndRemove, PAGE, startCounting } from '../../tests/support/growth.mjs';
import { host } from '../../tests/support/host.mjs';
import { print } from '../measure.mjs';

/** Rounds after which everything is counted. Caches are full before the second count. */
const ROUNDS = [100, 400, 700, 1000];
/** The growth is measured from this round on. */
const FROM = ROUNDS[1];

/** What happens to each discussion. */
const WAYS = {
  shown: { hasFallback: false, hasResponse: true },
  'in place of a fallback': { hasFallback: true, hasResponse: true },
  // Removed while its request is pending.
  'without a response': { hasFallback: false, hasResponse: false },
};

async function measure(browser, url, post, way) {
  const page = await browser.newPage();
  try {
    const count = await startCounting(page, url);
    const counts = [];
    let done = 0;
    for (const round of ROUNDS) {
      await mountAndRemove(page, round - done, post, way);
      done = round;
      counts.push(await count());
    }
    if (!counts[0].wasm) throw new Error('no WASM has started');
    return counts;
  } finally {
    await page.close();
  }
}

/** How much of `what` stays in memory for each discussion, between the second count and the last. */
const growth = (counts, what) => (counts.at(-1)[what] - counts[ROUNDS.indexOf(FROM)][what]) / (ROUNDS.at(-1) - FROM);

/**
 * Cached responses of a site: each is requested once. Otherwise WordPress would still be busy long after the last
 * discussion was removed.
 */
function cachedResponses(api) {
  const cache = new Map();
  const load = async (path) => {
    const response = await fetch(api + path);
    const names = ['content-type', 'x-wp-total', 'x-wp-totalpages', 'allow'];
    const headers = names
      .filter((name) => response.headers.has(name))
      .map((name) => [name, response.headers.get(name)]);
    return { html: await response.text(), status: response.status, headers: Object.fromEntries(headers) };
  };
  return ({ pathname, search }) => {
    const path = pathname + search;
    if (!cache.has(path)) cache.set(path, load(path));
    return cache.get(path);
  };
}

export async function memory(browser, { api, article }) {
  const server = await host({
    pages: { '/': PAGE, '/wp-json/*': cachedResponses(api), '/never/*': () => new Promise(() => {}) },
  });
  try {
    console.log(`memory: <tadwina-comments> mounted and unmounted ${ROUNDS.at(-1)} times, after the garbage collector`);
    const all = {};
    for (const [name, way] of Object.entries(WAYS)) all[name] = await measure(browser, server.url, article.id, way);
    const kib = (value) => `${(value / 1024).toFixed(0)} KiB`;
    print(
      Object.entries(all).flatMap(([way, counts]) =>
        counts.map(({ wasm, heap, nodes, listeners }, index) => ({
          discussion: way,
          times: ROUNDS[index],
          WebAssembly: kib(wasm),
          'JS heap': kib(heap),
          nodes,
          listeners,
        })),
      ),
    );
    print(
      Object.entries(all).map(([way, counts]) => ({
        [`growth per mount, ${FROM} to ${ROUNDS.at(-1)}`]: way,
        WebAssembly: `${growth(counts, 'wasm').toFixed(0)} B`,
        'JS heap': `${growth(counts, 'heap').toFixed(0)} B`,
        nodes: growth(counts, 'nodes').toFixed(2),
        listeners: growth(counts, 'listeners').toFixed(2),
      })),
    );
  } finally {
    await server.close();
  }
}
