// The elements take the place of the HTML that a reader has without scripts: only when the reader comes near, nothing
// moves, and what was typed stays.

import { article } from '../e2e/support/content.mjs';
import { collect, hold, REQUESTS, twoFrames, unique } from '../e2e/support/page.mjs';
import { box, expect, live, plainBox, test, violations } from './support.mjs';

const bread = article('bread');
const thread = article('long-thread');
/** Most bytes of script before a reader comes near. */
const SCRIPT_BYTES = 3000;

/** Notes layout shifts from now on, also those after an input. */
const noteShifts = (page) =>
  page.evaluate(() => {
    globalThis.shifts = [];
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries()) {
        globalThis.shifts.push({ value, nodes: sources.map(({ node }) => node?.className || node?.nodeName) });
      }
    }).observe({ type: 'layout-shift' });
  });
const shifts = (page) => page.evaluate(() => globalThis.shifts);

const top = (locator) => locator.evaluate((element) => element.getBoundingClientRect().top);

/** Opens the article while the WASM is held back, with the form in sight. Returns what releases the WASM. */
async function openAtForm(page, path = bread.path) {
  const { release } = await hold(page, REQUESTS.wasm);
  const request = page.waitForRequest(REQUESTS.wasm);
  await page.goto(path);
  await plainBox(page).text.evaluate((field) => field.scrollIntoView({ block: 'center' }));
  await request;
  return release;
}

for (const locale of ['ar', 'fr', 'en']) {
  test.describe(`in ${locale}:`, () => {
    test.use({ locale });

    test('a page has almost no script and no WASM until its reader comes near the discussion', async ({ page }) => {
      const loaded = collect(page, /\/_tadwina\//);
      await page.goto(bread.path);
      await page.waitForLoadState('networkidle');
      await twoFrames(page);
      const inline = await page.evaluate(() =>
        [...document.scripts]
          .filter(({ type }) => type !== 'application/ld+json')
          .reduce((bytes, { text }) => bytes + new TextEncoder().encode(text).length, 0),
      );
      expect(inline).toBeLessThan(SCRIPT_BYTES);
      expect(loaded).toEqual([]);
      await page.locator('tadwina-comments').evaluate((element) => element.scrollIntoView());
      await expect(live(page)).toBeVisible();
      await expect(live(page)).toHaveAttribute('lang', locale);
      expect(loaded.filter((request) => REQUESTS.wasm.test(request.url()))).toHaveLength(1);
      expect(await violations(page)).toEqual([]);
    });

    test('what is typed and who types stay where they are when the element comes', async ({ page }) => {
      const release = await openAtForm(page);
      const { text, name } = plainBox(page);
      await name.fill('قارئة');
      await text.click();
      await page.keyboard.type('سطر أول');
      await page.keyboard.press('Enter');
      await page.keyboard.type('آخر');
      for (let times = 0; times < 2; times += 1) await page.keyboard.press('ArrowLeft');
      const [before, caret] = [await top(text), await text.evaluate((field) => field.selectionStart)];
      await noteShifts(page);
      release();
      await expect(live(page)).toBeVisible();
      await twoFrames(page);
      const typed = box(page);
      await expect(typed.text).toBeFocused();
      await expect(typed.text).toHaveValue('سطر أول\nآخر');
      await expect(typed.name).toHaveValue('قارئة');
      expect(await typed.text.evaluate((field) => field.selectionStart)).toBe(caret);
      expect(Math.abs((await top(typed.text)) - before)).toBeLessThan(1);
      expect(await shifts(page)).toEqual([]);
      // The element counts it, and keeps it as a draft.
      await expect(live(page).locator('.td-character-count')).toBeVisible();
      await page.keyboard.type('!');
      await expect(typed.text).toHaveValue(/!/);
      expect(await violations(page)).toEqual([]);
    });
  });
}

for (const [width, height] of [
  [390, 844],
  [1280, 800],
]) {
  for (const [what, read] of [
    ['a few comments', bread],
    ['hundreds of comments', thread],
  ]) {
    test(`nothing in sight moves when the element comes: ${what}, ${width} px wide`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      const { release } = await hold(page, REQUESTS.wasm);
      const request = page.waitForRequest(REQUESTS.wasm);
      await page.goto(read.path);
      await page.locator('.td-discussion__title').evaluate((title) => title.scrollIntoView({ block: 'center' }));
      await request;
      const places = () =>
        page.locator('.td-discussion__title, .td-comment, .td-comment-list__reply').evaluateAll((found) => {
          const shown = found.filter((element) => element.getClientRects().length > 0);
          return shown.slice(0, 5).map((element) => {
            const { x, y, width: inline, height: block } = element.getBoundingClientRect();
            return [x, y, inline, block].map(Math.round).join(' ');
          });
        });
      await twoFrames(page);
      const before = await places();
      await noteShifts(page);
      release();
      await expect(live(page)).toBeVisible();
      await twoFrames(page);
      expect(await places()).toEqual(before);
      expect(await shifts(page)).toEqual([]);
    });
  }
}

