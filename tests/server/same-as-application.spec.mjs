// What the server renders is what the application shows: the same words in the same roles, for every page and language.

import { blogs } from '../e2e/support/blog.mjs';
import { allCategories, article, category, readableArticles } from '../e2e/support/content.mjs';
import { discussed, visit } from '../e2e/support/page.mjs';
import { test as base, expect } from './support.mjs';

/** What only one of them has: what needs a script, and what stands in its place without one. */
const OWN = [
  '.td-discussion__box',
  '.td-discussion__order',
  '.td-discussion__more',
  '.td-comment__actions',
  '.td-comment-list__reply',
  '.td-share',
  '[role="status"]',
].join();

const test = base.extend({
  application: [
    async ({}, use) => {
      const all = blogs();
      await use((api, locale) => all.open({ api, settings: { 'data-locale': locale } }));
      await all.close();
    },
    { scope: 'worker' },
  ],
});

test.use({ hasElements: false });

/**
 * What is left of a `<noscript>` that ends within an attribute: the native parser ends it there, as a browser that runs
 * scripts does, and `setHTML` does not.
 */
const BROKEN_NOSCRIPT = /^ *- text: "\\">"\n *- paragraph\n/m;

/** A server renders the first page of a discussion alone. */
const FIRST_PAGE = 100;

/** The roles and words of the page, without its origin; addresses as people read them. */
async function words(page, own) {
  await page.evaluate((selector) => {
    for (const element of document.querySelectorAll(selector)) element.remove();
  }, own);
  const snapshot = await page.locator('body').ariaSnapshot();
  return snapshot.replaceAll(new URL(page.url()).origin, '').replaceAll(/(?:%[0-9a-f]{2})+/gi, decodeURIComponent);
}

const PAGES = [
  ['the front page', '/'],
  ['its second page', '/page/2/'],
  ...allCategories.map((id) => [`category ${id}`, category(id).path]),
  ...readableArticles.map(article).map(({ key, path, comments }) => {
    const own = comments.length > FIRST_PAGE ? `${OWN}, .td-discussion` : OWN;
    return [`article ${key}`, path, own];
  }),
];

for (const locale of ['ar', 'fr', 'en']) {
  test.describe(`in ${locale}:`, () => {
    test.use({ locale });

    for (const [name, path, own = OWN] of PAGES) {
      test(name, async ({ page, site, application, context }) => {
        await page.goto(path);
        const rendered = (await words(page, own)).replace(BROKEN_NOSCRIPT, '');
        const { url } = await application(site.api, locale);
        const shown = await context.newPage();
        await visit(shown, url + path);
        if ((await shown.locator('.td-discussion').count()) > 0) await discussed(shown);
        expect(rendered).toContain('heading');
        // The application asks for the numbers of comments when the list is there.
        await expect.poll(() => words(shown, own)).toBe(rendered);
      });
    }
  });
}
