// From page to page: what the browser loads before a link is pressed, and the policy of the pages.

import { article, category } from '../e2e/support/content.mjs';
import { collect, twoFrames } from '../e2e/support/page.mjs';
import { expect, live, ownComments, test, violations } from './support.mjs';

const bread = article('bread');

for (const [what, path] of [
  ['the front page', '/'],
  ['a category', category(3).path],
  ['an article', bread.path],
]) {
  test(`the policy refuses nothing that ${what} does`, async ({ page }) => {
    await page.goto(path);
    await page.keyboard.press('End');
    const discussion = page.locator('tadwina-comments');
    if ((await discussion.count()) > 0) {
      await discussion.evaluate((element) => element.scrollIntoView());
      await expect(live(page)).toBeVisible();
      await page.evaluate(() => scrollTo(0, 0));
      await expect(page.locator('tadwina-share .tadwina')).toHaveCount(1);
    }
    await page.waitForLoadState('networkidle');
    await twoFrames(page);
    expect(await violations(page)).toEqual([]);
  });
}

test('in browsers without a sanitiser of their own the policy allows the other', async ({ page }) => {
  await page.addInitScript(() => delete Element.prototype.setHTML);
  const purifier = collect(page, /purify\.es-\w+\.js$/);
  await page.goto(bread.path);
  await page.locator('tadwina-comments').evaluate((element) => element.scrollIntoView());
  await expect(live(page)).toBeVisible();
  expect(purifier).toHaveLength(1);
  expect(await violations(page)).toEqual([]);
});

test('a script that somebody got into the page does not run', async ({ page }) => {
  await page.goto(bread.path);
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    try {
      script.textContent = 'globalThis.hasRun = true';
    } catch {
      return 'refused';
    }
    document.body.append(script);
    return globalThis.hasRun;
  });
  expect(ran).toBe('refused');
});

test('a browser loads an article before its link is pressed, and no address that does something', async ({ page }) => {
  await page.goto(bread.path);
  const matched = await page.evaluate(() => {
    const rules = JSON.parse(document.querySelector('script[type="speculationrules"]').text);
    const [all, { not: left }] = rules.prerender[0].where.and;
    const is = (pattern, path) => new URLPattern(pattern, location.href).test(new URL(path, location.href));
    const isWanted = (path) => is(all.href_matches, path) && !left.href_matches.some((pattern) => is(pattern, path));
    return [...document.querySelectorAll('a[href]')]
      .filter(({ origin, rel, target }) => origin === location.origin && !rel.includes('nofollow') && !target)
      .map((link) => [link.pathname + link.search, isWanted(link.href)])
      .concat(
        [
          '/wp-admin/',
          '/wp-login.php',
          '/wp-login.php?action=logout',
          '/wp-content/uploads/a.pdf',
          '/wp-json/',
          '/feed/',
        ]
          .concat(['/a/feed/', '/?replytocom=7', '/a/?add-to-cart=7', '/_tadwina/a.js', 'https://elsewhere.example/'])
          .map((path) => [path, isWanted(path)]),
      );
  });
  const wanted = matched.filter(([, isWanted]) => isWanted).map(([path]) => path);
  const left = matched.filter(([, isWanted]) => !isWanted).map(([path]) => path);
  expect(wanted).toContain('/');
  expect(left.slice(-11)).toHaveLength(11);
  expect(wanted.every((path) => /^\/(?:$|category\/|\d{4}\/|[^?]*\/$)/.test(path))).toBe(true);
});

test('without elements the pages are the same and nothing is loaded', async ({ browser, running }) => {
  const { url } = await running({ sandbox: [], locale: 'ar', hasElements: false });
  const page = await browser.newPage();
  const loaded = collect(page, /\.(?:js|wasm)$/);
  await page.goto(url + bread.path);
  await page.locator('.td-comment-box').evaluate((form) => form.scrollIntoView());
  await page.waitForLoadState('networkidle');
  expect(loaded).toEqual([]);
  await expect(page.locator('tadwina-comments, tadwina-share')).toHaveCount(0);
  await expect(ownComments(page, bread)).toHaveCount(bread.comments.length);
  await page.close();
});
