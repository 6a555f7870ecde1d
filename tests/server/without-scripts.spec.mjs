// A reader without scripts reads, follows links, comments and comes back to the comment.

import { article } from '../e2e/support/content.mjs';
import { unique } from '../e2e/support/page.mjs';
import { expect, ownComments, plainBox, test } from './support.mjs';

// Nothing can be pressed while one page fades into the next, which takes long on a busy machine.
test.use({ javaScriptEnabled: false, contextOptions: { reducedMotion: 'reduce' } });

const bread = article('bread');

/** Writes a comment and sends it. */
async function post(page, body) {
  const { text, name, email, send } = plainBox(page);
  await text.fill(body);
  await name.fill('قارئة');
  await email.fill('reader@example.org');
  await send.click();
}

for (const locale of ['ar', 'fr', 'en']) {
  test.describe(`in ${locale}:`, () => {
    test.use({ locale });

    test('an article is read, its category found, and another article from there', async ({ page }) => {
      await page.goto(bread.path);
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      await expect(page.locator('h1')).toHaveText(bread.title);
      await expect(ownComments(page, bread)).toHaveCount(bread.comments.length);
      await page.locator('.td-breadcrumbs a').last().click();
      await expect(page.locator('.td-article-list h2').first()).toBeVisible();
      const teaser = page.locator('.td-article-list h2 a').first();
      const title = await teaser.innerText();
      await teaser.click();
      await expect(page.locator('h1')).toHaveText(title);
      await page.locator('.td-site-header a').click();
      await expect(page).toHaveURL(/\/$/);
    });

    test('a comment is posted, and the reader comes back to it', async ({ page }) => {
      const body = unique('بلا برنامج');
      await page.goto(bread.path);
      await post(page, body);
      const posted = page.locator('.td-comment', { hasText: body });
      await expect(posted).toBeInViewport();
      await expect(page).toHaveURL(/#comment-\d+$/);
      await page.goto('/');
      await page.goto(bread.path);
      await expect(posted).toHaveCount(1);
    });

    test.describe('a site with a moderator:', () => {
      test.use({ sandbox: ['--moderation'] });

      test('a held comment is announced where the reader comes back', async ({ page }) => {
        const body = unique('ينتظر');
        await page.goto(bread.path);
        await post(page, body);
        await expect(page.locator('.td-notice[data-kind="held"]')).toBeInViewport();
        await page.goto(bread.path);
        await expect(page.locator('.td-comment', { hasText: body })).toHaveCount(0);
      });
    });
  });
}

test('a reply stands below its comment', async ({ page }) => {
  const body = unique('ردّ بلا برنامج');
  await page.goto(bread.path);
  await page.locator('.td-comment-list__reply').first().click();
  await expect(plainBox(page).text).toBeInViewport();
  await post(page, body);
  await expect(page.locator('li:not([data-depth="0"]) .td-comment', { hasText: body })).toBeInViewport();
});

test('the share menu opens and closes', async ({ page }) => {
  await page.goto(bread.path);
  const menu = page.locator('.td-share__menu');
  await page.locator('.td-share__button').click();
  await expect(menu).toBeVisible();
  await expect(menu.getByRole('link').first()).toHaveAttribute('href', /^https:\/\/wa\.me\//);
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
});
