// Accessibility of every kind of page: axe, the keyboard, larger text, reduced motion.

import { expectAccessible } from '../support/axe.mjs';
import { article, category } from './support/content.mjs';
import { commentBox, discussed, REQUESTS, visit } from './support/page.mjs';
import { expect, test } from './support/test.mjs';

const basic = article('basic');
const WIDTHS = [360, 768, 1280];

/** Kinds of pages, each with a function that opens it. */
const PAGES = {
  'the front page': async (page) => visit(page, '/'),
  'a category': async (page) => visit(page, category(3).path),
  'an empty category': async (page) => visit(page, category(18).path),
  'a plain article': async (page) => {
    await visit(page, basic.path);
    await discussed(page);
  },
  'an article with a picture and comments': async (page) => {
    await visit(page, article('bread').path);
    await discussed(page);
  },
  'an article with tables, code and quotations': async (page) => {
    await visit(page, article('gallery').path);
    await discussed(page);
  },
  'a closed article': async (page) => {
    await visit(page, article('closed').path);
    await discussed(page);
  },
  'a protected article': async (page) => visit(page, article('protected').path),
  'an article with the share menu open': async (page) => {
    await visit(page, basic.path);
    await page.locator('.td-share__button').click();
    await expect(page.locator('.td-share__menu')).toBeVisible();
  },
  'a comment box with mistakes': async (page) => {
    await visit(page, basic.path);
    const box = commentBox(page);
    await box.text.fill('ب'.repeat(1003));
    await box.send.click({ force: true });
    await expect(box.error('email')).toBeVisible();
  },
  'a held comment': async (page) => {
    await visit(page, basic.path);
    await discussed(page);
    const box = commentBox(page);
    await box.fill(`للفحص ${Date.now()}`);
    await box.send.click();
    await expect(box.notice).toBeVisible();
  },
  'a missing page': async (page) => visit(page, '/no-such-article/'),
  'a page without a response of the API': async (page) => {
    await page.route(REQUESTS.api, (route) => route.abort());
    await visit(page, basic.path);
  },
};

for (const locale of ['ar', 'en']) {
  for (const colorScheme of ['light', 'dark']) {
    test.describe(`in ${locale}, ${colorScheme}`, () => {
      test.use({ settings: { 'data-locale': locale }, sandbox: ['--moderation'], colorScheme });

      for (const [kind, open] of Object.entries(PAGES)) {
        test(`axe finds no problem in ${kind} at ${WIDTHS.join(', ')} px`, async ({ page }) => {
          await open(page);
          await expectAccessible(page, WIDTHS);
        });
      }
    });
  }
}

for (const locale of ['ar', 'en']) {
  test.describe(`in ${locale}`, () => {
    test.use({ settings: { 'data-locale': locale } });

    test('Tab moves through an article in reading order', async ({ page }) => {
      await visit(page, basic.path);
      await discussed(page);
      const reached = [];
      for (let presses = 0; presses < 30; presses += 1) {
        await page.keyboard.press('Tab');
        const stop = await page.evaluate(() => {
          const { activeElement: it, body } = document;
          if (it === body) return null;
          const { outlineStyle, boxShadow } = getComputedStyle(it);
          return { name: it.id || it.className, isMarked: outlineStyle !== 'none' || boxShadow !== 'none' };
        });
        if (stop === null) break;
        expect(stop.isMarked, `${stop.name} shows that it has the focus`).toBe(true);
        reached.push(stop.name);
      }
      const expected = [
        'td-skip',
        '', // the name of the blog
        ...Array(3).fill('td-breadcrumbs__link'),
        'td-share__button td-button',
        'td-format-0',
        'td-body',
        'td-name',
        'td-email',
        'td-website',
        'td-remember',
        'td-send',
      ];
      expect(reached.slice(0, expected.length)).toEqual(expected);
    });

    for (const [kind, path] of [
      ['a plain article', basic.path],
      ['an article with a long title', article('long-title').path],
      ['an article with tables and code', article('gallery').path],
      ['the hostile article', article('hostile').path],
      ['the front page', '/'],
    ]) {
      test(`${kind} fits 360 px when text has twice its size`, async ({ page }) => {
        await page.setViewportSize({ width: 360, height: 740 });
        await page.addInitScript(() => {
          addEventListener('DOMContentLoaded', () => {
            document.documentElement.style.fontSize = '200%';
          });
        });
        await visit(page, path);
        const wide = await page.evaluate(() => ({
          by: document.documentElement.scrollWidth - innerWidth,
          widest: [...document.querySelectorAll('.tadwina *')]
            .filter((element) => {
              const { left, right } = element.getBoundingClientRect();
              return left < -1 || right > innerWidth + 1;
            })
            .slice(0, 5)
            .map((element) => `${element.nodeName}.${element.className}`),
        }));
        expect(wide.by, JSON.stringify(wide.widest)).toBeLessThanOrEqual(0);
      });
    }

    test('on a phone every control is at least 44 px high', async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 740 });
      await visit(page, basic.path);
      await page.locator('.td-share__button').click();
      const targets = page
        .locator(
          'button, input:not([type="checkbox"], [name="subject"]), label:has(input), textarea, .td-share__item, .td-site-header a',
        )
        .filter({ visible: true });
      for (const target of await targets.all()) {
        const { height, width } = await target.boundingBox();
        const what = await target.evaluate((it) => it.outerHTML.slice(0, 100));
        expect(Math.min(height, width), what).toBeGreaterThanOrEqual(44);
      }
      await visit(page, '/');
      for (const target of await page.locator('.td-pagination a').all()) {
        expect((await target.boundingBox()).height).toBeGreaterThanOrEqual(44);
      }
    });
  });
}

test('a reader who prefers reduced motion sees no animation', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // Nothing loads, so the placeholder stays.
  for (const never of [REQUESTS.wasm, REQUESTS.posts]) await page.route(never, () => {});
  await page.goto(basic.path, { waitUntil: 'commit' });
  await expect(page.locator('.td-placeholder').first()).toBeVisible();
  const animations = await page.evaluate(
    () =>
      document
        .getAnimations()
        .filter(({ playState, effect }) => playState === 'running' && effect.getTiming().iterations > 1).length,
  );
  expect(animations).toBe(0);
});
