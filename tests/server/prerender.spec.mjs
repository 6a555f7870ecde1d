// A browser renders the page to which a link leads before the link is pressed, and shows it at once. Chromium without its
// window does not.

import { request as ask, createServer } from 'node:http';

import { listen } from '../../scripts/static.mjs';
import { chromiumPath, QUIET } from '../e2e/support/chromium.mjs';
import { article } from '../e2e/support/content.mjs';
import { test as base, expect } from './support.mjs';

const bread = article('bread');

const test = base.extend({
  /** Requests of the browser, each with its path and purpose. */
  asked: async ({}, use) => {
    await use([]);
  },
  /** Between the browser and the server: Playwright does not see the requests of pages that are rendered ahead. */
  between: async ({ site, asked }, use) => {
    const between = createServer(({ url, method, headers }, response) => {
      asked.push({ path: url, purpose: headers['sec-purpose'] ?? '' });
      const sent = ask(site.url + url, { method, headers }, (received) => {
        response.writeHead(received.statusCode, received.headers);
        received.pipe(response);
      });
      sent.end();
    });
    const { url, close } = await listen(between, 0);
    await use(url);
    await close();
  },
});

test.use({
  hasElements: false,
  launchOptions: { executablePath: chromiumPath(), args: QUIET },
});

test('a page is rendered while the pointer rests on its link, and is there at once', async ({
  page,
  between,
  asked,
}) => {
  const session = await page.context().newCDPSession(page);
  const states = [];
  session.on('Preload.prerenderStatusUpdated', ({ status, prerenderStatus }) => states.push(prerenderStatus ?? status));
  await session.send('Preload.enable');
  await page.goto(between + bread.path);
  const link = page.locator('.td-breadcrumbs a').last();
  const path = new URL(await link.evaluate(({ href }) => href)).pathname;
  await link.hover();
  await expect.poll(() => states).toContain('Ready');
  await link.click();
  await expect(page.locator('.td-article-list')).toBeVisible();
  const { activationStart } = await page.evaluate(() => performance.getEntriesByType('navigation')[0].toJSON());
  expect(activationStart).toBeGreaterThan(0);
  // It was asked for once, and not by the press.
  const requests = asked.filter((request) => request.path === path);
  expect(requests.map(({ purpose }) => purpose)).toEqual([expect.stringMatching(/^prefetch/)]);
});

test('a link that does something is not followed before it is pressed', async ({ page, between, asked }) => {
  await page.goto(between + bread.path);
  await page.locator('.td-comment-list__reply').first().hover();
  await page.locator('.td-breadcrumbs a').last().hover();
  await expect.poll(() => asked.some(({ purpose }) => purpose !== '')).toBe(true);
  expect(asked.filter(({ path }) => path.includes('replytocom'))).toEqual([]);
});
