// Playwright's test with a blog of its own for each worker. A test says what kind of blog it needs:
//
//   test.use({ sandbox: ['--moderation'], settings: { 'data-locale': 'en' } });
//
// and visits addresses of it. A page that crashes fails its test.

import { test as base, expect } from '@playwright/test';

import { blogs } from './blog.mjs';

export { expect };

export const test = base.extend({
  /** Options of the sandbox. */
  sandbox: [[], { option: true }],
  /** Attributes of `<html>`: the settings of the page. */
  settings: [{}, { option: true }],
  /** Another API than the sandbox's. */
  api: [undefined, { option: true }],

  ofWorker: [
    async ({}, use) => {
      const all = blogs();
      await use(all);
      await all.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  blog: async ({ ofWorker, sandbox, settings, api }, use) => {
    await use(await ofWorker.open({ sandbox, settings, api }));
  },

  baseURL: async ({ blog }, use) => {
    await use(blog.url);
  },

  /** What crashed; a test that means it empties the list. */
  crashes: async ({}, use) => {
    const crashes = [];
    await use(crashes);
    expect(crashes, 'nothing crashed').toEqual([]);
  },

  page: async ({ page, crashes }, use) => {
    page.on('pageerror', (error) => crashes.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && /panicked|RuntimeError/.test(message.text())) crashes.push(message.text());
    });
    await use(page);
  },
});
