// The comment form can be used before the comments are there, and nothing that somebody reads or writes moves when they
// come.

import { article } from './support/content.mjs';
import { commentBox, discussed, hold, REQUESTS, twoFrames, visit } from './support/page.mjs';
import { expect, test } from './support/test.mjs';

/** Notes every layout shift of the page, also those after an input. */
function noteShifts() {
  globalThis.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
      globalThis.shifts.push({ value, nodes: sources.map(({ node }) => node?.className || node?.nodeName) });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** The shifts since the last call. The button below a long discussion moves on as replies come above it. */
const shifts = (page) =>
  page.evaluate(() =>
    globalThis.shifts.splice(0).filter(({ nodes }) => nodes.some((name) => name !== 'td-button td-discussion__more')),
  );

const top = (locator) => locator.evaluate((element) => element.getBoundingClientRect().top);

/** The requests for comments alone: whether one may comment is another. */
const LIST = /\/wp\/v2\/comments\?(?!.*_envelope)/;

for (const [what, read] of [
  ['no comments', article('basic')],
  ['a few comments', article('bread')],
  ['hundreds of comments', article('long-thread')],
]) {
  for (const [width, height] of [
    [390, 700],
    [1280, 800],
    [1280, 1600],
  ]) {
    test.describe(`an article with ${what}, ${width}×${height}:`, () => {
      test.use({ viewport: { width, height } });

      test('who writes while the comments come stays where they are', async ({ page }) => {
        await page.addInitScript(noteShifts);
        const { release } = await hold(page, LIST);
        await visit(page, read.path);
        const { text, count } = commentBox(page);
        await text.scrollIntoViewIfNeeded();
        await text.click();
        await page.keyboard.type('أكتب قبل أن تصل');
        await twoFrames(page);
        await expect(count).toBeVisible();
        const before = await top(text);
        await shifts(page);
        release();
        await discussed(page);
        await twoFrames(page);
        await expect(text).toBeFocused();
        await expect(text).toHaveValue('أكتب قبل أن تصل');
        expect(Math.abs((await top(text)) - before)).toBeLessThanOrEqual(1);
        await page.keyboard.type(' التعليقات');
        await expect(text).toHaveValue('أكتب قبل أن تصل التعليقات');
        expect(await shifts(page)).toEqual([]);
      });

      test('who reads while the comments come sees nothing move', async ({ page }) => {
        await page.addInitScript(noteShifts);
        const { release } = await hold(page, LIST);
        await visit(page, read.path);
        const heading = page.locator('.td-discussion__title');
        await heading.evaluate((element) => element.scrollIntoView({ block: 'center' }));
        await twoFrames(page);
        await expect(page.locator('.td-discussion__loading')).toBeVisible();
        const before = await top(heading);
        await shifts(page);
        release();
        await discussed(page);
        await twoFrames(page);
        expect(Math.abs((await top(heading)) - before)).toBeLessThanOrEqual(1);
        expect(await shifts(page)).toEqual([]);
      });
    });
  }
}

test('on a phone the form is drawn to both edges of the screen, before the comments are there too', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await hold(page, LIST);
  await visit(page, article('bread').path);
  await expect(page.locator('.td-discussion__loading')).toBeAttached();
  const form = page.locator('.td-comment-box');
  expect(await form.evaluate((element) => element.getBoundingClientRect().width)).toBe(390);
  const drawn = await form.evaluate((element) => {
    const place = element.closest('.td-discussion__box');
    // What is beyond it is cut off.
    const margin = Number.parseFloat(getComputedStyle(place).overflowClipMargin.replace('padding-box', ''));
    return place.getBoundingClientRect().width + 2 * margin;
  });
  expect(drawn).toBeGreaterThanOrEqual(390);
});

test('the form can be reached with the keyboard before the comments are there', async ({ page }) => {
  await hold(page, LIST);
  await visit(page, article('bread').path);
  await expect(page.locator('.td-discussion__loading')).toBeAttached();
  const { text } = commentBox(page);
  await expect(text).not.toBeInViewport();
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    if (await text.evaluate((field) => field === document.activeElement)) break;
  }
  await expect(text).toBeFocused();
  await expect(text).toBeInViewport();
});

test('a comment can be sent before the comments are there', async ({ page }) => {
  const { release } = await hold(page, /\/wp\/v2\/comments\?.*order=asc/);
  await visit(page, article('basic').path);
  const box = commentBox(page);
  await box.fill('قبل غيره');
  const sent = page.waitForResponse(
    (response) => REQUESTS.comments.test(response.url()) && response.request().method() === 'POST',
  );
  await box.send.click();
  await sent;
  await expect(box.notice).toHaveAttribute('data-kind', 'success');
  release();
  await discussed(page);
  await expect(page.locator('.td-comment', { hasText: 'قبل غيره' })).toHaveCount(1);
});
