// The bytes that a browser downloads until the only element of a page is shown: the bundle, and the responses of the
// site. For comparison, the size of the same files in the package, compressed by scripts/embed-size.mjs.

import { filesFor, KINDS, sizes } from '../../scripts/embed-size.mjs';
import { host } from '../../tests/support/host.mjs';
import { print, removeSanitiser } from '../measure.mjs';

/** Longest wait for an element. */
const READY_TIMEOUT_MS = 30_000;

const page = (
  kind,
  id,
) => `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><link rel="icon" href="data:,">
<title>صفحة</title><h1>صفحة</h1>
<tadwina-${kind} loading="eager" ${['share', 'blog'].includes(kind) ? '' : `post="${id}"`}></tadwina-${kind}>
<script type="module" src="/tadwina/tadwina.js"></script></html>`;

/** Runs in the page: notes when the element is ready. */
function noteReady() {
  addEventListener('tadwina-ready', () => {
    globalThis.readyAt ??= performance.now();
  });
  addEventListener('tadwina-error', ({ detail }) => {
    globalThis.failed = detail.message;
  });
}

/**
 * Runs in the page: the files that were requested before the element was ready. Returns nothing until the browser has
 * recorded as many as `expected`.
 */
function filesBeforeReady(expected) {
  const entries = performance.getEntriesByType('resource').filter(({ name }) => name.startsWith(location.origin));
  if (!globalThis.readyAt || entries.length < expected) return undefined;
  return entries
    .filter(({ startTime }) => startTime < globalThis.readyAt)
    .map(({ name, encodedBodySize }) => ({ path: new URL(name).pathname, bytes: encodedBodySize }));
}

async function load(browser, server, path, init) {
  server.hits.length = 0;
  const context = await browser.newContext();
  try {
    const tab = await context.newPage();
    for (const script of init) await tab.addInitScript(script);
    tab.setDefaultTimeout(READY_TIMEOUT_MS);
    await tab.goto(server.url + path);
    await tab.waitForFunction(() => {
      if (globalThis.failed) throw new Error(globalThis.failed);
      return globalThis.readyAt;
    });
    // The browser records a file a little after it has used it. One hit is the page itself.
    const loaded = await (await tab.waitForFunction(filesBeforeReady, server.hits.length - 1)).jsonValue();
    const sum = (files) => files.reduce((total, { bytes }) => total + bytes, 0);
    const below = (folder) => loaded.filter(({ path: file }) => file.startsWith(folder));
    const own = below('/tadwina/');
    return { bytes: sum(own), files: own.length, responses: sum(below('/wp-json/')) };
  } finally {
    await context.close();
  }
}

export async function bytes(browser, { api, article }) {
  const pages = Object.fromEntries(KINDS.map((kind) => [`/${kind}/`, page(kind, article.id)]));
  const server = await host({ pages, api });
  try {
    console.log('bytes until the only element of a page is shown, as the browser counts them (brotli)');
    const rows = [];
    for (const kind of KINDS) {
      const { bytes: now, files, responses } = await load(browser, server, `/${kind}/`, [noteReady]);
      const old = await load(browser, server, `/${kind}/`, [noteReady, removeSanitiser]);
      const expected = filesFor(kind).reduce((sum, name) => sum + sizes(name).brotli, 0);
      rows.push({
        element: `tadwina-${kind}`,
        files,
        bytes: now,
        'in the package': expected,
        ratio: (now / expected).toFixed(2),
        'responses of the site': responses,
        'without a sanitiser': old.bytes,
      });
    }
    print(rows);
  } finally {
    await server.close();
  }
}
