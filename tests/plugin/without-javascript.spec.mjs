// What readers without JavaScript get where the whole blog is tadwina's: all of it, with the form of the theme.

import { article } from '../e2e/support/content.mjs';
import { unique } from '../e2e/support/page.mjs';
import { expect, SITE, test } from './support.mjs';

const thread = article('long-thread');

test.describe('without JavaScript', () => {
  test.use({ settings: 'front=1', javaScriptEnabled: false });

  test('an article is there, with title, text, discussion and form', async ({ page }) => {
    await page.goto(thread.path);
    await expect(page).toHaveTitle(new RegExp(thread.title));
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', SITE + thread.path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(thread.title);
    await expect(page.locator('tadwina-blog article p').nth(2)).toBeVisible();
    await expect(page.locator(`#comment-${thread.comments[0].id}`)).toBeVisible();

    const text = unique('بلا جافاسكربت');
    await page.locator('#comment').fill(text);
    await page.locator('#author').fill('قارئة');
    await page.locator('#email').fill('reader@example.org');
    await page.locator('#submit').click();
    await expect(page.locator('.comment-list')).toContainText(text);
  });

  test('lists lead from page to page', async ({ page }) => {
    await page.goto('/');
    await expect(page.locator('tadwina-blog article')).toHaveCount(10);
    await page.locator('.pagination .next').click();
    await expect(page).toHaveURL(/\/page\/2\/$/);
    await page.locator('tadwina-blog article h2 a').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});
