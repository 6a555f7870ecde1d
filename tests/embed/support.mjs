// What the tests of embedding share: a host page that the test writes, a blog on another origin, and the events that
// the page receives.

import { test as base, expect } from '@playwright/test';

import { fill, twoFrames, urls } from '../e2e/support/page.mjs';
import { startSandbox } from '../e2e/support/sandbox.mjs';
import { crashes, noteCrashes } from '../support/crashes.mjs';
import { EVENTS, host } from '../support/host.mjs';

export { expect };

/** Notes the events and the violations of a page, before any of its scripts runs. */
function listen(names) {
  const heard = [];
  const violations = [];
  Object.defineProperty(globalThis, 'heard', { value: heard });
  Object.defineProperty(globalThis, 'violations', { value: violations });
  for (const name of names) {
    addEventListener(name, (event) => {
      const { type, target, detail, bubbles, composed, cancelable } = event;
      heard.push({ type, element: target.localName, id: target.id, detail, bubbles, composed, cancelable });
    });
  }
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample, sourceFile, lineNumber }) => {
    violations.push({ violatedDirective, blockedURI, sample, sourceFile, lineNumber });
  });
  // Without the platform's share sheet, which would cover the page.
  delete Navigator.prototype.share;
  delete Navigator.prototype.canShare;
}

/** The script tag of docs/embedding.md. */
export const SCRIPT = '<script type="module" src="/tadwina/tadwina.js"></script>';

/** A host page around `body`. */
export function page(body, { lang = 'ar', dir = lang === 'ar' ? 'rtl' : 'ltr', head = '', script = SCRIPT } = {}) {
  return `<!doctype html>
<html lang="${lang}" dir="${dir}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>صفحة أخرى</title>
${head}
${script}
<body>
${body}
`;
}

/** The requests of each page that have no response yet. */
const pendingRequests = new WeakMap();

/** Follows the requests of a page. */
function follow(tab) {
  const pending = new Set();
  pendingRequests.set(tab, pending);
  tab.on('request', (request) => pending.add(request));
  for (const end of ['requestfinished', 'requestfailed']) tab.on(end, (request) => pending.delete(request));
}

/**
 * Playwright's test on host pages.
 *
 * - `api`: root of a sandbox's API; `sandbox` are the options of that sandbox. `another` is the API of a second one.
 * - `site`: the host: `url`, `put(path, page)`, and `hits`, the requests that it received during the test.
 * - `open(body, options)`: shows a page around `body`, at `path`. The host has the page at `at`, where that differs
 *   from `path`. Other options are those of `page` above.
 */
export const test = base.extend({
  sandbox: [[], { option: true }],

  workerServers: [
    async ({}, use) => {
      const pages = {};
      const server = await host({ pages });
      const running = new Map();
      const sandbox = (options, which) => {
        const key = JSON.stringify([options, which]);
        if (!running.has(key)) running.set(key, startSandbox(options));
        return running.get(key);
      };
      await use({ pages, server, sandbox });
      await server.close();
      for (const each of await Promise.allSettled(running.values())) await each.value?.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  blog: async ({ workerServers, sandbox }, use) => {
    await use((await workerServers.sandbox(sandbox, 'first')).url);
  },

  api: async ({ blog }, use) => {
    await use(`${blog}/wp-json/`);
  },

  another: async ({ workerServers, sandbox }, use) => {
    await use(`${(await workerServers.sandbox(sandbox, 'second')).url}/wp-json/`);
  },

  site: async ({ workerServers: { pages, server } }, use) => {
    const before = server.hits.length;
    pages['/favicon.ico'] = { html: '', status: 204 };
    await use({
      url: server.url,
      put: (path, page) => Object.assign(pages, { [path]: page }),
      get hits() {
        return server.hits.slice(before);
      },
    });
    for (const path of Object.keys(pages)) delete pages[path];
  },

  open: async ({ page: tab, site }, use) => {
    await use(async (body, { path = '/', at = path, headers = {}, goto, ...options } = {}) => {
      site.put(at, { html: page(body, options), headers });
      await tab.goto(site.url + path, goto);
    });
  },

  crashes,

  page: async ({ page: tab, crashes: list }, use) => {
    noteCrashes(tab, list);
    follow(tab);
    await tab.addInitScript(listen, EVENTS);
    await use(tab);
  },
});

/** The events that the page has received; with `type`, only those of that type. */
export const heard = (tab, type) =>
  tab.evaluate((wanted) => globalThis.heard.filter((event) => !wanted || event.type === wanted), type);

/** The types of the events that the page has received, in order. */
export const heardTypes = async (tab) => (await heard(tab)).map(({ type }) => type);

/** Waits until the page has received so many events of a type; returns them. */
export async function hears(tab, type, times = 1) {
  await expect
    .poll(async () => (await heard(tab, type)).length, { message: `the page hears ${type}` })
    .toBeGreaterThanOrEqual(times);
  return heard(tab, type);
}

/** Waits until no request is pending and the page has drawn what it received. */
export async function settled(tab) {
  const pending = pendingRequests.get(tab);
  // Playwright waits for a quiet network once in a document. A bundle that has loaded may still compile.
  await tab.waitForLoadState('networkidle');
  do {
    await twoFrames(tab);
    await expect
      .poll(() => urls([...pending]), { message: 'every request has its response', intervals: [20] })
      .toEqual([]);
    await twoFrames(tab);
  } while (pending.size > 0);
}

/** The title of the article that an element shows. */
export const title = (tab, host = 'tadwina-article') => tab.locator(`${host} .td-article__title`);

/** The heading of the comments that an element shows. */
export const heading = (tab, host = 'tadwina-comments') => tab.locator(`${host} .td-discussion__title`);

/** The comments that an element shows. */
export const comments = (tab, host = 'tadwina-comments') => tab.locator(`${host} .td-comment`);

/** Waits until an element shows comments, with the replies to them. */
export async function discussed(tab, host = 'tadwina-comments') {
  await expect(comments(tab, host).first()).toBeVisible();
  await expect(tab.locator(`${host} .td-discussion__more[aria-disabled="true"]`)).toHaveCount(0);
  await expect(tab.locator(`${host} .td-comment-list[aria-busy]`)).toHaveCount(0);
}

/** The comment box in an element. */
export function box(tab, host = 'tadwina-comments') {
  const form = tab.locator(`${host} form.td-comment-box`);
  return {
    form,
    text: form.locator('.td-comment-box__text'),
    name: form.locator('input[name="author"]'),
    email: form.locator('input[name="email"]'),
    count: form.locator('.td-character-count'),
    send: form.locator('button[type="submit"]'),
    notice: form.locator('.td-notice'),
    fill,
  };
}

/** Responds in place of the site, so many times. Unlike a fault of the sandbox, the response has CORS headers. */
export async function respond(
  tab,
  pattern,
  { status = 200, type = 'application/json', body = '{}' },
  times = Infinity,
) {
  let left = times;
  await tab.route(pattern, async (route, request) => {
    if (request.method() === 'OPTIONS' || left === 0) {
      await route.fallback();
      return;
    }
    left -= 1;
    await route.fulfill({ status, contentType: type, body, headers: { 'access-control-allow-origin': '*' } });
  });
}

/** Method and address of each request, sorted. */
export const addresses = (requests) => requests.map((request) => `${request.method()} ${request.url()}`).sort();

/** Sets attributes of an element; null removes one. */
export const set = (tab, selector, attributes) =>
  tab.locator(selector).evaluate((element, changed) => {
    for (const [name, value] of Object.entries(changed)) {
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value);
    }
  }, attributes);
