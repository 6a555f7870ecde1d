// Playwright's test with a blog for each worker. A test says what kind of blog it needs:
//
//   test.use({ sandbox: ['--moderation'], settings: { 'data-locale': 'en' } });
//
// and visits addresses of that blog. A page that crashes fails its test.

import { test as base, expect } from '@playwright/test';

import { crashes, noteCrashes } from '../../support/crashes.mjs';
import { blogs } from './blog.mjs';

export { expect };

export const test = base.extend({
  /** Options of the sandbox. */
  sandbox: [[], { option: true }],
  /** Attributes of `<html>`: the settings of the page. */
  settings: [{}, { option: true }],
  /** An API in place of the sandbox's. */
  api: [undefined, { option: true }],

  workerBlogs: [
    async ({}, use) => {
      const all = blogs();
      await use(all);
      await all.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  blog: async ({ workerBlogs, sandbox, settings, api }, use) => {
    await use(await workerBlogs.open({ sandbox, settings, api }));
  },

  baseURL: async ({ blog }, use) => {
    await use(blog.url);
  },

  crashes,

  page: async ({ page, crashes: list }, use) => {
    noteCrashes(page, list);
    await use(page);
  },
});
