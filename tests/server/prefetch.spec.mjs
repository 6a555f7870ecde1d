// A browser loads the page to which a link leads before the link is pressed. Chromium without its window does not, and
// Playwright forbids it to render the page as well (`Page.setPrerenderingAllowed`).

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

test('a page is loaded while the pointer rests on its link, and not again by the press', async ({
  page,
  between,
  asked,
}) => {
  await page.goto(between + bread.path);
  const link = page.locator('.td-breadcrumbs a').last();
  const path = new URL(await link.evaluate(({ href }) => href)).pathname;
  const purposes = () => asked.filter((request) => request.path === path).map(({ purpose }) => purpose);
  await link.hover();
  await expect.poll(purposes).toEqual([expect.stringMatching(/^prefetch/)]);
  await link.click();
  await expect(page.locator('.td-article-list')).toBeVisible();
  expect(purposes()).toHaveLength(1);
});

test('a link that does something is not followed before it is pressed', async ({ page, between, asked }) => {
  await page.goto(between + bread.path);
  await page.locator('.td-comment-list__reply').first().hover();
  await page.locator('.td-breadcrumbs a').last().hover();
  await expect.poll(() => asked.some(({ purpose }) => purpose !== '')).toBe(true);
  expect(asked.filter(({ path }) => path.includes('replytocom'))).toEqual([]);
});
