// Playwright's test on a real WordPress behind tadwina-server.

import { test as base, expect } from '@playwright/test';

import { startServer } from '../server/server.mjs';
import { controlSite } from '../support/control.mjs';
import { freePort } from './support.mjs';

export { expect };

/** Longer than any test: what is seen earlier was outdated. */
const FRESH_S = '3600';

/** A secret for purges. */
export const SECRET = 'a-secret-of-the-tests';

/** `wordpress` is where the site is; the base of all addresses is that of tadwina-server before it. */
export const test = base.extend({
  wordpress: [process.env.TADWINA_WORDPRESS_URL, { option: true, scope: 'worker' }],

  server: [
    async ({ wordpress }, use) => {
      if (!wordpress) throw new Error('no WordPress: see tests/hosting/playwright.config.mjs');
      // This WordPress has the address at which it is asked: see tests/wordpress/wp-config.php.
      const port = await freePort();
      const options = ['--site-host', `127.0.0.1:${port}`, '--fresh-s', FRESH_S, '--purge-secret', SECRET];
      const server = await startServer(wordpress, options, { hasElements: false, port });
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],

  baseURL: async ({ server }, use) => {
    await use(server.url);
  },

  /** Each test begins with the site as it was seeded; gives what changes its settings: see tests/wordpress/control.php. */
  control: [
    async ({ playwright, wordpress, server }, use) => {
      const request = await playwright.request.newContext();
      const control = (query, form) => controlSite(request, wordpress, query, form);
      await control('=reset');
      // What the test before has made is not there any more.
      const headers = { authorization: `Bearer ${SECRET}` };
      const purged = await request.post(`${server.url}/tadwina-purge`, { headers, data: { addresses: [] } });
      expect(purged.status()).toBe(204);
      await use(control);
      await request.dispose();
    },
    { auto: true },
  ],
});
