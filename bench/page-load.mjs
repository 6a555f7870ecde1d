// Loads one article in these ways, each seven times in turn, in a slowed-down Chromium with a cold cache:
//
//   release  the release build in dist/, over the API of WordPress
//   served   the page of tadwina-server with its elements, from the cache of the server
//   theme    the page of WordPress's default theme
//   bare     a static HTML file with the same text
//   client   the smallest page that requests its text from an API: ten lines of script, no style
//   before   another release build, if TADWINA_DIST_BEFORE names its folder
//
// The WordPress is the newest that `make setup` installs. This machine serves all of them, compressed with brotli. Prints
// medians and ratios. Only the ratios hold for other machines. Call: node bench/page-load.mjs

import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

import { preview } from '../scripts/preview.mjs';
import { relay } from '../scripts/relay.mjs';
import { DIST } from '../tests/e2e/support/blog.mjs';
import { article } from '../tests/e2e/support/content.mjs';
import { CPU_SLOWDOWN, launch, median, NETWORK, NEWEST_WORDPRESS, print, serve, wordpress } from './measure.mjs';
import { startRelease } from './server/process.mjs';

const RUNS = 7;
const BEFORE = process.env.TADWINA_DIST_BEFORE;
/** A page has settled when nothing was loaded, painted or computed for this long. */
const QUIET_MS = 2_000;
/** Longest time until a page has settled. */
const SETTLE_TIMEOUT_MS = 60_000;

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The text of an article as a document without style, script or picture. */
export function bare({ title, html, author }) {
  return brotliCompressSync(
    `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<title>${escaped(title)}</title><h1>${escaped(title)}</h1><p>${escaped(author.name)}</p>${html}</html>`,
  );
}

/** A document that requests the article and shows its text. */
function client({ path }) {
  const slug = path.split('/').filter(Boolean).at(-1);
  return brotliCompressSync(
    `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<title>…</title><script>const coming = fetch('/wp-json/wp/v2/posts?_fields=title.rendered,content&slug=${slug}');</script><body><script>` +
      `coming.then((response) => response.json()).then(([{ title, content }]) => {` +
      `document.body.append(Object.assign(document.createElement('h1'), { textContent: title.rendered }));` +
      `document.body.append(Object.assign(document.createElement('div'), { innerHTML: content.rendered })); });</script></html>`,
  );
}

/** Runs in the page: notes what it paints and computes. */
function observe() {
  const noted = { fcp: 0, lcp: 0, element: '', tasks: [], changed: performance.now() };
  globalThis.noted = noted;
  const watch = (type, note) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) note(entry);
      noted.changed = performance.now();
    }).observe({ type, buffered: true });
  watch('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') noted.fcp = startTime;
  });
  watch('largest-contentful-paint', ({ startTime, element }) => {
    noted.lcp = startTime;
    noted.element = element ? `${element.localName}${element.className ? `.${element.className}` : ''}` : '';
  });
  watch('longtask', ({ startTime, duration }) => noted.tasks.push({ startTime, duration }));
  watch('resource', () => {});
}

/** Loads `url` once in a new context. Returns its times in milliseconds, its bytes and requests, and what was painted. */
export async function load(browser, url) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 2 });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    let bytes = 0;
    let requests = 0;
    const open = new Set();
    session.on('Network.requestWillBeSent', ({ requestId, request }) => {
      if (!request.url.startsWith('http')) return;
      requests += 1;
      open.add(requestId);
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (open.delete(requestId)) bytes += encodedDataLength;
    });
    session.on('Network.loadingFailed', ({ requestId }) => open.delete(requestId));
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', { offline: false, ...NETWORK });
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    await page.addInitScript(observe);
    await page.goto(url, { timeout: SETTLE_TIMEOUT_MS });

    const end = Date.now() + SETTLE_TIMEOUT_MS;
    while (
      open.size > 0 ||
      !(await page.evaluate((quiet) => performance.now() - globalThis.noted.changed > quiet, QUIET_MS))
    ) {
      if (Date.now() > end) throw new Error(`${url} did not settle within ${SETTLE_TIMEOUT_MS} ms`);
      await page.waitForTimeout(200);
    }
    const { fcp, lcp, element, tasks } = await page.evaluate(() => globalThis.noted);
    if (!fcp || !lcp) throw new Error(`${url} painted nothing`);
    const heading = await page.getByRole('heading', { level: 1 }).first().innerText();
    // As in Lighthouse: the time of each task beyond 50 ms, after the first paint.
    const blocking = tasks
      .filter(({ startTime }) => startTime > fcp)
      .reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0);
    return { fcp, lcp, blocking, bytes, requests, element, heading };
  } finally {
    await context.close();
  }
}

