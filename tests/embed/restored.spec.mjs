// Copies of a page: Turbo keeps a clone of the body, htmx keeps its HTML, and both show it when the reader goes back. An
// element in a copy starts as it did in the page.

import { article } from '../e2e/support/content.mjs';
import { FALLBACK, fallback } from './fallback.support.mjs';
import { box, comments, expect, hears, settled, test } from './support.mjs';

const thread = article('long-thread');

const COPIES = {
  'a clone': () => {
    const copy = document.body.cloneNode(true);
    document.body.replaceWith(document.createElement('body'));
    return () => document.body.replaceWith(copy);
  },
  'its HTML': () => {
    const { innerHTML } = document.body;
    document.body.replaceChildren();
    return () => {
      document.body.innerHTML = innerHTML;
    };
  },
};

/** Takes the page away and shows a copy of it, in which the element has these attributes as well. */
const leaveAndReturn = (page, copy, attributes = {}) =>
  page.evaluate(
    async ([source, changed]) => {
      const restore = new Function(`return (${source})()`)();
      await new Promise((done) => setTimeout(done));
      restore();
      for (const [name, value] of Object.entries(changed)) {
        document.querySelector('tadwina-comments').setAttribute(name, value);
      }
    },
    [String(copy), attributes],
  );

for (const [what, copy] of Object.entries(COPIES)) {
  for (const shadow of ['open', 'none']) {
    for (const content of ['', FALLBACK]) {
      test(`${what} shows the discussion once, shadow="${shadow}"${content && ', with a fallback'}`, async ({
        page,
        open,
        api,
      }) => {
        await open(
          `<tadwina-comments api="${api}" post="${thread.id}" shadow="${shadow}">${content}</tadwina-comments>`,
        );
        await expect(comments(page).first()).toBeVisible();
        await box(page).text.fill('لا يضيع');
        await settled(page);
        await hears(page, 'tadwina-ready');
        await leaveAndReturn(page, copy);
        await hears(page, 'tadwina-ready', 2);
        await settled(page);
        await expect(page.locator('.tadwina')).toHaveCount(1);
        await expect(box(page).text).toHaveValue('لا يضيع');
        await expect(box(page).send).toBeEnabled();
        if (content) await expect(fallback(page)).toBeHidden();
        // The fallback is still there for the day when the element goes.
        await page.locator('tadwina-comments').evaluate(async (element) => {
          Object.defineProperty(globalThis, 'removed', { value: element });
          element.remove();
          await null;
        });
        expect(await page.evaluate(() => globalThis.removed.innerHTML)).toBe(content);
      });
    }
  }

  test(`${what} has its fallback when nothing can be shown any more`, async ({ page, open, api }) => {
    await open(`<tadwina-comments api="${api}" post="${thread.id}" shadow="none">${FALLBACK}</tadwina-comments>`);
    await expect(comments(page).first()).toBeVisible();
    await settled(page);
    await leaveAndReturn(page, copy, { digits: 'roman' });
    await hears(page, 'tadwina-error');
    await settled(page);
    await expect(fallback(page)).toBeVisible();
    await expect(page.locator('.tadwina')).toHaveCount(0);
  });
}
