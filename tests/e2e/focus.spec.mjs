// After a navigation without loading, the focus is where a reader goes on, and screen readers say once what is new.

import { article, category } from './support/content.mjs';
import { fault, hold, REQUESTS, shown, visit } from './support/page.mjs';
import { expect, test } from './support/test.mjs';

const basic = article('basic');
const heading = (page) => page.locator('#td-main h1').first();
const teaser = (page) => page.locator('.td-teaser__title a').first();

/** Runs in the page: notes what gets the focus, with the title that the document has then, and every live text. */
function listen() {
  globalThis.focused = [];
  addEventListener('focusin', ({ target }) => {
    globalThis.focused.push({ name: target.localName, text: target.textContent, title: document.title });
  });
}

/** The headings that got the focus. */
const headings = (page) => page.evaluate(() => globalThis.focused.filter(({ name }) => name === 'h1'));

for (const [what, delay] of [
  ['at once', 0],
  ['late', 300],
]) {
  test(`the heading of each new page gets the focus once, after its title, when responses come ${what}`, async ({
    page,
  }) => {
    if (delay) await fault(page, REQUESTS.api, `delay=${delay}`);
    await page.addInitScript(listen);
    await visit(page, '/');
    await expect(page.locator('.td-site-header a')).toBeVisible();
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    const home = await page.title();
    const steps = [
      () => teaser(page).click(),
      () => page.locator('.td-breadcrumbs a').last().click(),
      () => page.locator('.td-site-header a').click(),
    ];
    const titles = [];
    for (const step of steps) {
      await step();
      await shown(page);
      await expect.poll(async () => (await headings(page)).length).toBe(titles.length + 1);
      titles.push(await page.title());
    }
    const found = await headings(page);
    expect(found.map(({ title }) => title)).toEqual(titles);
    expect(titles[2]).toBe(home);
    for (const [index, { text, title }] of found.entries()) if (index !== 2) expect(title).toContain(text);
    await expect(page.getByRole('status').filter({ hasText: found[0].text })).toHaveCount(0);
  });
}

test('the heading of an error gets the focus, and is no alert beside it', async ({ page }) => {
  await visit(page, '/');
  await page.route(REQUESTS.posts, (route) => route.fulfill({ status: 503, body: '' }));
  await teaser(page).click();
  await expect(page.locator('[data-error="server"] h1')).toBeFocused();
  await expect(page.getByRole('alert')).toHaveCount(0);
  // What comes with another attempt is said too.
  await page.unroute(REQUESTS.posts);
  await page.getByRole('button').click();
  await expect(page.locator('.td-article__title')).toBeFocused();
});

test('an error at the first load is an alert', async ({ page }) => {
  await page.route(REQUESTS.posts, (route) => route.fulfill({ status: 503, body: '' }));
  await visit(page, basic.path);
  await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'server');
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
});

test('a late page does not take the focus from where the reader has put it', async ({ page }) => {
  await visit(page, '/');
  const posts = await hold(page, REQUESTS.posts);
  await teaser(page).click();
  const home = page.locator('.td-site-header a');
  await home.focus();
  posts.release();
  await expect(page.locator('.td-article')).toBeVisible();
  await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => setTimeout(next))));
  await expect(home).toBeFocused();
});

test('the heading has a ring after the keyboard and none after the mouse', async ({ page }) => {
  const ring = () => heading(page).evaluate((it) => getComputedStyle(it).outlineStyle);
  await visit(page, '/');
  await teaser(page).click();
  await expect(page.locator('.td-article__title')).toBeFocused();
  expect(await ring()).toBe('none');
  await visit(page, '/');
  await teaser(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.td-article__title')).toBeFocused();
  expect(await ring()).toBe('solid');
});

test('the focus on a heading does not scroll the page', async ({ page }) => {
  await visit(page, basic.path);
  await page.locator('.td-breadcrumbs a').last().click();
  await expect(page.locator('.td-list-title')).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  expect(new URL(page.url()).pathname).toBe(category(basic.categories[0]).path);
});
