// Long discussions without scripts: every comment is reached by links, and a new one is where its author is led.

import { article } from '../e2e/support/content.mjs';
import { collect, REQUESTS, unique } from '../e2e/support/page.mjs';
import { expect, live, plainBox, test } from './support.mjs';

const thread = article('long-thread');
const ids = thread.comments.map(({ id }) => `comment-${id}`);

const shown = (page) => page.locator('.td-comment').evaluateAll((comments) => comments.map(({ id }) => id));

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false, contextOptions: { reducedMotion: 'reduce' } });

  test('every comment of a long discussion is on one of its pages, once', async ({ page }) => {
    await page.goto(thread.path);
    const found = await shown(page);
    const next = page.locator('.td-discussion__pages [rel="next"]');
    while ((await next.count()) > 0) {
      await next.click();
      await expect(page).toHaveURL(/\/comment-page-\d\/#comments$/);
      await expect(page.locator('.td-discussion__title')).toBeInViewport();
      found.push(...(await shown(page)));
    }
    expect([...found].sort()).toEqual([...ids].sort());
    for (let pages = 0; pages < 2; pages += 1) await page.locator('.td-discussion__pages [rel="prev"]').click();
    await expect(page).toHaveURL(new RegExp(`${thread.path}#comments$`, 'i'));
  });

  test('a page beyond the last is the last', async ({ page }) => {
    await page.goto(`${thread.path}comment-page-99/`);
    expect(await shown(page)).toContain(ids.at(-1));
    await expect(page.locator('.td-discussion__pages [rel="next"]')).toHaveCount(0);
  });

  test('who comments is led to the page where the comment stands', async ({ page }) => {
    const body = unique('في آخر النقاش');
    await page.goto(thread.path);
    const { text, name, email, send } = plainBox(page);
    await text.fill(body);
    await name.fill('قارئة');
    await email.fill('reader@example.org');
    await send.click();
    await expect(page.locator('.td-comment', { hasText: body })).toBeInViewport();
    await expect(page).toHaveURL(/\/comment-page-\d\/\?commented=(\d+)#comment-\1$/);
  });

  test('a reply to a comment of another page is one', async ({ page }) => {
    const { id } = thread.comments.at(-1);
    await page.goto(`${thread.path}?replytocom=${id}#respond`);
    await expect(page.locator('input[name="comment_parent"]')).toHaveValue(String(id));
    await expect(page.locator('.td-comment-box__cancel')).toBeVisible();
  });
});

test('an element begins with the first page, and further pages stay as they are', async ({ page }) => {
  await page.goto(`${thread.path}comment-page-2/`);
  const loaded = collect(page, REQUESTS.wasm);
  await page.locator('.td-discussion__pages').scrollIntoViewIfNeeded();
  await expect(page.locator('tadwina-comments')).toHaveCount(0);
  await page.goto(`${thread.path}comment-page-1/`);
  await page.locator('tadwina-comments').evaluate((element) => element.scrollIntoView());
  await expect(live(page)).toBeVisible();
  expect(loaded).toHaveLength(1);
});
