// Accessibility of the elements in a host page: axe and the keyboard.

import { article } from '../e2e/support/content.mjs';
import { REQUESTS, unique } from '../e2e/support/page.mjs';
import { expectAccessible } from '../support/axe.mjs';
import { box, expect, hears, settled, test } from './support.mjs';

const basic = article('basic');
const bread = article('bread');
const gallery = article('gallery');

/** Waits until the page has settled, and expects that axe finds no problem. */
async function check(page, options) {
  await settled(page);
  await expectAccessible(page, [360, 1280], options);
}

const TEXTS = { ar: ['صفحة المضيف', 'نصّ من الصفحة'], en: ['The host', 'A text of the page'] };

for (const lang of ['ar', 'en']) {
  for (const colorScheme of ['light', 'dark']) {
    test.describe(`axe finds no problem in ${lang}, ${colorScheme}, with`, () => {
      test.use({ colorScheme });

      const head =
        '<style>:root { color-scheme: light dark; background: Canvas; color: CanvasText; font: 16px sans-serif } body { margin: 0 }</style>';
      const [heading, text] = TEXTS[lang];
      /** A page around an element. `title` is '' where the element shows a heading. */
      const around = (element, title = `<h1>${heading}</h1>`) => [
        `<main>${title}<p>${text}</p>${element}</main>`,
        { lang, head },
      ];

      for (const shadow of ['open', 'none']) {
        test(`an article with its discussion, shadow="${shadow}"`, async ({ page, open, api }) => {
          await open(
            ...around(`<tadwina-article shadow="${shadow}" api="${api}" post="${bread.id}"></tadwina-article>`, ''),
          );
          await expect(page.locator('.td-comment').first()).toBeVisible();
          // Without styles the links of the menu are too small.
          if (shadow === 'open') await page.locator('.td-share__button').click();
          await check(page, { isStyled: shadow === 'open' });
        });

        test(`a discussion, shadow="${shadow}"`, async ({ page, open, api }) => {
          await open(
            ...around(`<tadwina-comments shadow="${shadow}" api="${api}" post="${bread.id}"></tadwina-comments>`),
          );
          await expect(page.locator('.td-comment').first()).toBeVisible();
          await check(page);
        });
      }

      test('an article with tables and code', async ({ page, open, api }) => {
        await open(...around(`<tadwina-article api="${api}" post="${gallery.id}"></tadwina-article>`, ''));
        await expect(box(page, 'tadwina-article').text).toBeVisible();
        await check(page);
      });

      test('a share button and its open menu', async ({ page, open, api }) => {
        await open(...around(`<tadwina-share api="${api}"></tadwina-share>`));
        await page.locator('.td-share__button').click();
        await check(page);
      });

      test('a blog, its list and an article', async ({ page, open, api }) => {
        await open(`<tadwina-blog api="${api}"></tadwina-blog>`, { lang, head });
        await expect(page.locator('.td-teaser').first()).toBeVisible();
        // axe does not look for the target of a skip link within a shadow root.
        const disabledRules = ['region', 'skip-link'];
        await check(page, { disabledRules });
        await page.locator('.td-teaser__title a').first().click();
        await expect(box(page, 'tadwina-blog').text).toBeVisible();
        await check(page, { disabledRules });
      });

      test('a comment box with mistakes, and after a comment was sent', async ({ page, open, api }) => {
        await open(...around(`<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`));
        await box(page).send.click();
        await expect(box(page).form.locator('[aria-invalid="true"]').first()).toBeVisible();
        await check(page);
        await box(page).fill(unique('للفحص'));
        await box(page).send.click();
        await expect(box(page).notice).toBeVisible();
        await check(page);
      });

      test('a discussion and two share buttons in the tree of the page', async ({ page, open, api }) => {
        const elements = ['comments', 'share', 'share'].map(
          (kind) => `<tadwina-${kind} shadow="none" api="${api}" post="${bread.id}"></tadwina-${kind}>`,
        );
        await open(...around(elements.join('')));
        await hears(page, 'tadwina-ready', 3);
        await check(page);
      });

      for (const [what, attributes] of [
        ['a wrong setting', 'digits="roman"'],
        ['an unreachable site', ''],
      ]) {
        test(`the error of ${what}`, async ({ page, open, api }) => {
          await page.route(REQUESTS.api, (route) => route.abort());
          await open(...around(`<tadwina-comments api="${api}" post="${basic.id}" ${attributes}></tadwina-comments>`));
          await expect(page.locator('tadwina-comments [data-error]')).toBeVisible();
          await check(page);
        });
      }

      test('the error of a bundle that does not load', async ({ page, open, api }) => {
        await page.route(REQUESTS.wasm, (route) => route.abort());
        await open(...around(`<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`));
        await expect(page.locator('tadwina-comments [data-error="not-started"]')).toBeVisible();
        await check(page);
      });
    });
  }
}

test('Tab moves through a discussion in reading order and out again', async ({ page, open, api }) => {
  await open(
    `<button id="before">قبل</button><tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments><button id="after">بعد</button>`,
  );
  await expect(box(page).text).toBeVisible();
  await page.locator('#before').focus();
  const reached = [];
  while (reached.at(-1) !== 'after' && reached.length < 60) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      const { outlineStyle, boxShadow } = getComputedStyle(at);
      return { name: at.id || at.type, isMarked: outlineStyle !== 'none' || boxShadow !== 'none' };
    });
    expect(stop.isMarked, `${stop.name} shows that it has the focus`).toBe(true);
    reached.push(stop.name);
  }
  expect(reached.slice(-7)).toEqual([
    'td-body',
    'td-name',
    'td-email',
    'td-website',
    'td-remember',
    'td-send',
    'after',
  ]);
});
