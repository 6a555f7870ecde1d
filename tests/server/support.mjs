// Playwright's test on the pages of tadwina-server, before a sandbox of the test's own kind.

import { test as base, expect } from '@playwright/test';

import { startSandbox } from '../e2e/support/sandbox.mjs';
import { crashes, noteCrashes } from '../support/crashes.mjs';
import { startServer } from './server.mjs';

export { expect };

/** Runs in the page: notes what the content security policy refuses. */
function noteViolations() {
  const violations = [];
  Object.defineProperty(globalThis, 'violations', { value: violations });
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
    violations.push({ violatedDirective, blockedURI, sample });
  });
}

/**
 * - `locale`, `sandbox`, `hasElements`, `options`: how the server and its site are started; `options` are the server's own.
 * - `site`: `url`, where readers find it, and `api`, where its WordPress is.
 */
export const test = base.extend({
  locale: ['ar', { option: true }],
  sandbox: [[], { option: true }],
  hasElements: [true, { option: true }],
  options: [[], { option: true }],

  running: [
    async ({}, use) => {
      const all = new Map();
      const start = async ({ sandbox, locale, hasElements, options = [] }) => {
        const site = await startSandbox(sandbox);
        const server = await startServer(site.url, ['--locale', locale, ...options], { hasElements });
        return { url: server.url, api: site.url, stop: () => Promise.all([server.stop(), site.stop()]) };
      };
      await use((kind) => {
        const key = JSON.stringify(kind);
        if (!all.has(key)) all.set(key, start(kind));
        return all.get(key);
      });
      for (const each of await Promise.allSettled(all.values())) await each.value?.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  site: async ({ running, sandbox, locale, hasElements, options }, use) => {
    await use(await running({ sandbox, locale, hasElements, options }));
  },

  baseURL: async ({ site }, use) => {
    await use(site.url);
  },

  crashes,

  page: async ({ page, crashes: list, javaScriptEnabled }, use) => {
    noteCrashes(page, list);
    if (javaScriptEnabled !== false) await page.addInitScript(noteViolations);
    await use(page);
  },
});

/** What the policy of the page has refused. */
export const violations = (page) => page.evaluate(() => globalThis.violations);

/** The element of the discussion once it is live. */
export const live = (page) => page.locator('tadwina-comments .tadwina');

/** The fields of a comment form. */
function fieldsOf(form) {
  return {
    text: form.locator('textarea'),
    name: form.locator('input[name="author"]'),
    email: form.locator('input[name="email"]'),
    send: form.locator('button[type="submit"]'),
  };
}

/** The form of the element. */
export const box = (page) => fieldsOf(live(page).locator('.td-discussion__box form.td-comment-box'));

/** The form that works without scripts. */
export const plainBox = (page) => fieldsOf(page.locator('form.td-comment-box[method="post"]'));

/** The comments that an article had from the beginning. Other tests on the same site may have added some. */
export const ownComments = (page, { comments }) => page.locator(comments.map(({ id }) => `#comment-${id}`).join(', '));
