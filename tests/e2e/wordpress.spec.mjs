// The release build over a real WordPress. TADWINA_WORDPRESS_URL names a site with stock settings, and
// TADWINA_WORDPRESS_OPEN_URL one that takes anonymous comments over REST:
//
//   node tests/wordpress/wordpress.mjs run -- npx playwright test --grep @wordpress
//
// scripts/test.sh runs them with two versions of WordPress.

import { controlSite } from '../support/control.mjs';
import { article, category, site } from './support/content.mjs';
import { collect, commentBox, discussed, plain, REQUESTS, textOf, unique, visit } from './support/page.mjs';
import { expect, test } from './support/test.mjs';

const basic = article('basic');
const { TADWINA_WORDPRESS_URL: stock, TADWINA_WORDPRESS_OPEN_URL: open } = process.env;

test.describe('over a real WordPress @wordpress', () => {
  // The tests change the settings of the sites, and share the comments that they post.
  test.describe.configure({ mode: 'serial' });

  /** Removes posted comments and resets the settings of a site; `settings` are changes such as `moderation=1`. */
  const reset = (request, url, settings = '') => controlSite(request, url, `=reset&${settings}`);

  test.beforeAll(() => {
    if (!stock || !open) {
      throw new Error(
        'no WordPress: run node tests/wordpress/wordpress.mjs run -- npx playwright test, or leave these out with --grep-invert @wordpress',
      );
    }
  });

  test.describe('a stock site', () => {
    test.use({ api: stock });

    test('the page of an article shows title, breadcrumbs, byline and text', async ({ page }) => {
      const requests = collect(page, REQUESTS.posts);
      await visit(page, basic.path);
      await discussed(page);
      await expect(page).toHaveTitle(new RegExp(`^${basic.title}.*${site.name}$`));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(basic.title);
      await expect(page.locator('.td-breadcrumbs li')).toHaveText([
        'الرئيسية',
        category(2).name,
        category(3).name,
        basic.title,
      ]);
      expect(plain(await page.locator('.td-byline').innerText())).toBe(
        `كتبه ${basic.author.name} في 3 نوفمبر 2023 - 3:43 م`,
      );
      await expect(page.locator('.td-byline time')).toHaveAttribute('datetime', '2023-11-03T15:43:00+01:00');
      await expect(page.locator('.td-article > .td-prose > p')).toHaveCount(8);
      expect(plain(await page.locator('.td-article > .td-prose').innerText())).toBe(
        plain(await textOf(page, basic.html)),
      );
      expect(requests).toHaveLength(1);
    });

    test('the picture of an article has several sizes', async ({ page }) => {
      const long = article('long-title');
      await visit(page, long.path);
      const image = page.locator('.td-figure img');
      await expect(image).toHaveAttribute('srcset', /768w/);
      await expect.poll(() => image.evaluate((it) => it.naturalWidth)).toBeGreaterThan(0);
    });

    test('the front page, its second page and a category list their articles', async ({ page }) => {
      await visit(page, '/');
      await expect(page.locator('.td-teaser')).toHaveCount(10);
      await page.locator('.td-pagination__next').click();
      await expect(page.locator('.td-pagination__current')).toHaveText(/^صفحة 2/);
      await visit(page, category(3).path);
      await expect(page.locator('.td-teaser__title')).toContainText([basic.title]);
    });

    test('a comment goes through the form and is shown, also after a reload', async ({ page, request }) => {
      await reset(request, stock);
      await visit(page, basic.path);
      await discussed(page);
      const box = commentBox(page);
      const text = unique('من القارئة');
      const sent = collect(page, REQUESTS.form, 'POST');
      await box.fill(text);
      await box.send.click();
      await expect(page.locator('.td-comment', { hasText: text })).toBeVisible();
      await expect(box.notice).toHaveAttribute('data-kind', 'success');
      await expect(box.text).toHaveValue('');
      expect(sent).toHaveLength(1);
      await page.reload();
      await expect(page.locator('.td-comment', { hasText: text })).toBeVisible();
    });

    test('the first comment of a reader is held by default and shown as held', async ({ page, request }) => {
      await reset(request, stock, 'first=1');
      await visit(page, basic.path);
      await discussed(page);
      const box = commentBox(page);
      const text = unique('ينتظر مراجعًا');
      await box.fill(text, { name: 'جديدة', email: `${text.split(' ').at(-1)}@example.org` });
      await box.send.click();
      const comment = page.locator('.td-comment', { hasText: text });
      await expect(comment).toHaveAttribute('data-status', 'held');
      await expect(box.notice).toHaveAttribute('data-kind', 'held');
      await page.reload();
      await discussed(page);
      await expect(comment).toHaveAttribute('data-status', 'held');
      await reset(request, stock);
    });

    test('a duplicate and a comment too soon get different errors, and the text stays', async ({ page, request }) => {
      await reset(request, stock);
      await visit(page, basic.path);
      await discussed(page);
      const box = commentBox(page);
      const text = unique('مرّة ومرّة');
      await box.fill(text);
      await box.send.click();
      await expect(page.locator('.td-comment', { hasText: text })).toBeVisible();
      await box.text.fill(text);
      await box.send.click();
      await expect(box.error('body')).toBeVisible();
      await expect(box.text).toHaveValue(text);

      await reset(request, stock, 'flood=1');
      await page.reload();
      await discussed(page);
      await box.fill(unique('سريعًا'));
      await box.send.click();
      await expect(box.notice).toHaveAttribute('data-kind', 'success');
      const again = unique('أسرع');
      await box.fill(again);
      await box.send.click();
      await expect(box.rejection('flood')).toBeVisible();
      await expect(box.text).toHaveValue(again);
      await reset(request, stock);
    });

    test('where only registered users may comment, the reader sees a notice', async ({ page, request }) => {
      await reset(request, stock, 'registration=1');
      await visit(page, basic.path);
      await discussed(page);
      const box = commentBox(page);
      const notice = page.locator('.td-discussion .td-notice[data-kind="closed"]');
      await expect(box.form.or(notice).first()).toBeVisible();
      // Where REST takes no anonymous comments, only the response to a comment shows it.
      if (await box.form.isVisible()) {
        await box.fill(unique('بلا حساب'));
        await box.send.click();
        await expect(box.rejection('login-required').or(box.rejection('refused')).or(notice).first()).toBeVisible();
      }
      await reset(request, stock);
    });
  });

  test.describe('a site that takes anonymous comments over REST', () => {
    test.use({ api: open });

    test('a comment goes through REST and is shown, also after a reload', async ({ page, request }) => {
      await reset(request, open);
      await visit(page, basic.path);
      await discussed(page);
      const box = commentBox(page);
      const text = unique('عبر REST');
      const sent = collect(page, REQUESTS.comments, 'POST');
      const formRequests = collect(page, REQUESTS.form);
      await box.fill(text);
      await box.send.click();
      await expect(page.locator('.td-comment', { hasText: text })).toBeVisible();
      await expect(box.notice).toHaveAttribute('data-kind', 'success');
      expect(sent).toHaveLength(1);
      expect(formRequests).toHaveLength(0);
      await page.reload();
      await expect(page.locator('.td-comment', { hasText: text })).toBeVisible();
    });

    test('a held comment is shown as held', async ({ page, request }) => {
      await reset(request, open, 'moderation=1');
      await visit(page, basic.path);
      await discussed(page);
      const box = commentBox(page);
      const text = unique('عبر REST ينتظر');
      await box.fill(text);
      await box.send.click();
      await expect(page.locator('.td-comment', { hasText: text })).toHaveAttribute('data-status', 'held');
      await reset(request, open);
    });
  });
});