test('text stays in the form without scripts while an input method is amid a word', async ({ page }) => {
  const release = await openAtForm(page);
  const { text } = plainBox(page);
  await text.focus();
  await text.dispatchEvent('compositionstart');
  await text.evaluate((field) => {
    field.value = 'ん';
  });
  const response = page.waitForResponse(REQUESTS.comments);
  release();
  await response;
  await page.waitForLoadState('networkidle');
  await twoFrames(page);
  await expect(live(page)).toHaveCount(0);
  await text.dispatchEvent('compositionend');
  await expect(live(page)).toBeVisible();
  await expect(box(page).text).toHaveValue('ん');
});

test('a draft of an earlier visit and a text of this one are both kept', async ({ page }) => {
  await page.goto(bread.path);
  await page.locator('tadwina-comments').evaluate((element) => element.scrollIntoView());
  await expect(live(page)).toBeVisible();
  await box(page).text.fill('مسودة قديمة');
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage).includes('مسودة قديمة'))).toBe(true);
  const release = await openAtForm(page);
  const { text } = plainBox(page);
  await text.fill('نصّ جديد');
  const response = page.waitForResponse(REQUESTS.comments);
  release();
  await response;
  await page.waitForLoadState('networkidle');
  await twoFrames(page);
  await expect(text).toHaveValue('نصّ جديد');
  await expect(text).toBeVisible();
  await text.fill('');
  await text.blur();
  await expect(live(page)).toBeVisible();
  await expect(box(page).text).toHaveValue('مسودة قديمة');
});

test('a comment that was begun without the element is sent by it, once', async ({ page }) => {
  const body = unique('بدأ قبل العنصر');
  const release = await openAtForm(page);
  await plainBox(page).text.fill(body);
  release();
  await expect(live(page)).toBeVisible();
  const { name, email, send } = box(page);
  await name.fill('قارئة');
  await email.fill('reader@example.org');
  await send.click();
  await expect(live(page).locator('.td-comment', { hasText: body })).toHaveCount(1);
  await page.reload();
  await expect(page.locator('.td-comment', { hasText: body })).toHaveCount(1);
  await page.locator('tadwina-comments').evaluate((element) => element.scrollIntoView());
  await expect(live(page)).toBeVisible();
  await expect(box(page).text).toHaveValue('');
});

test('the share menu works before its element, which does not come while the menu is open', async ({ page }) => {
  const { release } = await hold(page, REQUESTS.wasm);
  const request = page.waitForRequest(REQUESTS.wasm);
  await page.goto(thread.path);
  const button = page.locator('tadwina-share .td-share__button');
  await button.click();
  const menu = page.locator('tadwina-share .td-share__menu');
  await expect(menu).toBeVisible();
  await request;
  const before = await button.boundingBox();
  release();
  await page.waitForResponse(REQUESTS.posts);
  await page.waitForLoadState('networkidle');
  await twoFrames(page);
  await expect(menu).toBeVisible();
  await expect(page.locator('tadwina-share .tadwina')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.locator('h1').click();
  await expect(page.locator('tadwina-share .tadwina')).toHaveCount(1);
  const living = page.locator('tadwina-share .tadwina .td-share__button');
  expect(await living.boundingBox()).toEqual(before);
  await living.click();
  await expect(page.locator('tadwina-share .tadwina .td-share__menu')).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('the keyboard reaches for the discussion and the element comes', async ({ page }) => {
  const loaded = collect(page, REQUESTS.wasm);
  await page.goto(thread.path);
  await page.locator('tadwina-share .td-share__button').focus();
  await expect.poll(() => loaded.length).toBe(1);
});

test('where the script of the elements does not come, a comment is posted without it', async ({ page }) => {
  await page.route(/\/_tadwina\//, (route) => route.abort());
  const body = unique('بلا برنامج');
  await page.goto(bread.path);
  const { text, name, email, send } = plainBox(page);
  await text.fill(body);
  await name.fill('قارئة');
  await email.fill('reader@example.org');
  await send.click();
  await expect(page.locator('.td-comment', { hasText: body })).toBeInViewport();
});
