// The elements in the pages of the plugin: what a reader sees, and which requests the browser sends.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { article, category } from '../e2e/support/content.mjs';
import { collect, commentBox, REQUESTS, unique, urls } from '../e2e/support/page.mjs';
import { control, expect, html, make, SITE, THEMES, test } from './support.mjs';

const ELEMENTS = fileURLToPath(new URL('../../target/plugin/tadwina/assets/tadwina.js', import.meta.url));
const basic = article('basic');
const bread = article('bread');
const thread = article('long-thread');
const SCRIPT =
  /<script type="module"[^>]* src=['"]([^'"]*\/tadwina\/assets\/tadwina\.js\?ver=\d+)['"][^>]*><\/script>/g;

test.skip(!existsSync(ELEMENTS), 'the plugin was put together without the elements');

/** Goes to an article and waits until its discussion is shown. */
async function visit(page, path) {
  await page.goto(path);
  const discussion = page.locator('tadwina-comments, tadwina-blog').first();
  // The element loads when it comes near. The upgrade would wait at a comment that the widget does not show yet, so
  // the page scrolls to the top of the element.
  await discussion.evaluate((element) => element.scrollIntoView());
  await expect(page.locator('.td-comment-list, .td-discussion__empty').first()).toBeVisible();
}

/** Expects that a comment was sent and is approved. */
async function expectApproved(page, text) {
  await expect(commentBox(page).notice).toHaveAttribute('data-kind', 'success');
  await expect(page.locator('.td-comment', { hasText: text })).not.toHaveAttribute('data-status', 'held');
}

for (const theme of THEMES) {
  for (const who of ['an anonymous reader', 'the owner']) {
    test.describe(`${who}, with the theme ${theme},`, () => {
      test.use({ settings: `theme=${theme}` });

      test.beforeEach(async ({ page }) => {
        if (who === 'the owner') await control(page.request, '=login');
      });

      test('reads the discussion in place of the comments of the theme, without a request', async ({ page }) => {
        const requests = collect(page, REQUESTS.api, 'GET');
        await visit(page, bread.path);
        await expect(page.locator('tadwina-comments .td-comment')).toHaveCount(bread.comments.length);
        await expect(page.locator('#commentform')).toBeHidden();
        expect(urls(requests)).toEqual([]);
      });

      test('reads a long discussion, of which only the replies are requested', async ({ page }) => {
        const requests = collect(page, REQUESTS.api, 'GET');
        await visit(page, thread.path);
        const comments = page.locator('tadwina-comments .td-comment');
        await expect.poll(() => comments.count()).toBeGreaterThan(100); // of three hundred
        expect(urls(requests).filter((url) => !url.includes('&parent='))).toEqual([]);
      });

      test('posts a comment that everybody can see', async ({ page, request }) => {
        await visit(page, basic.path);
        const box = commentBox(page);
        const text = unique('من القارئة');
        const sent = collect(page, REQUESTS.comments, 'POST');
        await box.fill(text);
        await box.send.click();
        await expectApproved(page, text);
        expect(sent).toHaveLength(1);
        const comments = await request.get(`${SITE}/wp-json/wp/v2/comments?post=${basic.id}`);
        expect(await comments.text()).toContain(text.split(' ').at(-1));
        await page.reload();
        await page.locator('tadwina-comments').scrollIntoViewIfNeeded();
        await expect(page.locator('.td-comment', { hasText: text })).toBeVisible();
      });

      test('sees a held comment as held', async ({ page, request }) => {
        await control(request, '&moderation=1');
        await visit(page, basic.path);
        const box = commentBox(page);
        const text = unique('تنتظر');
        await box.fill(text);
        await box.send.click();
        await expect(page.locator('.td-comment', { hasText: text })).toHaveAttribute('data-status', 'held');
      });
    });
  }
}

