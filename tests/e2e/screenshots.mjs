// Makes a picture of every kind of page at three widths, light and dark, in Arabic and in English. Not a test.
//
//   node tests/e2e/screenshots.mjs FOLDER [part of a name]
//
// Files are called KIND-LOCALE-SCHEME-WIDTH.png.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { chromium } from '@playwright/test';

import { blogs } from './support/blog.mjs';
import { chromiumPath, QUIET } from './support/chromium.mjs';
import { article, category } from './support/content.mjs';
import { changePosts, commentBox, discussed, REQUESTS, visit } from './support/page.mjs';

const [folder, only = ''] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node tests/e2e/screenshots.mjs FOLDER [part of a name]');
  process.exit(2);
}

const openArticle = (key) => async (page) => {
  await visit(page, article(key).path);
  await discussed(page);
};

const KINDS = {
  home: (page) => visit(page, '/'),
  'home-2': (page) => visit(page, '/page/2/'),
  category: (page) => visit(page, category(3).path),
  'category-empty': (page) => visit(page, category(18).path),
  article: openArticle('basic'),
  'article-picture': openArticle('long-title'),
  'article-portrait': openArticle('portrait'),
  'article-wide': openArticle('wide'),
  'article-rich': openArticle('gallery'),
  'article-mixed': openArticle('mixed'),
  'article-english': openArticle('english'),
  'article-french': openArticle('french'),
  'article-closed': openArticle('closed'),
  'article-closed-draft': async (page) => {
    const { path } = article('basic');
    await visit(page, path);
    await commentBox(page).fill('كُتب قبل أن تُغلق التعليقات.');
    await changePosts(page, (post) => {
      post.comment_status = 'closed';
    });
    await visit(page, path);
    await commentBox(page).restored.waitFor();
  },
  'article-protected': (page) => visit(page, article('protected').path),
  'article-hostile': openArticle('hostile'),
  share: async (page) => {
    await openArticle('basic')(page);
    await page.locator('.td-share__button').click();
  },
  'share-refused': async (page) => {
    await openArticle('basic')(page);
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.locator('.td-share__button').click();
    await page.locator('button.td-share__item').click();
    await page.locator('.td-share__field').waitFor();
  },
  'box-typing': async (page) => {
    await openArticle('basic')(page);
    await commentBox(page).text.fill('سؤال صغير: كم كتابًا تسع العربة؟ '.repeat(28));
    await commentBox(page).text.focus();
  },
  'box-mistakes': async (page) => {
    await openArticle('basic')(page);
    await commentBox(page).fill('ب'.repeat(1003), { name: '', email: 'بلا عنوان' });
    await commentBox(page).send.click({ force: true });
    await commentBox(page).error('email').waitFor();
  },
  'box-held': async (page) => {
    await openArticle('bridge')(page);
    await commentBox(page).fill(`تعليق ينتظر المراجعة ${Date.now()}`);
    await commentBox(page).send.click();
    await page.locator('[data-status="held"]').first().waitFor();
  },
  'box-unreachable': async (page) => {
    await openArticle('basic')(page);
    await commentBox(page).fill('لا شبكة هنا');
    await page.context().setOffline(true);
    await commentBox(page).send.click();
    await commentBox(page).rejection('unreachable').waitFor();
  },
  'box-restored': async (page) => {
    await openArticle('basic')(page);
    await commentBox(page).fill('كنت أكتب شيئًا');
    await page.reload();
    await commentBox(page).restored.waitFor();
  },
  'not-found': (page) => visit(page, '/no-such-article/'),
  unreachable: async (page) => {
    await page.route(REQUESTS.api, (route) => route.abort());
    await visit(page, article('basic').path);
  },
  placeholder: async (page) => {
    for (const never of [REQUESTS.wasm, REQUESTS.posts]) await page.route(never, () => {});
    await page.goto(article('basic').path, { waitUntil: 'commit' });
    await page.locator('.td-placeholder').first().waitFor();
  },
};

await mkdir(folder, { recursive: true });
const all = blogs();
const browser = await chromium.launch({ executablePath: chromiumPath(), args: QUIET });
let failures = 0;
try {
  for (const locale of ['ar', 'en']) {
    const { url } = await all.open({ sandbox: ['--moderation'], settings: { 'data-locale': locale } });
    for (const colorScheme of ['light', 'dark']) {
      for (const [kind, open] of Object.entries(KINDS)) {
        const names = [360, 768, 1280].map((width) => ({
          width,
          name: `${kind}-${locale}-${colorScheme}-${width}.png`,
        }));
        if (!names.some(({ name }) => name.includes(only))) continue;
        const context = await browser.newContext({ baseURL: url, colorScheme, viewport: { width: 1280, height: 800 } });
        const page = await context.newPage();
        page.setDefaultTimeout(15_000);
        try {
          await open(page);
          for (const { width, name } of names) {
            if (!name.includes(only)) continue;
            await page.setViewportSize({ width, height: 800 });
            await page.screenshot({ path: join(folder, name), fullPage: true, animations: 'disabled' });
          }
        } catch (error) {
          failures += 1;
          console.error(`${kind} (${locale}, ${colorScheme}): ${error.message.split('\n')[0]}`);
        }
        await context.close();
      }
    }
  }
} finally {
  await browser.close();
  await all.close();
}
if (failures > 0) process.exitCode = 1;
