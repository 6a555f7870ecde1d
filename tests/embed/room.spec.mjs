// Nothing in the page moves when the elements come, however late, where the page links room.css as docs/embedding.md says.

import { article } from '../e2e/support/content.mjs';
import { hold, REQUESTS } from '../e2e/support/page.mjs';
import { noteShifts, shifts } from './fallback.support.mjs';
import { box, comments, expect, hears, SCRIPT, settled, test, title } from './support.mjs';

const bread = article('bread');
const basic = article('basic');

const LINK = '<link rel="stylesheet" href="/tadwina/room.css">';
const FOOTER = '<footer id="foot">أسفل الصفحة</footer>';

/** Pages as in docs/embedding.md: with a fallback, without one, with the whole article in the element. */
const PAGES = {
  'a discussion with a fallback': (api) =>
    `<tadwina-comments api="${api}" slug="${bread.slug}"><a href="#">التعليقات</a></tadwina-comments>${FOOTER}`,
  'a discussion without a fallback': (api) =>
    `<h1>عنوان</h1><p>نص قصير.</p><tadwina-comments api="${api}" post="${bread.id}"></tadwina-comments>${FOOTER}`,
  'a discussion without comments': (api) =>
    `<h1>عنوان</h1><tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>${FOOTER}`,
  'an article': (api) => `<h1>الموقع</h1><tadwina-article api="${api}" post="${bread.id}"></tadwina-article>${FOOTER}`,
  'a share button in a row, and a discussion': (api) => `
    <h1>عنوان</h1>
    <div style="display: flex; gap: 1em; align-items: center"><b>بقلم سلمى</b><tadwina-share api="${api}" post="${bread.id}"></tadwina-share><b>٣ دقائق</b></div>
    <p>نص قصير.</p><tadwina-comments api="${api}" post="${bread.id}"></tadwina-comments>${FOOTER}`,
  'a blog': (api) => `<tadwina-blog api="${api}"></tadwina-blog>${FOOTER}`,
};

for (const width of [390, 1280]) {
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height: 800 } });

    for (const [what, body] of Object.entries(PAGES)) {
      test(`${what} moves nothing`, async ({ page, open, api }) => {
        await page.addInitScript(noteShifts);
        const wasm = await hold(page, REQUESTS.wasm);
        const [posts, list] = [await hold(page, REQUESTS.posts), await hold(page, REQUESTS.comments)];
        await open(body(api), { script: LINK + SCRIPT });
        await expect(page.locator('#foot')).toBeAttached();
        // Each answer comes when what was before it has been painted.
        for (const part of [wasm, posts, list]) {
          await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
          part.release();
        }
        await hears(page, 'tadwina-ready');
        if (what.includes('article')) await expect(title(page)).toBeVisible();
        if (what.includes('discussion')) await expect(box(page).text).toBeVisible();
        if (what.includes('row')) await expect(comments(page).first()).toBeVisible();
        await settled(page);
        expect(await shifts(page)).toEqual([]);
      });
    }
  });
}

test('the room of the share button is its button’s in each language', async ({ page, open, api }) => {
  for (const lang of ['ar', 'fr', 'en']) {
    await open(`<div style="display: flex"><tadwina-share api="${api}"></tadwina-share></div>`, {
      lang,
      script: LINK + SCRIPT,
    });
    const button = await page.locator('.td-share__button').boundingBox();
    const element = await page.locator('tadwina-share').boundingBox();
    expect(button.height).toBe(element.height);
    expect(button.width).toBeLessThanOrEqual(element.width);
    expect(element.width).toBe(136);
  }
});

test.describe('under a bar of the page', () => {
  const bar = '<div id="bar" style="position: fixed; inset: 0 0 auto; height: 100px; background: #eee">شريط</div>';
  for (const [how, css] of [
    ['scroll-padding', 'html { scroll-padding-block-start: 100px }'],
    ['--tadwina-scroll-margin', 'html { --tadwina-scroll-margin: 100px }'],
  ]) {
    test(`a comment that the address names stands below it, by ${how}`, async ({ page, open, api }) => {
      const id = bread.comments[0].id;
      await open(
        `${bar}<p style="height: 1500px"></p><tadwina-comments api="${api}" post="${bread.id}"></tadwina-comments><p style="height: 2000px"></p>`,
        { head: `<style>${css}</style>`, path: `/#comment-${id}`, at: '/' },
      );
      const comment = page.locator(`[id="comment-${id}"]`);
      await expect(comment).toBeInViewport();
      await expect.poll(async () => Math.round((await comment.boundingBox()).y)).toBeGreaterThanOrEqual(100);
      expect((await comment.boundingBox()).y).toBeLessThan(200);
    });
  }
});
