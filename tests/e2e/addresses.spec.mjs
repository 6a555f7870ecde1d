// Existing links of a WordPress site keep working, and links within the blog need no reload.

import { article, articleCount, category, encodedSlug, site, titlesIn } from './support/content.mjs';
import { at, changePosts, collect, REQUESTS, twoFrames, visit } from './support/page.mjs';
import { expect, test } from './support/test.mjs';

const basic = article('basic');
const long = article('long-title');
const slug = encodedSlug(basic.slug);
/** Articles on a page of a list, by default. */
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

test('an article is found although WordPress has cut its slug', async ({ page }) => {
  expect(long.slug.length).toBeLessThan(long.title.length);
  await visit(page, long.path);
  await expect(heading(page)).toHaveText(long.title);
});

for (const path of ['/2023/11/03/no-such-article/', '/?p=999999', '/%ff/', '/page/0/', '/category/no-such-category/']) {
  test(`${path} shows a "not found" page with a link to the front page`, async ({ page }) => {
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

test('the document of the front page has the title and the description of the blog', async ({ page }) => {
  await visit(page, '/');
  await expect(page).toHaveTitle(new RegExp(site.name));
  const description = page.locator('head meta[name="description"]');
  await expect(description).toHaveAttribute('content', new RegExp(site.description.slice(0, 20)));
});

test('the next link leads through all pages of the list', async ({ page }) => {
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

test('a page after the last says that there are no older articles, with a way back', async ({ page }) => {
  await visit(page, '/page/99/');
  await expect(page.locator('.td-notice[data-kind="empty"]')).toHaveText('لا توجد مقالات أقدم.');
  await expect(page.locator('.td-pagination__previous')).toBeVisible();
  await expect(page.locator('.td-pagination__next')).toHaveCount(0);
});

test('a nested category shows its ancestors in the breadcrumbs and lists its articles', async ({ page }) => {
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

test('the second page of a category has its name and a link to its first page', async ({ page }) => {
  // Two articles on a page, so that the sample blog has a second page.
  await page.route(REQUESTS.posts, (route, request) => {
    const url = new URL(request.url());
    url.searchParams.set('per_page', '2');
    return route.continue({ url: url.href });
  });
  await visit(page, `${category(3).path}page/2/`);
  await expect(heading(page)).toHaveText(category(3).name);
  await expect(page.locator('.td-pagination__previous')).toHaveAttribute('href', category(3).path);
});

test('links load the next page without a reload', async ({ page }) => {
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

test('a link in the text of an article loads the other article without a reload', async ({ page }) => {
  await changePosts(
    page,
    (post) => {
      post.content.rendered = `<p><a href="${long.path}">إلى المقال الآخر</a></p>`;
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

test('back and forward show the pages of the history', async ({ page }) => {
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

test('the page of the last link stays when responses arrive in another order', async ({ page }) => {
  await visit(page, '/');
  const late = article('trees');
  let respond;
  const lateResponse = new Promise((resolve) => {
    respond = resolve;
  });
  let release;
  const released = new Promise((resolve) => {
    release = resolve;
  });
  await page.route(new RegExp(`slug=${encodedSlug(late.slug)}`, 'i'), async (route) => {
    await released;
    await route.continue().catch(() => {}); // the application may have cancelled the request
    respond();
  });
  await page.locator('.td-teaser__title a').nth(0).click();
  await expect(page).toHaveURL(at(late.path));
  await page.locator('.td-site-header a').click();
  await expect(page.locator('.td-teaser')).toHaveCount(PER_PAGE);
  release();
  await lateResponse;
  await twoFrames(page);
  await expect(page.locator('.td-teaser')).toHaveCount(PER_PAGE);
  await expect(page.locator('.td-article')).toHaveCount(0);
});

test('a new page is shown from its top', async ({ page }) => {
  await visit(page, '/');
  await page.locator('.td-pagination__next').click();
  await expect(page.locator('.td-pagination__current')).toHaveText(/^صفحة 2/);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
});

test('the first press of Tab focuses a link that skips to the content', async ({ page }) => {
  await visit(page, basic.path);
  await page.keyboard.press('Tab');
  const skip = page.locator('.td-skip');
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('#td-main')).toBeFocused();
  await expect(heading(page)).toHaveText(basic.title);
});

test('the front page requests its articles and the sticky ones once', async ({ page }) => {
  const requests = collect(page, REQUESTS.posts);
  await visit(page, '/');
  await expect(page.locator('.td-teaser__count').first()).toBeVisible();
  expect(requests.map((request) => new URL(request.url()).searchParams.get('sticky'))).toEqual(['false', 'true']);
});

test.describe('with data-base', () => {
  test.use({ settings: { 'data-base': '/blog' } });

  test('the application reads and writes addresses below that path', async ({ page }) => {
    await visit(page, `/blog${basic.path}`);
    await expect(heading(page)).toHaveText(basic.title);
    await expect(page.locator('.td-site-header a')).toHaveAttribute('href', '/blog/');
    await page.locator('.td-breadcrumbs a').nth(1).click();
    await expect(page).toHaveURL(at(`/blog${category(2).path}`));
    await expect(heading(page)).toHaveText(category(2).name);
  });
});

test('the list of a category has the articles of the categories below it', async ({ page }) => {
  const titles = titlesIn([8, 9, 10, 11]);
  await visit(page, category(8).path);
  await expect(page.locator('.td-teaser')).toHaveCount(titles.length);
  for (const title of titles) {
    await expect(page.locator('.td-teaser__title').getByText(title, { exact: true })).toHaveCount(1);
  }
});
