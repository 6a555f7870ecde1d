// What stays behind of a thousand discussions that came into a page and went: memory of the WebAssembly, of
// JavaScript after the collector ran, elements and listeners. What matters is not how much it is but whether
// it grows.

import { host } from '../../tests/support/host.mjs';
import { print } from '../measure.mjs';

/** Rounds after which everything is counted. What is filled once is full before the second. */
const ROUNDS = [100, 400, 700, 1000];
/** Growth counts from here on. */
const FROM = ROUNDS[1];
/** Longest wait for one discussion. Unit: milliseconds. */
const PATIENCE = 30_000;

const PAGE = `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><link rel="icon" href="data:,">
<title>صفحة</title><h1>صفحة</h1><div id="place"></div><script type="module" src="/tadwina/tadwina.js"></script></html>`;

/** In the page: keeps the memory of every program that starts. */
function keepMemories() {
  globalThis.memories = [];
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await original.apply(WebAssembly, given);
      // By what it is: the build shortens names.
      const found = Object.values((made.instance ?? made).exports).find((each) => each instanceof WebAssembly.Memory);
      if (found) globalThis.memories.push(found);
      return made;
    };
  }
}

/** What a page may do with each discussion. */
const WAYS = {
  shown: { hasFallback: false, isAnswered: true },
  'in place of a fallback': { hasFallback: true, isAnswered: true },
  // Its question is still on its way when it goes.
  'not answered yet': { hasFallback: false, isAnswered: false },
};

/** In the page: lets a discussion come and go, one after another. */
async function comeAndGo([times, post, { hasFallback, isAnswered }, patience]) {
  const shown = (comments, time) =>
    new Promise((ready, failed) => {
      const late = () => failed(new Error(`discussion ${time + 1} is not ready but “${comments.shadowRoot?.textContent}”`));
      const timer = setTimeout(late, patience);
      comments.addEventListener('tadwina-ready', () => {
        clearTimeout(timer);
        ready();
      });
      comments.addEventListener('tadwina-error', ({ detail }) => failed(new Error(detail.message)));
    });
  for (let time = 0; time < times; time += 1) {
    const comments = document.createElement('tadwina-comments');
    const api = isAnswered ? '/wp-json/' : '/never/wp-json/';
    for (const [name, value] of Object.entries({ api, post, loading: 'eager' })) comments.setAttribute(name, value);
    if (hasFallback) {
      const form = document.createElement('form');
      form.append(document.createElement('textarea'));
      comments.append(form);
    }
    const isShown = isAnswered && shown(comments, time);
    document.querySelector('#place').append(comments);
    await isShown;
    while (!comments.shadowRoot?.querySelector('.td-page')) await new Promise(requestAnimationFrame);
    comments.remove();
    // Whatever ends with it has ended one task later.
    await new Promise((next) => setTimeout(next));
  }
}

async function counted(page, session) {
  // Twice: what the first frees may hold others.
  for (let time = 0; time < 2; time += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name) => metrics.find((each) => each.name === name).value;
  return {
    wasm: await page.evaluate(() => globalThis.memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0)),
    heap: (await session.send('Runtime.getHeapUsage')).usedSize,
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
  };
}

async function measure(browser, url, post, way) {
  const page = await browser.newPage();
  try {
    await page.addInitScript(keepMemories);
    await page.goto(url);
    await page.waitForFunction(() => customElements.get('tadwina-comments'));
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    await session.send('HeapProfiler.enable');
    const counts = [];
    let done = 0;
    for (const round of ROUNDS) {
      await page.evaluate(comeAndGo, [round - done, post, way, PATIENCE]);
      done = round;
      counts.push(await counted(page, session));
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
    return { html: await answer.text(), status: answer.status, headers: Object.fromEntries(kept.map((name) => [name, answer.headers.get(name)])) };
  };
  return ({ pathname, search }) => {
    const path = pathname + search;
    if (!answers.has(path)) answers.set(path, ask(path));
    return answers.get(path);
  };
}

export async function memory(browser, { api, article }) {
  const server = await host({ pages: { '/': PAGE, '/wp-json/*': remembered(api), '/never/*': () => new Promise(() => {}) } });
  try {
    console.log(`memory: <tadwina-comments> mounted and unmounted ${ROUNDS.at(-1)} times, after the garbage collector`);
    const all = {};
    for (const [name, way] of Object.entries(WAYS)) all[name] = await measure(browser, server.url, article.id, way);
    const kib = (value) => `${(value / 1024).toFixed(0)} KiB`;
    print(
      Object.entries(all).flatMap(([way, counts]) =>
        counts.map(({ wasm, heap, nodes, listeners }, index) => ({
          discussion: way, times: ROUNDS[index], WebAssembly: kib(wasm), 'JS heap': kib(heap), nodes, listeners,
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