test.describe('the settings of the site', () => {
  test('decide whether name and e-mail address are required, and how many comments load', async ({ page }) => {
    await control(page.request, '&anonymous=1&paged=1');
    const requests = collect(page, REQUESTS.api, 'GET');
    await visit(page, basic.path);
    const box = commentBox(page);
    await expect(box.name).toHaveAttribute('aria-required', 'false');
    const text = unique('بلا اسم');
    await box.text.fill(text);
    await box.send.click();
    await expectApproved(page, text);
    expect(urls(requests)).toEqual([]);
  });
});

test('the script is a module, and only pages with an element have it', async ({ request }) => {
  const found = [...(await html(request, basic.path)).matchAll(SCRIPT)];
  expect(found).toHaveLength(1);
  const response = await request.get(found[0][1]);
  expect(response.status()).toBe(200);
  expect(await html(request, '/')).not.toContain('tadwina.js');
});

test('blocks show an article and a share button without a request', async ({ page, request }) => {
  const content = `<!-- wp:tadwina/article {"post":"${basic.id}","loading":"eager"} /-->\n\n<!-- wp:tadwina/share {"slug":"${thread.slug}","loading":"eager"} /-->`;
  const { link } = await make(request, { post_content: content, comment_status: 'closed' });
  const requests = collect(page, REQUESTS.api, 'GET');
  await page.goto(link);
  await expect(page.locator('tadwina-article .td-article__title')).toHaveText(basic.title);
  await expect(page.locator('tadwina-share .td-share__button')).toBeVisible();
  expect(urls(requests)).toEqual([]);
});

test.describe('the whole blog', () => {
  test.use({ settings: 'front=1' });

  test('shows an article with its discussion without a request', async ({ page }) => {
    const requests = collect(page, REQUESTS.api, 'GET');
    await page.goto(thread.path);
    await expect(page.locator('tadwina-blog .td-article__title')).toHaveText(thread.title);
    await expect(page).toHaveTitle(new RegExp(thread.title));
    await expect(page.locator('.td-comment').first()).toBeVisible();
    // Of a long discussion the replies are requested.
    expect(urls(requests).filter((url) => !url.includes('&parent='))).toEqual([]);
  });

  test('preloads its bundle and loads it once', async ({ page, request }) => {
    const hinted = [
      ...(await html(request, basic.path)).matchAll(/<link rel="(?:modulepreload|preload)"[^>]* href="([^"]*)">/g),
    ].map(([, href]) => href);
    expect(hinted.map((href) => href.split('.').at(-1)).sort()).toEqual(['js', 'wasm']);
    const logged = [];
    page.on('console', (message) => logged.push(message.text()));
    const requests = collect(page, /\/tadwina\/assets\//);
    const foreign = collect(page, new RegExp(`^(?!${SITE}/|data:)`));
    await visit(page, basic.path);
    expect(urls(foreign)).toEqual([]);
    for (const href of hinted)
      expect(
        requests.filter((each) => each.url() === href),
        href,
      ).toHaveLength(1);
    expect(logged).toEqual([]);
  });

  test('shows lists without a request, and links need no reload', async ({ page }) => {
    for (const path of ['/', '/page/2/', category(3).path]) {
      const requests = collect(page, REQUESTS.api, 'GET');
      await page.goto(path);
      await expect(page.locator('tadwina-blog .td-teaser').first()).toBeVisible();
      expect(urls(requests), path).toEqual([]);
      page.removeAllListeners('request');
    }
    await page.evaluate(() => {
      globalThis.isSamePage = true;
    });
    const title = page.locator('tadwina-blog .td-teaser__title a').first();
    const text = await title.innerText();
    await title.click();
    await expect(page.locator('tadwina-blog .td-article__title')).toHaveText(text);
    expect(await page.evaluate(() => globalThis.isSamePage)).toBe(true);
  });

  test('takes a comment', async ({ page }) => {
    await visit(page, basic.path);
    const box = commentBox(page);
    const text = unique('من القارئة');
    await box.fill(text);
    await box.send.click();
    await expectApproved(page, text);
  });
});
