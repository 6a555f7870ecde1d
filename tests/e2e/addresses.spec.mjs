// Existing links of a WordPress site keep working, and lead about without a reload.

import { article, articleCount, category, encodedSlug, site } from './support/content.mjs';
import { ASKS, at, collect, visit } from './support/page.mjs';
import { expect, test } from './support/test.mjs';

const basic = article('basic');
const long = article('long-title');
const slug = encodedSlug(basic.slug);
/** As many as a WordPress shows on a page unless it is told otherwise. */
const PER_PAGE = 10;

const heading = (page) => page.getByRole('heading', { level: 1 });
const notFound = (page) => page.locator('[data-error="not-found"]');

for (const [how, path] of [
  ['its permalink, percent-encoded in lower case', basic.path],
  ['its permalink, percent-encoded in upper case', basic.path.replace(/%../g, (octet) => octet.toUpperCase())],
  ['its permalink, decoded', decodeURI(basic.path)],
  ['its permalink without the slash at the end', basic.path.slice(0, -1)],
  ['its slug alone', `/${slug}/`],
  ['another permalink structure', `/archives/${slug}`],
  ['its number', `/?p=${basic.id}`],
  [
    'its slug with a zero-width non-joiner in it',
    `/2023/11/03/${encodeURIComponent(basic.slug.replace('ي', 'ي\u200c'))}/`,
  ],
  ['its permalink with a campaign in the query', `${basic.path}?utm_source=news`],
]) {
  test(`an article is found by ${how}`, async ({ page }) => {
    await visit(page, path);
    await expect(heading(page)).toHaveText(basic.title);
  });
}

test('an article whose slug WordPress has cut is found', async ({ page }) => {
  expect(long.slug.length).toBeLessThan(long.title.length);
  await visit(page, long.path);
  await expect(heading(page)).toHaveText(long.title);
});

for (const path of ['/2023/11/03/no-such-article/', '/?p=999999', '/%ff/', '/page/0/', '/category/no-such-category/']) {
  test(`${path} is not found, which is said, with a way home`, async ({ page }) => {
    await visit(page, path);
    await expect(notFound(page)).toBeVisible();
    await expect(page).not.toHaveTitle('');
    await expect(notFound(page).getByRole('link', { name: 'الرئيسية' })).toHaveAttribute('href', '/');
    await expect(notFound(page).getByRole('button')).toHaveCount(0);
  });
}

test('the front page lists the newest articles with title, excerpt, date and comments', async ({ page }) => {
  await visit(page, '/');
  const teasers = page.locator('.td-teaser');
  await expect(teasers).toHaveCount(PER_PAGE);
  const dates = await teasers.locator('time').evaluateAll((times) => times.map((time) => Date.parse(time.dateTime)));
  expect(dates).toEqual([...dates].sort((a, b) => b - a));

  const newest = article('trees');
  const first = teasers.first();
  await expect(first.getByRole('heading', { level: 2 })).toHaveText(newest.title);
  await expect(first.locator('.td-teaser__excerpt')).toHaveText(newest.excerpt);
  await expect(first.locator('.td-teaser__count')).toHaveText('تعليقان');
});

test('the front page has the title and the description of the blog', async ({ page }) => {
  await visit(page, '/');
  await expect(page).toHaveTitle(new RegExp(site.name));
  const description = page.locator('head meta[name="description"]');
  await expect(description).toHaveAttribute('content', new RegExp(site.description.slice(0, 20)));
});

test('pages of the list follow each other, to the last', async ({ page }) => {
  await visit(page, '/');
  const seen = new Set();
  const pages = Math.ceil(articleCount / PER_PAGE);
  for (let number = 1; number <= pages; number += 1) {
    await expect(page.locator('.td-pagination__current')).toHaveText(`صفحة ${number} من ${pages}`);
    await expect(page).toHaveURL(number === 1 ? '/' : `/page/${number}/`);
    for (const title of await page.locator('.td-teaser__title').allInnerTexts()) seen.add(title);
    if (number < pages) await page.locator('.td-pagination__next').click();
  }
  await expect(page.locator('.td-pagination__next')).toHaveCount(0);
  expect(seen.size).toBe(articleCount);
  await page.locator('.td-pagination__previous').click();
  await expect(page).toHaveURL(`/page/${pages - 1}/`);
});

test('beyond the last page there is nothing', async ({ page }) => {
  await visit(page, '/page/99/');
  await expect(notFound(page)).toBeVisible();
});

test('a nested category lists its articles below its ancestors', async ({ page }) => {
  const books = category(3);
  await visit(page, books.path);
  await expect(heading(page)).toHaveText(books.name);
  await expect(page).toHaveTitle(new RegExp(books.name));
  await expect(page.locator('.td-breadcrumbs li')).toHaveText(['الرئيسية', ...books.trail.map(({ name }) => name)]);
  await expect(page.locator('.td-teaser__title')).toContainText([basic.title]);
});

test('a category is found by its last segment alone', async ({ page }) => {
  await visit(page, `/category/${encodedSlug(category(3).slug)}/`);
  await expect(heading(page)).toHaveText(category(3).name);
});

