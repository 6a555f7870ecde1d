// Accessibility of the server's pages: axe, before the elements and with them. What a reader does with the keyboard alone is
// in keyboard.spec.mjs.

import { article, category } from '../e2e/support/content.mjs';
import { expectAccessible } from '../support/axe.mjs';
import { brokenServers, COMMENT_PAGES, MISSING } from './pages.mjs';
import { expect, live, test } from './support.mjs';

const WIDTHS = [360, 768, 1280];
const bread = article('bread');

const PAGES = {
  'the front page': '/',
  'a category': category(3).path,
  'an empty category': category(18).path,
  'an article with a picture and comments': bread.path,
  'an article with tables, code and quotations': article('gallery').path,
  'a closed article': article('closed').path,
  'the hostile article': article('hostile').path,
  'a further page of a discussion': COMMENT_PAGES[0],
  'a reply': `${bread.path}?replytocom=${bread.comments[0].id}`,
  'a held comment': `${bread.path}?unapproved=7&moderation-hash=0f`,
  'a missing page': MISSING,
};

/** Those that have every colour of the pages. */
const COLOURFUL = ['an article with a picture and comments', 'a held comment', 'a missing page'];

for (const locale of ['ar', 'en']) {
  for (const colorScheme of ['light', 'dark']) {
    test.describe(`in ${locale}, ${colorScheme}:`, () => {
      test.use({ locale, colorScheme });

      test.describe('without elements', () => {
        test.use({ hasElements: false });

        for (const [kind, path] of Object.entries(PAGES)) {
          if (colorScheme === 'dark' && !COLOURFUL.includes(kind)) continue;
          test(`axe finds no problem in ${kind}`, async ({ page }) => {
            await page.goto(path);
            await expectAccessible(page, WIDTHS);
          });
        }

        test('axe finds no problem in an open share menu', async ({ page }) => {
          await page.goto(bread.path);
          await page.locator('.td-share__button').click();
          await expect(page.locator('.td-share__menu')).toBeVisible();
          await expectAccessible(page, WIDTHS);
        });
      });

      test('axe finds no problem in an article whose elements are live', async ({ page }) => {
        await page.goto(bread.path);
        await page.locator('tadwina-comments').evaluate((element) => element.scrollIntoView());
        await expect(live(page)).toBeVisible();
        await page.evaluate(() => scrollTo(0, 0));
        await expect(page.locator('tadwina-share .tadwina')).toHaveCount(1);
        await expectAccessible(page, WIDTHS);
      });
    });
  }

  test(`axe finds no problem in pages that say what is wrong, in ${locale}`, async ({ page }) => {
    const broken = await brokenServers(['--locale', locale]);
    for (const status of [502, 503]) {
      await page.goto(broken[status]);
      // It tries again by itself. Nothing is lost by that: there are two sentences and a link.
      await expectAccessible(page, WIDTHS, { disabledRules: ['meta-refresh'] });
    }
    await broken.stop();
  });
}
