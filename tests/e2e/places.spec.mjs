// Where the reader is in a page: Back, Forward and a reload lead to where they were, and fragments to where they say,
// also when the responses are late. Nothing pulls a reader away who has moved on.

import { article } from './support/content.mjs';
import { discussed, fault, hold, REQUESTS, twoFrames, visit } from './support/page.mjs';
import { expect, test } from './support/test.mjs';

test.use({ viewport: { width: 390, height: 800 } });

const thread = article('long-thread');
const long = article('gallery');
/** The address of a comment far below the first screen. */
const far = thread.comments[60].id;

const scrollY = (page) => page.evaluate(() => scrollY);
const teaser = (page, index) => page.locator('.td-teaser__title a').nth(index);

/** Scrolls as a reader does, until `locator` is in the middle of the window. */
async function readTo(page, locator) {
  const box = await locator.boundingBox();
  await page.mouse.move(195, 400);
  await page.mouse.wheel(0, box.y - 400);
  await expect(locator).toBeInViewport();
  // The place is remembered when the scrolling has ended for a while.
  await expect.poll(() => page.evaluate(() => history.state?.tadwina?.[0] === scrollY)).toBe(true);
}

for (const [what, delay] of [
  ['at once', 0],
  ['late', 300],
]) {
  test(`Back leads to the teaser that was pressed when responses come ${what}, Forward to the article`, async ({
    page,
  }) => {
    if (delay) await fault(page, REQUESTS.api, `delay=${delay}`);
    await visit(page, '/');
    const pressed = teaser(page, 7);
    await readTo(page, pressed);
    const [before, href] = [await scrollY(page), await pressed.getAttribute('href')];
    expect(before).toBeGreaterThan(500);
    await pressed.click();
    await expect(page.locator('.td-article')).toBeVisible();
    await expect.poll(() => scrollY(page)).toBeLessThan(100);

    await page.goBack();
    await expect(teaser(page, 7)).toBeInViewport();
    await expect.poll(() => scrollY(page)).toBe(before);
    await expect(page.locator(`a[href="${href}"]`).first()).toBeFocused();

    await page.goForward();
    await expect(page.locator('.td-article')).toBeVisible();
  });
}

test('a reload in the middle of an article shows the same paragraph again', async ({ page }) => {
  await fault(page, REQUESTS.api, 'delay=300');
  await visit(page, long.path);
  const paragraph = page.locator('.td-prose > *').nth(12);
  await readTo(page, paragraph);
  const before = await scrollY(page);
  await page.reload();
  await expect(paragraph).toBeInViewport();
  await expect.poll(() => scrollY(page)).toBe(before);
});

for (const [what, fragment, target] of [
  ['a comment', `#comment-${far}`, `[id="comment-${far}"]`],
  ['the comments', '#comments', '.td-discussion__title'],
  ['the comment form', '#respond', '.td-comment-box'],
]) {
  test(`an address that names ${what} leads there although the comments come late`, async ({ page }) => {
    const comments = await hold(page, REQUESTS.comments);
    await page.goto(thread.path + fragment);
    await expect(page.locator('.td-article')).toBeVisible();
    comments.release();
    await discussed(page);
    await expect(page.locator(target).first()).toBeInViewport();
  });
}

test('an address that names a heading of the text leads there, also percent-encoded', async ({ page }) => {
  await page.route(REQUESTS.posts, async (route) => {
    const response = await route.fetch();
    const posts = await response.json();
    for (const post of posts) {
      if (post.content) post.content.rendered += `${'<p>فقرة</p>'.repeat(80)}<h2 id="خاتمة">خاتمة</h2>`;
    }
    await route.fulfill({ response, json: posts });
  });
  await page.goto(`${long.path}#${encodeURIComponent('خاتمة')}`);
  await expect(page.getByRole('heading', { name: 'خاتمة' })).toBeInViewport();
});

test('a reader who has scrolled on is not pulled back to the fragment by late comments', async ({ page }) => {
  const comments = await hold(page, REQUESTS.comments);
  await page.goto(`${long.path}#comments`);
  await expect(page.locator('.td-article')).toBeVisible();
  await page.mouse.move(195, 400);
  await page.mouse.wheel(0, -10_000);
  await expect.poll(() => scrollY(page)).toBe(0);
  comments.release();
  await discussed(page);
  await twoFrames(page);
  expect(await scrollY(page)).toBe(0);
});
