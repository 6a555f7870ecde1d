// A reader without scripts before a real WordPress, through tadwina-server @wordpress

import { article } from '../e2e/support/content.mjs';
import { unique } from '../e2e/support/page.mjs';
import { plainBox } from '../server/support.mjs';
import { expect, test } from './wordpress-fixtures.mjs';

const basic = article('basic');
const bread = article('bread');
const locked = article('protected');

test.use({ javaScriptEnabled: false });

/** Writes a comment and sends it. */
async function post(page, body) {
  const { text, name, email, send } = plainBox(page);
  await text.fill(body);
  await name.fill('قارئة');
  await email.fill('reader@example.org');
  await send.click();
}

/** Where a request is led, without following. */
async function ledTo(request, path) {
  const response = await request.get(path, { maxRedirects: 0 });
  const { pathname, search, origin } = new URL(response.headers().location, response.url());
  expect(origin).toBe(new URL(response.url()).origin);
  return [response.status(), pathname + search];
}

test.describe('@wordpress a reader', () => {
  test('reads an article, comments and comes back to the comment', async ({ page }) => {
    const body = unique('تعليق');
    await page.goto(basic.path);
    await expect(page.locator('h1')).toHaveText(basic.title);
    await post(page, body);
    await expect(page.locator('.td-comment', { hasText: body })).toBeInViewport();
    await expect(page).toHaveURL(/#comment-\d+$/);
    await page.goto(basic.path);
    await expect(page.locator('.td-comment', { hasText: body })).toHaveCount(1);
  });

  test('is told that a comment waits, and nobody else sees it', async ({ page, control }) => {
    await control('&moderation=1');
    const body = unique('ينتظر');
    await page.goto(basic.path);
    await post(page, body);
    await expect(page.locator('.td-notice[data-kind="held"]')).toBeInViewport();
    await page.goto(basic.path);
    await expect(page.locator('.td-comment', { hasText: body })).toHaveCount(0);
  });

  test('is told why WordPress refuses a comment, and keeps it', async ({ page, control }) => {
    const body = unique('مرّتين');
    await page.goto(basic.path);
    await post(page, body);
    await page.goto(basic.path);
    const [again] = await Promise.all([page.waitForResponse(/wp-comments-post\.php/), post(page, body)]);
    expect(again.status()).toBe(409);
    await expect(page.locator('form.td-comment-box textarea')).toHaveValue(body);
    await control('&flood=1');
    await page.goto(basic.path);
    const early = unique('مسرعة');
    const [soon] = await Promise.all([page.waitForResponse(/wp-comments-post\.php/), post(page, early)]);
    expect(soon.status()).toBe(429);
    await expect(page.locator('form.td-comment-box textarea')).toHaveValue(early);
    await expect(page.locator('.td-notice[data-kind="error"]')).toBeVisible();
  });

  test('opens an article with its password, and only this reader', async ({ page, request }) => {
    await page.goto(locked.path);
    await page.locator('input[name="post_password"]').fill(locked.password);
    await page.locator('form.post-password-form [type="submit"]').click();
    await expect(page).toHaveURL(new RegExp(`${new URL(locked.path, page.url()).pathname}$`, 'i'));
    const sentence = locked.html.match(/<p>([^<]{20})/)[1];
    await expect(page.getByText(sentence)).toBeVisible();
    const other = await (await request.get(locked.path)).text();
    expect(other).toContain('name="post_password"');
    expect(other).not.toContain(sentence);
  });

  test('is led from old addresses to the article, on the same host', async ({ request }) => {
    expect(await ledTo(request, `/?p=${bread.id}`)).toEqual([301, bread.path]);
    for (const slug of bread.old_slugs) {
      const old = `/${bread.path.split('/').slice(1, 4).join('/')}/${encodeURIComponent(slug)}/`;
      expect(await ledTo(request, old), slug).toEqual([301, bread.path]);
    }
  });

  test('gets the feed with addresses of the same host', async ({ request, baseURL, wordpress }) => {
    const feed = await request.get('/feed/');
    expect([feed.status(), feed.headers()['content-type']]).toEqual([200, 'application/rss+xml; charset=UTF-8']);
    const text = await feed.text();
    expect(text).toContain(`<link>${baseURL}`);
    expect(text).not.toContain(wordpress);
  });

  test('learns in their language that there is nothing', async ({ page }) => {
    for (const path of ['/لا-شيء/', '/2023/11/03/لا-شيء/', '/category/لا-شيء/']) {
      const response = await page.goto(path);
      expect(response.status(), path).toBe(404);
      await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
      await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);
      await expect(page.locator('.tadwina')).toBeVisible();
    }
  });

  test('gets long answers whole', async ({ request, baseURL, wordpress }) => {
    const path = '/wp-json/wp/v2/posts?per_page=100';
    const through = await (await request.get(path)).text();
    const direct = await (await request.get(wordpress + path)).text();
    const own = (text, origin) => text.replaceAll(origin.replaceAll('/', '\\/'), '');
    expect(through.length).toBeGreaterThan(100_000);
    expect(own(through, baseURL)).toBe(own(direct, wordpress));
  });
});