export async function pageLoad() {
  const basic = article('basic');
  const site = await wordpress(NEWEST_WORDPRESS);
  const pages = { bare: bare(basic), client: client(basic) };
  const toSite = relay(site.url);
  /** Serves the page `name` at the address of the article, and the API of the site. */
  const page = (name) =>
    serve((request, response) => {
      if (request.url === basic.path) {
        response
          .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br' })
          .end(pages[name]);
      } else if (request.url.startsWith('/wp-json/')) {
        toSite(request, response);
      } else {
        response.writeHead(404).end();
      }
    });
  const servers = {
    release: await preview({ dist: DIST, api: site.url }),
    served: await startRelease(site.url),
    theme: await serve(toSite),
    bare: await page('bare'),
    client: await page('client'),
    ...(BEFORE ? { before: await preview({ dist: BEFORE, api: site.url }) } : {}),
  };
  const browser = await launch();
  const runs = Object.fromEntries(Object.keys(servers).map((name) => [name, []]));
  try {
    // One load that does not count warms up the servers and the browser. Caches stay cold.
    for (const name of Object.keys(servers)) await load(browser, servers[name].url + basic.path);
    for (let run = 0; run < RUNS; run += 1) {
      for (const name of Object.keys(servers)) runs[name].push(await load(browser, servers[name].url + basic.path));
    }
    for (const [name, [{ heading }]] of Object.entries(runs)) {
      if (!heading.includes(basic.title)) throw new Error(`${name} shows "${heading}" instead of the article`);
    }

    const middle = (name, what) => median(runs[name].map((run) => run[what]));
    const milliseconds = (value) => `${Math.round(value)} ms`;
    console.log(
      `page load: ${basic.title}; ${RUNS} runs in turn, medians; ${NETWORK.latency} ms, ` +
        `${(NETWORK.downloadThroughput * 8) / 1e6} Mbit/s down, ${(NETWORK.uploadThroughput * 8) / 1e3} kbit/s up, CPU ${CPU_SLOWDOWN}x; ` +
        `Chromium ${browser.version()}`,
    );
    print(
      Object.keys(runs).map((name) => ({
        page: name,
        'first paint': milliseconds(middle(name, 'fcp')),
        'largest paint': milliseconds(middle(name, 'lcp')),
        blocking: milliseconds(middle(name, 'blocking')),
        bytes: `${(middle(name, 'bytes') / 1024).toFixed(1)} KiB`,
        requests: middle(name, 'requests'),
        'largest element': runs[name][0].element,
      })),
    );
    const pairs = [['served', 'bare'], ...['served', 'release', 'bare', 'client'].map((name) => [name, 'theme'])];
    if (BEFORE) pairs.push(['release', 'before']);
    print(
      pairs.map(([name, other]) => {
        const ratio = (what) => (middle(name, what) / middle(other, what)).toFixed(2);
        return {
          ratio: `${name} / ${other}`,
          'first paint': ratio('fcp'),
          'largest paint': ratio('lcp'),
          bytes: ratio('bytes'),
          requests: ratio('requests'),
        };
      }),
    );
  } finally {
    await browser.close();
    for (const server of Object.values(servers)) await server.close();
    await site.stop();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await pageLoad();
