// From a cold start to the first comment on the screen: the page, the element in a page of somebody else, and a static
// HTML file with the first 50 comments.

import { brotli } from '../../scripts/budget.mjs';
import { preview } from '../../scripts/preview.mjs';
import { DIST } from '../../tests/e2e/support/blog.mjs';
import { host } from '../../tests/support/host.mjs';
import { POST_ID, POST_PATH } from '../../tests/support/long-discussion.mjs';
import { CPU_SLOWDOWN, median, NETWORK, print, serve } from '../measure.mjs';
import { staticList, staticPage } from './static.mjs';

const RUNS = 5;
const STATIC_COMMENTS = 50;
const TIMEOUT_MS = 60_000;

/**
 * Runs in the page: notes when the first comment is painted, in the page or in an element, which is the first task after
 * the first frame in which it has a box.
 */
export function observeComments(selector) {
  globalThis.noted = { first: 0, tasks: [] };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.noted.tasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
  const look = () => {
    const roots = [document, document.querySelector('tadwina-comments')?.shadowRoot];
    if (!roots.some((root) => root?.querySelector(selector)?.getClientRects().length)) {
      requestAnimationFrame(look);
      return;
    }
    const frame = new MessageChannel();
    frame.port1.onmessage = () => {
      globalThis.noted.first = performance.now();
    };
    frame.port2.postMessage(null);
  };
  requestAnimationFrame(look);
}

/** A page with the element in it, as docs/embedding.md has it. */
export const HOST_PAGE = `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"><title>خبز البيت</title><link rel="modulepreload" href="/tadwina/tadwina.js"><h1>خبز البيت</h1>
<tadwina-comments post="${POST_ID}" loading="eager"></tadwina-comments>
<script type="module" src="/tadwina/tadwina.js"></script></html>`;

/** The same with comments as the element's fallback, as tadwina's plugin writes it. */
export const pageWithFallback = (comments) =>
  HOST_PAGE.replace('</tadwina-comments>', `${staticList(comments)}</tadwina-comments>`);

async function open(context, url) {
  const page = await context.newPage();
  page.setDefaultTimeout(TIMEOUT_MS);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, ...NETWORK });
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  await page.addInitScript(observeComments, '.td-comment, .comment');
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(() => globalThis.noted.first > 0);
  const { first } = await page.evaluate(() => globalThis.noted);
  await page.close();
  return first;
}

/** The time of a first visit with nothing cached, and of a second one. */
async function visits(browser, url) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 2 });
  try {
    return { cold: await open(context, url), warm: await open(context, url) };
  } finally {
    await context.close();
  }
}

/** The servers of the page, the element and the static file over one site. */
async function startServers(api, comments) {
  const file = brotli(Buffer.from(staticPage(comments.slice(0, STATIC_COMMENTS))));
  return {
    page: await preview({ dist: DIST, api }),
    element: await host({ pages: { [POST_PATH]: HOST_PAGE }, api }),
    'element with fallback': await host({
      pages: { [POST_PATH]: pageWithFallback(comments.slice(0, STATIC_COMMENTS)) },
      api,
    }),
    static: await serve((_, response) => {
      const headers = { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br' };
      response.writeHead(200, headers).end(file);
    }),
  };
}

/** Prints the time to the first comment. */
export async function firstComment(browser, api, comments) {
  const servers = await startServers(api, comments);
  const names = Object.keys(servers);
  const runs = Object.fromEntries(names.map((name) => [name, []]));
  try {
    // One load that does not count warms up the servers and the browser.
    for (const name of names) await visits(browser, servers[name].url + POST_PATH);
    for (let run = 0; run < RUNS; run += 1) {
      for (const name of names) runs[name].push(await visits(browser, servers[name].url + POST_PATH));
    }
  } finally {
    for (const server of Object.values(servers)) await server.close();
  }
  const middle = (name, when) => median(runs[name].map((run) => run[when]));
  console.log(
    `first of ${comments.length} comments painted; ${RUNS} runs in turn, medians; ${NETWORK.latency} ms, ` +
      `${(NETWORK.downloadThroughput * 8) / 1e6} Mbit/s down, CPU ${CPU_SLOWDOWN}x; static: ${STATIC_COMMENTS} comments as HTML`,
  );
  print(
    names.map((name) => ({
      page: name,
      'nothing cached': `${Math.round(middle(name, 'cold'))} ms`,
      ratio: (middle(name, 'cold') / middle('static', 'cold')).toFixed(2),
      'second visit': `${Math.round(middle(name, 'warm'))} ms`,
      'ratio of it': (middle(name, 'warm') / middle('static', 'warm')).toFixed(2),
    })),
  );
}
