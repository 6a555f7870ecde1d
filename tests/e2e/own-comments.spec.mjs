// A reader's own comment stays, also where the browser or a cache in front of the site sends an older list.

import { commentBox, REQUESTS, unique } from './support/page.mjs';
import { comment, filledBox } from './support/posting.mjs';
import { expect, test } from './support/test.mjs';

/** From now on the list of comments is as it was the first time; what is asked by number is not. */
async function cacheComments(page) {
  const kept = new Map();
  await page.route(REQUESTS.comments, async (route, request) => {
    const url = request.url();
    if (request.method() !== 'GET' || !url.includes('&order=')) return route.fallback();
    if (!kept.has(url)) {
      const response = await route.fetch();
      kept.set(url, { response, body: await response.body() });
    }
    return route.fulfill(kept.get(url));
  });
}

test('a published comment stays after a reload although the list is an older one', async ({ page }) => {
  await cacheComments(page);
  const text = unique('تعليق يبقى');
  const box = await filledBox(page, text);
  const heading = page.locator('.td-discussion__title');
  const before = await heading.innerText();
  await box.send.click();
  await expect(comment(page, text)).toBeVisible();
  const after = await heading.innerText();
  expect(after).not.toBe(before);

  await page.reload();
  await expect(comment(page, text)).toHaveCount(1);
  await expect(comment(page, text)).not.toHaveAttribute('data-status');
  await expect(heading).toHaveText(after);

  await page.unroute(REQUESTS.comments);
  await page.reload();
  await expect(comment(page, text)).toHaveCount(1);
  await expect(heading).toHaveText(after);
});

test('a published comment that the site has removed is forgotten', async ({ page }) => {
  await cacheComments(page);
  const text = unique('تعليق أُزيل');
  const box = await filledBox(page, text);
  await box.send.click();
  await expect(comment(page, text)).toBeVisible();
  await page.route(/[?&]include=/, (route) => route.fulfill({ json: [] }));
  await page.reload();
  await expect(commentBox(page).form).toBeVisible();
  await expect(comment(page, text)).toHaveCount(0);
});
