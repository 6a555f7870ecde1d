// What a reader does with a page that embeds tadwina: reads, comments, is thanked by the page itself.

import assert from 'node:assert/strict';

import { expect as eventually } from '@playwright/test';

import { unique } from '../e2e/support/page.mjs';

/** A development server makes its files only when they are asked for. Unit: milliseconds. */
const expect = eventually.configure({ timeout: 20_000 });

/** What must not happen meanwhile: errors, files that are missing. */
function troubles(page) {
  const found = [];
  page.on('pageerror', (error) => found.push(String(error)));
  page.on('console', (message) => {
    // Browsers ask for an icon by themselves.
    if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico')) found.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) found.push(`${response.status()} ${response.url()}`);
  });
  page.on('requestfailed', (request) => found.push(`${request.failure().errorText} ${request.url()}`));
  return found;
}

/**
 * Visits a page with the comments of `article` in open shadow roots, comments, and waits for the thanks of
 * the page's own handler.
 *
 * @param {{ article: object, shows?: 'article', limit: number }} expected  `shows` where the element shows
 *   the article too; `limit` is the page's comment limit.
 */
export async function takesAComment(browser, url, { article, shows, limit }) {
  const context = await browser.newContext({ locale: 'en', viewport: { width: 1000, height: 800 } });
  try {
    const page = await context.newPage();
    const found = troubles(page);
    const bundles = [];
    page.on('request', (request) => {
      if (/\.wasm\b/.test(request.url())) bundles.push(request.url());
    });
    await page.goto(url);

    if (shows === 'article') await expect(page.locator('.td-article__title')).toHaveText(article.title);
    // Nothing loads before it comes near the window.
    const place = page.locator('tadwina-comments, tadwina-article:not([discussion]), #discussion');
    await place.evaluate((element) => element.scrollIntoView({ block: 'end' }));
    await expect(page.locator('.td-comment').first()).toContainText(article.comments[0].author_name);
    const shadows = await place.evaluate((element) => element.shadowRoot?.querySelectorAll('.td-comment').length);
    assert.ok(shadows > 0, 'the comments stand in an open shadow root');

    const box = page.locator('form.td-comment-box');
    await expect(box.locator('.td-character-count__number')).toContainText(String(limit));
    const text = unique('a comment from a page of its own');
    await box.locator('textarea').fill(text);
    await box.locator('input[name="author"]').fill('Reader');
    await box.locator('input[type="email"]').fill('reader@example.org');
    await box.locator('button[type="submit"]').click();
    await expect(page.locator('.td-comment', { hasText: text })).toHaveCount(1);
    await expect(box.locator('textarea')).toHaveValue('');
    await expect(page.locator('#thanks')).toHaveText('Thank you.');

    assert.deepEqual(found, []);
    assert.equal(new Set(bundles).size, bundles.length, `no bundle is loaded twice: ${bundles.join(' ')}`);
    assert.ok(!bundles.some((bundle) => /\bblog-/.test(bundle)), 'the bundle of the whole blog is not needed');
  } finally {
    await context.close();
  }
}
