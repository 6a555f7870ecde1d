// What many tests do with a page.

import { expect } from '@playwright/test';

/** Patterns of requests, by kind. The kind stands in the path or, with plain permalinks, in the query. */
export const REQUESTS = {
  posts: /\/wp\/v2\/posts\b/,
  comments: /\/wp\/v2\/comments\b/,
  categories: /\/wp\/v2\/categories\b/,
  api: /\/wp-json\b|rest_route=/,
  form: /\/wp-comments-post\.php$/,
  wasm: /\.wasm$/,
  picture: /\/wp-content\/uploads\//,
  purifier: /purify/,
};

/** Goes to `path` and waits until the application shows the page or an error. */
export async function visit(page, path) {
  await page.goto(path);
  await shown(page);
}

/** Waits until the page has a heading and no placeholder. */
export async function shown(page) {
  await expect(page.locator('#td-main h1').first()).toBeVisible();
  await expect(page.locator('.td-placeholder')).toHaveCount(0);
}

/** Waits until the comments of an article are shown with the replies to them, or the notice that it has none. */
export async function discussed(page) {
  await expect(page.locator('.td-comment-list, .td-discussion__empty').first()).toBeVisible();
  await expect(page.locator('.td-discussion__more[aria-disabled="true"], .td-comment-list[aria-busy]')).toHaveCount(0);
}

/** Waits for two frames, after which the page has drawn every change. */
export const twoFrames = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/**
 * Makes requests fail in a way that the sandbox understands, such as `status=503` or `delay=500; body=html`.
 * With `method`, only requests of that method fail; with `times`, only so many.
 */
export async function fault(page, pattern, faults, { method, times = Infinity } = {}) {
  let left = times;
  await page.route(pattern, async (route, request) => {
    if ((method && request.method() !== method) || left === 0) {
      await route.fallback();
      return;
    }
    left -= 1;
    await route.continue({ headers: { ...request.headers(), 'x-sandbox-fault': faults } });
  });
}

/**
 * Holds requests back until `release` is called.
 *
 * @returns {Promise<{ release: () => void }>}
 */
export async function hold(page, pattern) {
  let release;
  const released = new Promise((resolve) => {
    release = resolve;
  });
  await page.route(pattern, async (route) => {
    await released;
    await route.fallback();
  });
  return { release };
}

/** Changes the posts in the responses of the API; `options` are those of `page.route`. */
export function changePosts(page, change, options) {
  return page.route(
    REQUESTS.posts,
    async (route) => {
      const response = await route.fetch();
      const posts = await response.json();
      for (const post of [posts].flat()) change(post);
      await route.fulfill({ response, json: posts });
    },
    options,
  );
}

/** Collects the requests that match, from now on. */
export function collect(page, pattern, method) {
  const found = [];
  page.on('request', (request) => {
    if (pattern.test(request.url()) && (!method || request.method() === method)) found.push(request);
  });
  return found;
}

/** The addresses of requests. */
export const urls = (requests) => requests.map((request) => request.url());

/** Collects the errors in the console of a page, from now on. */
export function collectErrors(page) {
  const found = [];
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(message.text());
  });
  return found;
}

/** Whether an address has this path. The case of percent-encoded octets does not matter. */
export function at(path) {
  return (url) => (url.pathname + url.search).toLowerCase() === path.toLowerCase();
}

/** Text as people read it: without direction marks, and with one kind of space. */
export function plain(text) {
  return text
    .replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
}

/** The Arabic words for what remains, by plural category. */
const LEFT = {
  zero: 'لم يبقَ أي حرف',
  one: 'بقي حرف واحد',
  two: 'بقي حرفان',
  few: 'بقيت {n} أحرف',
  many: 'بقي {n} حرفاً',
  other: 'بقي {n} حرف',
};

/** What the count says when so many characters remain, in Arabic, with the digits of this numbering system. */
export function left(count, digits = 'latn') {
  const number = new Intl.NumberFormat(`ar-u-nu-${digits}`, { useGrouping: false }).format(count);
  return LEFT[new Intl.PluralRules('ar').select(count)].replace('{n}', number);
}

/** The text of HTML, as a browser reads it. */
export function textOf(page, html) {
  return page.evaluate((source) => new DOMParser().parseFromString(source, 'text/html').body.textContent, html);
}

/** A text that was never posted before. WordPress does not typeset it: it would turn `3x4` into `3×4`. */
let serial = 0;
export function unique(text) {
  serial += 1;
  return `${text} ${process.pid}-${Date.now()}-${serial}`;
}

/** Fills in every field of a comment box. A method of the boxes below and of tests/embed/support.mjs. */
export async function fill(text, { name = 'قارئة', email = 'reader@example.org' } = {}) {
  await this.text.fill(text);
  await this.name.fill(name);
  await this.email.fill(email);
}

/** The elements of the comment box. */
export function commentBox(page) {
  const form = page.locator('form.td-comment-box');
  return {
    form,
    text: form.locator('#td-body'),
    name: form.locator('#td-name'),
    email: form.locator('#td-email'),
    count: form.locator('.td-character-count'),
    spoken: form.locator('.td-visually-hidden[role="status"]'),
    send: form.locator('button[type="submit"]'),
    restored: form.locator('.td-draft-notices__restored'),
    other: form.locator('.td-draft-notices__other'),
    notice: form.locator('.td-notice'),
    rejection: (key) => form.locator(`[data-rejection="${key}"]`),
    error: (field) => form.locator(`#td-${field}-error`),
    fill,
  };
}
