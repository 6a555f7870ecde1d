// What many tests do with a page.

import { expect } from '@playwright/test';

/** Questions to the API, by kind. The kind stands in the path or, with plain permalinks, in the query. */
export const ASKS = {
  posts: /\/wp\/v2\/posts\b/,
  comments: /\/wp\/v2\/comments\b/,
  categories: /\/wp\/v2\/categories\b/,
  anything: /\/wp-json\b|rest_route=/,
  form: /\/wp-comments-post\.php$/,
  wasm: /\.wasm$/,
  picture: /\/wp-content\/uploads\//,
};

/** Goes to `path` and waits until the application shows what is there, or why there is nothing. */
export async function visit(page, path) {
  await page.goto(path);
  await shown(page);
}

/** Waits until the page stands: no placeholder any more, and something in its place. */
export async function shown(page) {
  await expect(page.locator('#td-main h1').first()).toBeVisible();
  await expect(page.locator('.td-placeholder')).toHaveCount(0);
}

/** Waits until an article's comments have come as well. */
export async function discussed(page) {
  await expect(page.locator('.td-comment-list, .td-discussion__empty').first()).toBeVisible();
}

/**
 * Lets requests go wrong as the sandbox understands it, such as `status=503` or `delay=500; body=html`.
 * Only those of `method`, where one is named; only the first `times` of them.
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

/** Collects the requests that match, from now on. */
export function collect(page, pattern, method) {
  const found = [];
  page.on('request', (request) => {
    if (pattern.test(request.url()) && (!method || request.method() === method)) found.push(request);
  });
  return found;
}

/** Whether an address has this path, in whichever case its octets are written. */
export function at(path) {
  return (url) => (url.pathname + url.search).toLowerCase() === path.toLowerCase();
}

/** Text as people read it: without direction marks, every space alike. */
export function plain(text) {
  return text
    .replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
}

/** The text of HTML, as a browser reads it. */
export function textOf(page, html) {
  return page.evaluate((source) => new DOMParser().parseFromString(source, 'text/html').body.textContent, html);
}

/** A text that was never posted before, in which WordPress finds nothing to set in type: `3x4` would become `3×4`. */
let serial = 0;
export function unique(text) {
  serial += 1;
  return `${text} ${process.pid}-${Date.now()}-${serial}`;
}

/** The parts of the comment box. */
export function commentBox(page) {
  const form = page.locator('form.td-comment-box');
  return {
    form,
    text: form.locator('#td-body'),
    name: form.locator('#td-name'),
    email: form.locator('#td-email'),
    count: form.locator('.td-character-count'),
    number: form.locator('.td-character-count__number'),
    spoken: form.locator('.td-visually-hidden[role="status"]'),
    send: form.locator('button[type="submit"]'),
    restored: form.locator('.td-comment-box__restored'),
    notice: form.locator('.td-notice'),
    rejection: (key) => form.locator(`[data-rejection="${key}"]`),
    error: (field) => form.locator(`#td-${field}-error`),

    /** Fills in everything. */
    async fill(text, { name = 'قارئة', email = 'reader@example.org' } = {}) {
      await this.text.fill(text);
      await this.name.fill(name);
      await this.email.fill(email);
    },
  };
}
