// The layout of the page during the upgrade: nothing shifts, and the reader keeps the scroll position.

import { article } from '../e2e/support/content.mjs';
import { collect, hold, REQUESTS } from '../e2e/support/page.mjs';
import { noteShifts, openWithoutWasm, shifts } from './fallback.support.mjs';
import { box, expect, hears, settled, test, title } from './support.mjs';

const bread = article('bread');
const thread = article('long-thread');

for (const [width, height] of [
  [360, 740],
  [1280, 800],
]) {
  test.describe(`over a slow network, ${width} px wide`, () => {
    test.use({ viewport: { width, height } });

    for (const [what, { id, title: heading, html }] of [
      ['an article with text', thread],
      ['an article with a picture', bread],
    ]) {
      test(`${what} that the server rendered does not shift`, async ({ page, open, api }) => {
        await page.addInitScript(noteShifts);
        const site = await hold(page, REQUESTS.api);
        const requests = collect(page, REQUESTS.posts);
        const pictures = await hold(page, REQUESTS.picture);
        const releaseWasm = await openWithoutWasm(
          page,
          open,
          `
          <header id="top"><h2>الموقع</h2></header>
          <tadwina-article api="${api}" post="${id}">
            <article id="fallback" style="max-width: 37rem; line-height: 1.9"><h1>${heading}</h1>${html}<h2>تعليقات</h2>${'<p>تعليق'.repeat(8)}</article>
          </tadwina-article>
          <footer id="foot" style="height: 300px">أسفل</footer>`,
        );
        releaseWasm();
        await expect.poll(() => requests.length).toBeGreaterThan(0);
        site.release();
        await expect(title(page)).toHaveText(heading);
        pictures.release();
        await expect(box(page, 'tadwina-article').text).toBeAttached();
        await settled(page);
        await expect.poll(() => shifts(page)).toEqual([]);
      });
    }

    test('a share button in a row of the page does not shift', async ({ page, open, api }) => {
      await page.addInitScript(noteShifts);
      const releaseWasm = await openWithoutWasm(
        page,
        open,
        `<tadwina-share api="${api}"><a style="display: block; height: 48px" href="#">انشر</a></tadwina-share><p id="after">بعد</p>`,
      );
      releaseWasm();
      await expect(page.locator('.td-share__button')).toBeVisible();
      await settled(page);
      expect((await shifts(page)).filter(({ value }) => value > 0.01)).toEqual([]);
    });
  });
}

for (const align of ['center', 'end']) {
  test(`a share button at the ${align} of a row is as high as its button`, async ({ page, open, api }) => {
    await open(
      `<div style="display: flex; align-items: ${align}; height: 100px"><tadwina-share api="${api}"><a href="#">انشر</a></tadwina-share></div>`,
    );
    await hears(page, 'tadwina-ready');
    const heights = await page
      .locator('tadwina-share')
      .evaluate((host) => [host.offsetHeight, host.shadowRoot.querySelector('button').offsetHeight]);
    expect(heights[0]).toBe(heights[1]);
  });
}

test('a reader who scrolls before the upgrade keeps the scroll position', async ({ page, open, api }) => {
  const site = await hold(page, REQUESTS.api);
  const requests = collect(page, REQUESTS.posts);
  await open(
    `<tadwina-article api="${api}" post="${thread.id}" discussion="none"><article id="fallback"><h1>${thread.title}</h1><div style="height: 5000px">${thread.html}</div></article></tadwina-article><footer style="height: 3000px"></footer>`,
  );
  await expect.poll(() => requests.length).toBe(1);
  await page.evaluate(() => scrollTo(0, 600));
  site.release();
  await expect(title(page)).toHaveText(thread.title);
  await settled(page);
  expect(Math.abs((await page.evaluate(() => scrollY)) - 600)).toBeLessThan(100);
});
