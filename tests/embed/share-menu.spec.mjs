// The menu of the share button stays within the window, wherever the button stands.

import { article } from '../e2e/support/content.mjs';
import { expect, test } from './support.mjs';

const basic = article('basic');

const button = (page) => page.locator('.td-share__button');
const menu = (page) => page.locator('.td-share__menu');

/** Expects that the whole menu is in the window, and that nothing of it is cut off. */
async function expectWithin(page) {
  await expect(menu(page)).toBeVisible();
  await expect
    .poll(() =>
      menu(page).evaluate((it) => {
        const { left, right, top, bottom } = it.getBoundingClientRect();
        const { clientWidth, clientHeight } = document.documentElement;
        return left >= 0 && right <= clientWidth && top >= 0 && bottom <= clientHeight;
      }),
    )
    .toBe(true);
  for (const item of await menu(page).locator('button, a').all()) {
    // In a low window the menu scrolls.
    await item.scrollIntoViewIfNeeded();
    const isOnTop = await item.evaluate((it) => {
      const { left, top, width, height } = it.getBoundingClientRect();
      const found = it.getRootNode().elementFromPoint(left + width / 2, top + height / 2);
      return it.contains(found);
    });
    expect(isOnTop, await item.innerText()).toBe(true);
  }
}

/** Takes the rules for browsers with anchor positioning out of an element's style sheet. */
const withoutAnchors = (page, host) =>
  page.locator(host).evaluate((element) => {
    const visit = (rules) => {
      for (let index = rules.cssRules.length - 1; index >= 0; index -= 1) {
        const rule = rules.cssRules[index];
        if (rule instanceof CSSSupportsRule && rule.conditionText.includes('position-area')) rules.deleteRule(index);
        else if (rule.cssRules) visit(rule);
      }
    };
    for (const sheet of element.shadowRoot.adoptedStyleSheets) visit(sheet);
  });

for (const [width, height] of [
  [320, 568],
  [390, 844],
  [844, 390],
]) {
  for (const [lang, dir] of [
    ['ar', 'rtl'],
    ['en', 'ltr'],
  ]) {
    test.describe(`${width} px wide, ${dir}`, () => {
      test.use({ viewport: { width, height } });

      for (const align of ['flex-start', 'center', 'flex-end', 'space-between']) {
        for (const where of ['start', 'end']) {
          test(`in a row (${align}), at the ${where} of the window`, async ({ page, open, api }) => {
            const row = `<div style="display: flex; justify-content: ${align}; overflow: hidden"><i>أ</i><tadwina-share api="${api}"></tadwina-share><i>ب</i></div>`;
            await open(
              `<div style="display: grid; align-content: ${where}; min-height: calc(100vh - 16px)">${row}</div>`,
              {
                lang,
              },
            );
            await button(page).click();
            await expectWithin(page);
            // Beside the button, not somewhere.
            const [at, around] = [await menu(page).boundingBox(), await button(page).boundingBox()];
            const gap = Math.max(at.y - around.y - around.height, around.y - at.y - at.height);
            if (height > 500) expect(gap).toBeCloseTo(8, 0);
          });
        }
      }

      test('in an article', async ({ page, open, api }) => {
        await open(`<tadwina-article api="${api}" post="${basic.id}"></tadwina-article>`, { lang });
        await button(page).click();
        await expectWithin(page);
      });

      test('in a page of the other direction', async ({ page, open, api }) => {
        await open(`<tadwina-share api="${api}"></tadwina-share>`, { lang, dir: dir === 'rtl' ? 'ltr' : 'rtl' });
        await button(page).click();
        await expectWithin(page);
      });

      test('without anchor positioning', async ({ page, open, api }) => {
        await open(`<tadwina-share api="${api}"></tadwina-share>`, { lang });
        await expect(button(page)).toBeVisible();
        await withoutAnchors(page, 'tadwina-share');
        await button(page).click();
        await expectWithin(page);
      });
    });
  }
}

test('of two elements in the tree of the page, each has its own menu beside its button', async ({
  page,
  open,
  api,
}) => {
  const element = `<tadwina-share api="${api}" shadow="none"></tadwina-share>`;
  await open(element.repeat(2));
  for (const index of [0, 1]) {
    await button(page).nth(index).click();
    await expect(menu(page).nth(index)).toBeVisible();
    await expect(menu(page).nth(1 - index)).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(menu(page).nth(index)).toBeHidden();
    await expect(button(page).nth(index)).toBeFocused();
  }
});
