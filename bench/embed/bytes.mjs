// What a browser downloads before an element shows that stands alone in a page, and what it asks the site
// for. The same files as they lie in the package, compressed by scripts/embed-size.mjs, stand beside it.

import { filesFor, KINDS, sizes } from '../../scripts/embed-size.mjs';
import { host } from '../../tests/support/host.mjs';
import { print } from '../measure.mjs';

/** Longest wait for an element. Unit: milliseconds. */
const PATIENCE = 30_000;

const page = (
  kind,
  id,
) => `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><link rel="icon" href="data:,">
<title>صفحة</title><h1>صفحة</h1>
<tadwina-${kind} loading="eager" ${['share', 'blog'].includes(kind) ? '' : `post="${id}"`}></tadwina-${kind}>
<script type="module" src="/tadwina/tadwina.js"></script></html>`;

/** In the page: notes when the element was ready. */
function noteReady() {
  addEventListener('tadwina-ready', () => {
    globalThis.readyAt ??= performance.now();
  });
  addEventListener('tadwina-error', ({ detail }) => {
    globalThis.failed = detail.message;
  });
}

/** In the page: what was asked for before the element was ready; nothing until all `expected` are noted as here. */
function cameBefore(expected) {
  const entries = performance.getEntriesByType('resource').filter(({ name }) => name.startsWith(location.origin));
  if (!globalThis.readyAt || entries.length < expected) return undefined;
  return entries
    .filter(({ startTime }) => startTime < globalThis.readyAt)
    .map(({ name, encodedBodySize }) => ({ path: new URL(name).pathname, bytes: encodedBodySize }));
}

/** Browsers before 2025 have no sanitiser. Runs in the page. */
function withoutSanitiser() {
  delete Element.prototype.setHTML;
}

async function load(browser, server, path, init) {
  server.hits.length = 0;
  const context = await browser.newContext();
  try {
    const tab = await context.newPage();
    for (const script of init) await tab.addInitScript(script);
    tab.setDefaultTimeout(PATIENCE);
    await tab.goto(server.url + path);
    await tab.waitForFunction(() => {
      if (globalThis.failed) throw new Error(globalThis.failed);
      return globalThis.readyAt;
    });
    // The browser notes a file a little after it has used it. One hit is the page itself.
    const came = await (await tab.waitForFunction(cameBefore, server.hits.length - 1)).jsonValue();
    const sum = (files) => files.reduce((total, { bytes }) => total + bytes, 0);
    const below = (folder) => came.filter(({ path: file }) => file.startsWith(folder));
    const own = below('/tadwina/');
    return { bytes: sum(own), files: own.length, asked: sum(below('/wp-json/')) };
  } finally {
    await context.close();
  }
}

export async function bytes(browser, { api, article }) {
  const pages = Object.fromEntries(KINDS.map((kind) => [`/${kind}/`, page(kind, article.id)]));
  const server = await host({ pages, api });
  try {
    console.log('bytes before an element shows, alone in its page, as the browser counted them (brotli)');
    const rows = [];
    for (const kind of KINDS) {
      const { bytes: now, files, asked } = await load(browser, server, `/${kind}/`, [noteReady]);
      const old = await load(browser, server, `/${kind}/`, [noteReady, withoutSanitiser]);
      const expected = filesFor(kind).reduce((sum, name) => sum + sizes(name).brotli, 0);
      rows.push({
        element: `tadwina-${kind}`,
        files,
        bytes: now,
        'in the package': expected,
        ratio: (now / expected).toFixed(2),
        'answers of the site': asked,
        'without a sanitiser': old.bytes,
      });
    }
    print(rows);
  } finally {
    await server.close();
  }
}
