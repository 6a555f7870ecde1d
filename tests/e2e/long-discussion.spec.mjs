// A discussion of more than 500 comments: the browser leaves out what is far from the window, and nothing in sight moves.

import { preview } from '../../scripts/preview.mjs';
import { makeComments, POST_PATH, startSite } from '../support/long-discussion.mjs';
import { DIST } from './support/blog.mjs';
import { test as base, expect } from './support/test.mjs';

const comments = makeComments({ count: 700, threads: 140 });

const test = base.extend({
  site: async ({}, use) => {
    const site = await startSite(comments);
    const server = await preview({ dist: DIST, api: site.url });
    await use(server.url);
    await server.close();
    await site.close();
  },
});

/** Runs in the page: notes after each frame where the element with the focus is, as long as comments come. */
function followPlace() {
  const read = document.activeElement;
  const places = new Set();
  globalThis.places = new Promise((done) => {
    const look = () => {
      places.add(Math.round(read.getBoundingClientRect().top));
      if (document.querySelector('.td-comment-list[aria-busy]')) requestAnimationFrame(() => setTimeout(look));
      else done([...places]);
    };
    look();
  });
}

for (const [width, height] of [
  [390, 800],
  [1280, 800],
]) {
  test(`who reads on stays in place while hundreds of comments come, ${width} px wide`, async ({ page, site }) => {
    await page.setViewportSize({ width, height });
    await page.goto(site + POST_PATH);
    const more = page.locator('.td-discussion__more');
    await expect(more).toHaveAttribute('aria-disabled', 'false');
    const shown = page.locator('.td-comment');
    const rendered = async () => {
      await expect(page.locator('.td-comment-list[aria-busy]')).toHaveCount(0);
      return shown.count();
    };
    for (let count = await rendered(); count < comments.length; count = await rendered()) {
      await more.click();
      await expect(shown.nth(count)).toBeFocused();
      await page.evaluate(followPlace);
      expect(await page.evaluate(() => globalThis.places)).toHaveLength(1);
    }
    const lists = page.locator('.td-comment-list');
    const visibility = await lists.evaluateAll((all) => all.map((list) => getComputedStyle(list).contentVisibility));
    expect(visibility).toEqual(Array(7).fill('auto'));
  });
}
