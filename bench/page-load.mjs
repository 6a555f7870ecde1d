// Loads one article four ways, five times in turn, in one slowed-down Chromium with a cold cache:
//
//   release  the release build in dist/, over WordPress's API
//   theme    the page that WordPress's own theme makes of it
//   bare     a static HTML file with the same text and nothing else
//   client   the least that any page can do which asks an API for its text: ten lines of script, no style
//
// All from this machine, all compressed with brotli. Prints medians, and ratios to the theme's page.
// The figures say nothing about other machines; the ratios do. Call: node bench/page-load.mjs

import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

import { preview } from '../scripts/preview.mjs';
import { relay } from '../scripts/relay.mjs';
import { DIST } from '../tests/e2e/support/blog.mjs';
import { article } from '../tests/e2e/support/content.mjs';
import { CPU, launch, median, NETWORK, print, serve, wordpress } from './measure.mjs';

const RUNS = 5;
/** A page has settled when nothing was loaded, painted or computed for this long. Unit: milliseconds. */
const QUIET_TIME = 2_000;
/** Longest time for one load to settle. Unit: milliseconds. */
const PATIENCE = 60_000;

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The same words as a document without style, script or picture. */
function bare({ title, html, author }) {
  return brotliCompressSync(
    `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<title>${escaped(title)}</title><h1>${escaped(title)}</h1><p>${escaped(author.name)}</p>${html}</html>`,
  );
}

/** Asks for the article and shows its text, and does nothing else. */
function client({ path }) {
  const slug = path.split('/').filter(Boolean).at(-1);
  return brotliCompressSync(
    `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<title>…</title><script>const coming = fetch('/wp-json/wp/v2/posts?_fields=title.rendered,content&slug=${slug}');</script><body><script>` +
      `coming.then((answer) => answer.json()).then(([{ title, content }]) => {` +
      `document.body.append(Object.assign(document.createElement('h1'), { textContent: title.rendered }));` +
      `document.body.append(Object.assign(document.createElement('div'), { innerHTML: content.rendered })); });</script></html>`,
  );
}

/** In the page: notes what it paints and computes. */
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

/** Loads `url` once in a context of its own. */
async function load(browser, url) {
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
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU });
    await page.addInitScript(observe);
    await page.goto(url, { timeout: PATIENCE });

    const end = Date.now() + PATIENCE;
    while (
      open.size > 0 ||
      !(await page.evaluate((quiet) => performance.now() - globalThis.noted.changed > quiet, QUIET_TIME))
    ) {
      if (Date.now() > end) throw new Error(`${url} did not settle within ${PATIENCE} ms`);
      await page.waitForTimeout(200);
    }
    const { fcp, lcp, element, tasks } = await page.evaluate(() => globalThis.noted);
    if (!fcp || !lcp) throw new Error(`${url} painted nothing`);
    const heading = await page.getByRole('heading', { level: 1 }).first().innerText();
    // As Lighthouse: what a task takes beyond 50 ms, after the first paint.
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
  const site = await wordpress();
  const pages = { bare: bare(basic), client: client(basic) };
  const toSite = relay(site.url);
  /** Serves the page `name` at the article's address, and the site's API beside it. */
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
    theme: await serve(toSite),
    bare: await page('bare'),
    client: await page('client'),
  };
  const browser = await launch();
  const runs = Object.fromEntries(Object.keys(servers).map((name) => [name, []]));
  try {
    // Once for nothing: servers and browser get warm, caches stay cold.
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
        `${(NETWORK.downloadThroughput * 8) / 1e6} Mbit/s down, ${(NETWORK.uploadThroughput * 8) / 1e3} kbit/s up, CPU ${CPU}x; ` +
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
    const ratio = (name, what) => (middle(name, what) / middle('theme', what)).toFixed(2);
    print(
      ['release', 'bare', 'client'].map((name) => ({
        'ratio to theme': name,
        'first paint': ratio(name, 'fcp'),
        'largest paint': ratio(name, 'lcp'),
        bytes: ratio(name, 'bytes'),
        requests: ratio(name, 'requests'),
      })),
    );
  } finally {
    await browser.close();
    for (const server of Object.values(servers)) await server.close();
    await site.stop();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await pageLoad();
