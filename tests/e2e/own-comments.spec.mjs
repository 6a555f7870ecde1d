// A reader's own comment stays, also where the browser or a cache in front of the site sends an older list.

import { commentBox, REQUESTS, unique } from './support/page.mjs';
import { basic, comment, filledBox } from './support/posting.mjs';
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

test('a comment that waited without a number is shown once, as published, when the list has it', async ({ page }) => {
  const text = unique('نُشر بعد انتظار');
  const box = await filledBox(page, text);
  await box.send.click();
  await expect(comment(page, text)).toBeVisible();
  // As the release before kept what a redirection without `unapproved=` had left.
  await page.evaluate(
    ([id, body]) => {
      for (const api of ['/wp-json/', `${location.origin}/wp-json/`]) {
        localStorage.removeItem(`tadwina:posted:${api}:${id}`);
        localStorage.setItem(`tadwina:held:${api}:${id}`, JSON.stringify(['', '', 'قارئة', '', `<p>${body}</p>`]));
      }
    },
    [basic.id, text],
  );
  await page.reload();
  await expect(comment(page, text)).toHaveCount(1);
  await expect(comment(page, text)).not.toHaveAttribute('data-status');
});

test.describe('with moderation', () => {
  test.use({ sandbox: ['--moderation'] });

  test('a comment that was published meanwhile is shown as published, although the list is an older one', async ({
    page,
  }) => {
    await cacheComments(page);
    const text = unique('ينتظر');
    const box = await filledBox(page, text);
    await box.send.click();
    await expect(comment(page, text)).toHaveAttribute('data-status', 'held');
    // The site shows it to those who ask for it by its number.
    await page.route(/[?&]include=/, (route) =>
      route.fulfill({ json: [{ id: Number(/include=(\d+)/.exec(route.request().url())[1]) }] }),
    );
    await page.reload();
    await expect(comment(page, text)).toHaveCount(1);
    await expect(comment(page, text)).not.toHaveAttribute('data-status');
  });
});
