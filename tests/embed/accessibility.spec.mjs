// axe finds nothing wrong with a page that has the elements, in any look.

import { AxeBuilder } from '@axe-core/playwright';

import { article } from '../e2e/support/content.mjs';
import { ASKS, unique } from '../e2e/support/page.mjs';
import { box, expect, hears, settled, test } from './support.mjs';

const basic = article('basic');
const bread = article('bread');
const gallery = article('gallery');

async function check(page, without = [], isStyled = true) {
  await settled(page);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .disableRules(without)
      .analyze();
    const found = violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `  ${html}\n  ${failureSummary}`).join('\n')}`,
    );
    expect(found, `${width} px`).toEqual([]);
    if (!isStyled) continue;
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide, `${width} px: how far the page scrolls sideways`).toBeLessThanOrEqual(0);
  }
}

const WORDS = { ar: ['صفحة المضيف', 'نصّ من الصفحة'], en: ['The host', 'A text of the page'] };

for (const lang of ['ar', 'en']) {
  for (const colorScheme of ['light', 'dark']) {
    test.describe(`in ${lang}, ${colorScheme}`, () => {
      test.use({ colorScheme });

      const head =
        '<style>:root { color-scheme: light dark; background: Canvas; color: CanvasText; font: 16px sans-serif } body { margin: 0 }</style>';
      const [heading, text] = WORDS[lang];
      /** A page with its own heading, or without one where the part brings it. */
      const around = (part, title = `<h1>${heading}</h1>`) => [
        `<main>${title}<p>${text}</p>${part}</main>`,
        { lang, head },
      ];

      for (const shadow of ['open', 'none']) {
        test(`an article with its discussion, shadow="${shadow}"`, async ({ page, open, api }) => {
          await open(
            ...around(`<tadwina-article shadow="${shadow}" api="${api}" post="${bread.id}"></tadwina-article>`, ''),
          );
          await expect(page.locator('.td-comment').first()).toBeVisible();
          // Without styles a menu's links are as small as the page leaves them.
          if (shadow === 'open') await page.locator('.td-share__button').click();
          await check(page, [], shadow === 'open');
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

      test('a share button, its menu open', async ({ page, open, api }) => {
        await open(...around(`<tadwina-share api="${api}"></tadwina-share>`));
        await page.locator('.td-share__button').click();
        await check(page);
      });

      test('a blog: its list and an article', async ({ page, open, api }) => {
        await open(`<tadwina-blog api="${api}"></tadwina-blog>`, { lang, head });
        await expect(page.locator('.td-teaser').first()).toBeVisible();
        // axe does not look for the target of a skip link within a shadow root.
        await check(page, ['region', 'skip-link']);
        await page.locator('.td-teaser__title a').first().click();
        await expect(box(page, 'tadwina-blog').text).toBeVisible();
        await check(page, ['region', 'skip-link']);
      });

      test('a comment box with mistakes, and one that has sent', async ({ page, open, api }) => {
        await open(...around(`<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`));
        await box(page).send.click();
        await expect(box(page).form.locator('[aria-invalid="true"]').first()).toBeVisible();
        await check(page);
        await box(page).fill(unique('للفحص'));
        await box(page).send.click();
        await expect(box(page).notice).toBeVisible();
        await check(page);
      });

      test('two discussions and two share buttons in the page’s own tree', async ({ page, open, api }) => {
        const parts = ['comments', 'share', 'share'].map(
          (kind) => `<tadwina-${kind} shadow="none" api="${api}" post="${bread.id}"></tadwina-${kind}>`,
        );
        await open(...around(parts.join('')));
        await hears(page, 'tadwina-ready', 3);
        await check(page);
      });

      for (const [what, attributes] of [
        ['a wrong setting', 'digits="roman"'],
        ['a site that does not answer', ''],
      ]) {
        test(`what is said of ${what}`, async ({ page, open, api }) => {
          await page.route(ASKS.anything, (route) => route.abort());
          await open(...around(`<tadwina-comments api="${api}" post="${basic.id}" ${attributes}></tadwina-comments>`));
          await expect(page.locator('tadwina-comments [data-error]')).toBeVisible();
          await check(page);
        });
      }

      test('that nothing could be loaded', async ({ page, open, api }) => {
        await page.route(ASKS.wasm, (route) => route.abort());
        await open(...around(`<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`));
        await expect(page.locator('tadwina-comments [data-error="not-started"]')).toBeVisible();
        await check(page);
      });
    });
  }
}

test('the keyboard goes through a discussion in reading order and out again', async ({ page, open, api }) => {
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
      return { name: at.id || at.type, seen: outlineStyle !== 'none' || boxShadow !== 'none' };
    });
    expect(stop.seen, `${stop.name} shows that it has the focus`).toBe(true);
    reached.push(stop.name);
  }
  expect(reached.slice(-5)).toEqual(['td-body', 'td-name', 'td-email', 'submit', 'after']);
});
