// An element that moves within the page keeps its widget.

import { article } from '../e2e/support/content.mjs';
import { collect, hold, REQUESTS, urls } from '../e2e/support/page.mjs';
import { box, comments, expect, heardTypes, set, settled, test } from './support.mjs';

const basic = article('basic');
const thread = article('long-thread');

test.describe('an element that moves', () => {
  const MOVES = {
    'by insertBefore': (element) =>
      document.querySelector('#there').insertBefore(element, document.querySelector('#there').firstChild),
    'by append': (element) => document.querySelector('#there').append(element),
    'within its parent': (element) => element.parentNode.append(element),
    'into a shadow root': (element) => document.querySelector('#there').attachShadow({ mode: 'open' }).append(element),
    'with its parent': (element) => document.querySelector('#there').append(element.parentNode),
    'by remove and append': (element) => {
      element.remove();
      document.querySelector('#there').append(element);
    },
  };
  for (const shadow of ['open', 'none']) {
    for (const [how, move] of Object.entries(MOVES)) {
      test(`${how}, shadow="${shadow}", keeps its text and sends no request`, async ({ page, open, api }) => {
        await open(
          `<div id="here"><tadwina-comments api="${api}" post="${thread.id}" shadow="${shadow}"></tadwina-comments><p>بعد</p></div><div id="there"><p>x</p></div>`,
        );
        await expect(comments(page).first()).toBeVisible();
        await box(page).fill('لا يضيع');
        await page.locator('tadwina-comments .tadwina').evaluate((root) => (root.dataset.same = 'yes'));
        await settled(page);
        const requests = collect(page, /./);
        await page.locator('tadwina-comments').evaluate(move);
        await settled(page);
        await expect(box(page).text).toHaveValue('لا يضيع');
        await expect(page.locator('tadwina-comments .tadwina')).toHaveAttribute('data-same', 'yes');
        expect(urls(requests)).toEqual([]);
        expect(await heardTypes(page)).toEqual(['tadwina-ready']);
        // The widget still works.
        await set(page, 'tadwina-comments', { locale: 'en' });
        await expect(box(page).send).toHaveText('Post comment');
      });
    }
  }

  test('by moveBefore keeps the focus as well', async ({ page, open, api }) => {
    await open(`<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments><div id="there"></div>`);
    test.skip(!(await page.evaluate(() => 'moveBefore' in Element.prototype)), 'this browser has no moveBefore');
    await box(page).text.fill('لا يضيع');
    const requests = collect(page, /./);
    await page
      .locator('tadwina-comments')
      .evaluate((element) => document.querySelector('#there').moveBefore(element, null));
    await settled(page);
    await expect(box(page).text).toHaveValue('لا يضيع');
    await expect(box(page).text).toBeFocused();
    expect(urls(requests)).toEqual([]);
  });

  test('before the response arrives shows the response', async ({ page, open, api }) => {
    const { release } = await hold(page, REQUESTS.posts);
    const requests = collect(page, REQUESTS.posts);
    await open(`<tadwina-article api="${api}" post="${basic.id}">مهلا</tadwina-article><div id="there"></div>`);
    await expect.poll(() => requests.length).toBe(1);
    await page.locator('tadwina-article').evaluate(MOVES['by append']);
    release();
    await expect(page.locator('#there .td-article__title')).toHaveText(basic.title);
    expect(requests).toHaveLength(1);
  });

  test('before the bundle has loaded starts once', async ({ page, open, api }) => {
    const { release } = await hold(page, REQUESTS.wasm);
    const requests = collect(page, REQUESTS.wasm);
    await open(`<tadwina-article api="${api}" post="${basic.id}"></tadwina-article><div id="there"></div>`);
    await expect.poll(() => requests.length).toBe(1);
    await page.locator('tadwina-article').evaluate(MOVES['by append']);
    release();
    await expect(page.locator('#there .td-article__title')).toHaveText(basic.title);
    await settled(page);
    await expect(page.locator('.tadwina')).toHaveCount(1);
    expect(await heardTypes(page)).toEqual(['tadwina-ready']);
  });
});
