// What the tests of embedding share: a host page of the test's own, a blog on another origin, and what the
// page hears.

import { test as base, expect } from '@playwright/test';

import { startSandbox } from '../e2e/support/sandbox.mjs';
import { host } from '../support/host.mjs';

export { expect };

/** Events that a page can hear (docs/embedding.md). */
const EVENTS = ['ready', 'navigate', 'share', 'comment-submit', 'comment-sent', 'error'].map(
  (name) => `tadwina-${name}`,
);

/** Notes what a page hears, before any script of its own runs. */
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
  // No sheet of the system's opens over the page.
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

/** What each page has asked for and not been answered yet. */
const unanswered = new WeakMap();

/** Follows what a page asks for. */
function follow(tab) {
  const asked = new Set();
  unanswered.set(tab, asked);
  tab.on('request', (request) => asked.add(request));
  for (const end of ['requestfinished', 'requestfailed']) tab.on(end, (request) => asked.delete(request));
}

/**
 * Playwright's test on host pages.
 *
 * - `api`: root of a sandbox's API; `sandbox` are its options. `another` is that of a second one.
 * - `site`: `url`, `put(path, page)`, and `hits`, what was asked of the host since the test began.
 * - `open(body, options)`: shows a page around `body`, at `path`; other options are those of `page` above.
 */
export const test = base.extend({
  sandbox: [[], { option: true }],

  ofWorker: [
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

  blog: async ({ ofWorker, sandbox }, use) => {
    await use((await ofWorker.sandbox(sandbox, 'first')).url);
  },

  api: async ({ blog }, use) => {
    await use(`${blog}/wp-json/`);
  },

  another: async ({ ofWorker, sandbox }, use) => {
    await use(`${(await ofWorker.sandbox(sandbox, 'second')).url}/wp-json/`);
  },

  site: async ({ ofWorker: { pages, server } }, use) => {
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

  /** What crashed; a test that means it empties the list. */
  crashes: async ({}, use) => {
    const crashes = [];
    await use(crashes);
    expect(crashes, 'nothing crashed').toEqual([]);
  },

  page: async ({ page: tab, crashes }, use) => {
    tab.on('pageerror', (error) => crashes.push(String(error)));
    tab.on('console', (message) => {
      if (message.type() === 'error' && /panicked|RuntimeError/.test(message.text())) crashes.push(message.text());
    });
    follow(tab);
    await tab.addInitScript(listen, EVENTS);
    await use(tab);
  },
});

/** What the page heard, of one type where one is named. */
export const heard = (tab, type) =>
  tab.evaluate((wanted) => globalThis.heard.filter((event) => !wanted || event.type === wanted), type);

/** Waits until the page has heard an event so many times; gives them. */
export async function hears(tab, type, times = 1) {
  await expect
    .poll(async () => (await heard(tab, type)).length, { message: `the page hears ${type}` })
    .toBeGreaterThanOrEqual(times);
  return heard(tab, type);
}

/** Waits until everything that was asked has been answered, and what the page does then is done. */
export async function settled(tab) {
  const frames = () =>
    tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const asked = unanswered.get(tab);
  // Once in a document Playwright waits for quiet as well: a program that has come is still to be compiled.
  await tab.waitForLoadState('networkidle');
  do {
    await frames();
    const waiting = () => [...asked].map((request) => request.url());
    await expect.poll(waiting, { message: 'everything that was asked is answered', intervals: [20] }).toEqual([]);
    await frames();
  } while (asked.size > 0);
}

/** The comment box within `host`. */
export function box(tab, host = 'tadwina-comments') {
  const form = tab.locator(`${host} form.td-comment-box`);
  return {
    form,
    text: form.locator('.td-comment-box__text'),
    name: form.locator('input[name="author"]'),
    email: form.locator('input[name="email"]'),
    number: form.locator('.td-character-count__number'),
    send: form.locator('button[type="submit"]'),
    notice: form.locator('.td-notice'),
    async fill(text, { name = 'قارئة', email = 'reader@example.org' } = {}) {
      await this.text.fill(text);
      await this.name.fill(name);
      await this.email.fill(email);
    },
  };
}

/** Answers what is asked in the site's place, so many times. Unlike a fault of the sandbox's it has CORS headers. */
export async function answer(tab, pattern, { status = 200, type = 'application/json', body = '{}' }, times = Infinity) {
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

/** Sets attributes of an element; null removes one. */
export const set = (tab, selector, attributes) =>
  tab.locator(selector).evaluate((element, changed) => {
    for (const [name, value] of Object.entries(changed)) {
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value);
    }
  }, attributes);