test('an empty category says that it is empty', async ({ page }) => {
  await visit(page, category(18).path);
  await expect(heading(page)).toHaveText(category(18).name);
  await expect(page.locator('.td-notice[data-kind="empty"]')).toBeVisible();
});

test('a category has a second page, and it names its category', async ({ page }) => {
  // Two to a page, so that the sample blog has enough for two pages.
  await page.route(ASKS.posts, (route, request) => {
    const url = new URL(request.url());
    url.searchParams.set('per_page', '2');
    return route.continue({ url: url.href });
  });
  await visit(page, `${category(3).path}page/2/`);
  await expect(heading(page)).toHaveText(category(3).name);
  await expect(page.locator('.td-pagination__previous')).toHaveAttribute('href', category(3).path);
});

test('links lead on without a reload', async ({ page }) => {
  await visit(page, '/');
  await page.evaluate(() => {
    globalThis.sameDocument = true;
  });
  await page.locator('.td-teaser__title a').first().click();
  await expect(heading(page)).toHaveText(article('trees').title);
  await expect(page).toHaveURL(at(article('trees').path));
  await page.locator('.td-breadcrumbs a').nth(1).click();
  await expect(heading(page)).toHaveText(category(15).trail[0].name);
  await page.locator('.td-site-header a').click();
  await expect(page.locator('.td-teaser')).toHaveCount(PER_PAGE);
  expect(await page.evaluate(() => globalThis.sameDocument)).toBe(true);
});

test('a link within the text of an article leads on without a reload too', async ({ page }) => {
  await page.route(
    ASKS.posts,
    async (route) => {
      const response = await route.fetch();
      const posts = await response.json();
      posts[0].content.rendered = `<p><a href="${long.path}">إلى المقال الآخر</a></p>`;
      await route.fulfill({ response, json: posts });
    },
    { times: 1 },
  );
  await visit(page, basic.path);
  await page.evaluate(() => {
    globalThis.sameDocument = true;
  });
  await page.getByRole('link', { name: 'إلى المقال الآخر' }).click();
  await expect(heading(page)).toHaveText(long.title);
  expect(await page.evaluate(() => globalThis.sameDocument)).toBe(true);
});

test('back and forward show what was there', async ({ page }) => {
  await visit(page, '/');
  await page.locator('.td-pagination__next').click();
  await expect(page.locator('.td-pagination__current')).toHaveText(/^صفحة 2/);
  await page.locator('.td-teaser__title a').first().click();
  const title = await page.locator('.td-article__title').innerText();
  await page.goBack();
  await expect(page.locator('.td-pagination__current')).toHaveText(/^صفحة 2/);
  await page.goBack();
  await expect(page.locator('.td-pagination__current')).toHaveText(/^صفحة 1/);
  await page.goForward();
  await page.goForward();
  await expect(heading(page)).toHaveText(title);
});

test('the last link wins when answers come in another order', async ({ page }) => {
  await visit(page, '/');
  const late = article('trees');
  let answered;
  const lateAnswered = new Promise((resolve) => {
    answered = resolve;
  });
  let release;
  const released = new Promise((resolve) => {
    release = resolve;
  });
  await page.route(new RegExp(`slug=${encodedSlug(late.slug)}`, 'i'), async (route) => {
    await released;
    await route.continue().catch(() => {}); // taken back: as good as answered
    answered();
  });
  await page.locator('.td-teaser__title a').nth(0).click();
  await expect(page).toHaveURL(at(late.path));
  await page.locator('.td-site-header a').click();
  await expect(page.locator('.td-teaser')).toHaveCount(PER_PAGE);
  release();
  await lateAnswered;
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await expect(page.locator('.td-teaser')).toHaveCount(PER_PAGE);
  await expect(page.locator('.td-article')).toHaveCount(0);
});

test('the focus moves to the page after a navigation, not at the first load', async ({ page }) => {
  await visit(page, '/');
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  await page.locator('.td-teaser__title a').first().click();
  await expect(page.locator('#td-main')).toBeFocused();
});

test('a new page begins at its top', async ({ page }) => {
  await visit(page, '/');
  await page.locator('.td-pagination__next').click();
  await expect(page.locator('.td-pagination__current')).toHaveText(/^صفحة 2/);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
});

test('the first press of Tab offers to skip to the content', async ({ page }) => {
  await visit(page, basic.path);
  await page.keyboard.press('Tab');
  const skip = page.locator('.td-skip');
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('#td-main')).toBeFocused();
  await expect(heading(page)).toHaveText(basic.title);
});

test('a page of the list asks for its articles once', async ({ page }) => {
  const asked = collect(page, ASKS.posts);
  await visit(page, '/');
  await expect(page.locator('.td-teaser__count').first()).toBeVisible();
  expect(asked).toHaveLength(1);
});

test.describe('below a path of its own', () => {
  test.use({ settings: { 'data-base': '/blog' } });

  test('addresses are read and written below that path', async ({ page }) => {
    await visit(page, `/blog${basic.path}`);
    await expect(heading(page)).toHaveText(basic.title);
    await expect(page.locator('.td-site-header a')).toHaveAttribute('href', '/blog/');
    await page.locator('.td-breadcrumbs a').nth(1).click();
    await expect(page).toHaveURL(at(`/blog${category(2).path}`));
    await expect(heading(page)).toHaveText(category(2).name);
  });
});
