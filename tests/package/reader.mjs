// A reader in a page that embeds tadwina: reads, comments, and sees the thanks of the page.

import assert from 'node:assert/strict';

import { expect as eventually } from '@playwright/test';

import { unique } from '../e2e/support/page.mjs';

/** Development servers build files on request. */
const EXPECT_TIMEOUT_MS = 20_000;
const expect = eventually.configure({ timeout: EXPECT_TIMEOUT_MS });

/** Collects the problems of a page: errors, and files that are missing. */
function collectProblems(page) {
  const found = [];
  page.on('pageerror', (error) => found.push(String(error)));
  page.on('console', (message) => {
    // Browsers request an icon on their own.
    if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico')) found.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) found.push(`${response.status()} ${response.url()}`);
  });
  page.on('requestfailed', (request) => found.push(`${request.failure().errorText} ${request.url()}`));
  return found;
}

/**
 * Visits a page that shows the comments of `article`, posts a comment, and waits until the page thanks for it.
 *
 * @param {{ article: object, hasArticle?: boolean, limit: number }} expected  `hasArticle`: the element also shows
 *   the article; `limit` is the comment limit of the page.
 */
export async function postsComment(browser, url, { article, hasArticle, limit }) {
  const context = await browser.newContext({ locale: 'en', viewport: { width: 1000, height: 800 } });
  try {
    const page = await context.newPage();
    const problems = collectProblems(page);
    const bundles = [];
    page.on('request', (request) => {
      if (/\.wasm\b/.test(request.url())) bundles.push(request.url());
    });
    await page.goto(url);

    if (hasArticle) await expect(page.locator('.td-article__title')).toHaveText(article.title);
    // The element loads when it comes near the window.
    const element = page.locator('tadwina-comments, tadwina-article:not([discussion]), #discussion');
    await element.evaluate((it) => it.scrollIntoView({ block: 'end' }));
    await expect(page.locator('.td-comment').first()).toContainText(article.comments[0].author_name);
    const count = await element.evaluate((it) => it.shadowRoot?.querySelectorAll('.td-comment').length);
    assert.ok(count > 0, 'the comments are in an open shadow root');

    const box = page.locator('form.td-comment-box');
    await expect(box.locator('.td-character-count')).toContainText(String(limit));
    const text = unique('a comment from a page of its own');
    await box.locator('textarea').fill(text);
    await box.locator('input[name="author"]').fill('Reader');
    await box.locator('input[type="email"]').fill('reader@example.org');
    await box.locator('button[type="submit"]').click();
    await expect(page.locator('.td-comment', { hasText: text })).toHaveCount(1);
    await expect(box.locator('textarea')).toHaveValue('');
    await expect(page.locator('#thanks')).toHaveText('Thank you.');

    assert.deepEqual(problems, []);
    assert.equal(new Set(bundles).size, bundles.length, `no bundle is loaded twice: ${bundles.join(' ')}`);
    assert.ok(!bundles.some((bundle) => /\bblog-/.test(bundle)), 'the bundle of the whole blog is not needed');
  } finally {
    await context.close();
  }
}
