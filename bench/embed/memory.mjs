// What stays behind of a thousand discussions that came into a page and went: memory of the WebAssembly, of
// JavaScript after the collector ran, elements and listeners. What matters is not how much it is but whether
// it grows.

import { comeAndGo, PAGE, start } from '../../tests/support/growth.mjs';
import { host } from '../../tests/support/host.mjs';
import { print } from '../measure.mjs';

/** Rounds after which everything is counted. What is filled once is full before the second. */
const ROUNDS = [100, 400, 700, 1000];
/** Growth counts from here on. */
const FROM = ROUNDS[1];

/** What a page may do with each discussion. */
const WAYS = {
  shown: { hasFallback: false, isAnswered: true },
  'in place of a fallback': { hasFallback: true, isAnswered: true },
  // Its question is still on its way when it goes.
  'not answered yet': { hasFallback: false, isAnswered: false },
};

async function measure(browser, url, post, way) {
  const page = await browser.newPage();
  try {
    const counted = await start(page, url);
    const counts = [];
    let done = 0;
    for (const round of ROUNDS) {
      await comeAndGo(page, round - done, post, way);
      done = round;
      counts.push(await counted());
    }
    if (!counts[0].wasm) throw new Error('the program was not seen to start');
    return counts;
  } finally {
    await page.close();
  }
}

/** How much of `what` stays behind of one discussion, between the second count and the last. */
const growth = (counts, what) => (counts.at(-1)[what] - counts[ROUNDS.indexOf(FROM)][what]) / (ROUNDS.at(-1) - FROM);

/**
 * The answers of a site, each asked for once. A thousand discussions would keep WordPress busy long after the last
 * has gone.
 */
function remembered(api) {
  const answers = new Map();
  const ask = async (path) => {
    const answer = await fetch(api + path);
    const kept = ['content-type', 'x-wp-total', 'x-wp-totalpages', 'allow'].filter((name) => answer.headers.has(name));
    return {
      html: await answer.text(),
      status: answer.status,
      headers: Object.fromEntries(kept.map((name) => [name, answer.headers.get(name)])),
    };
  };
  return ({ pathname, search }) => {
    const path = pathname + search;
    if (!answers.has(path)) answers.set(path, ask(path));
    return answers.get(path);
  };
}

export async function memory(browser, { api, article }) {
  const server = await host({
    pages: { '/': PAGE, '/wp-json/*': remembered(api), '/never/*': () => new Promise(() => {}) },
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
