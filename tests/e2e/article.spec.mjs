// The page of one article.

import { article, category, site } from './support/content.mjs';
import { collect, discussed, hold, plain, REQUESTS, textOf, twoFrames, urls, visit } from './support/page.mjs';
import { expect, test } from './support/test.mjs';

const basic = article('basic');
const pictured = article('long-title');
const picture = site.media.find(({ id }) => id === pictured.featured_media);

test('the name of the blog is a link to the front page', async ({ page }) => {
  await visit(page, basic.path);
  const link = page.locator('.td-site-header').getByRole('link', { name: site.name });
  await expect(link).toHaveAttribute('href', '/');
});

test('breadcrumbs lead from the front page through every ancestor to the title', async ({ page }) => {
  await visit(page, basic.path);
  const crumbs = page.getByRole('navigation', { name: 'مسار التنقل' }).getByRole('listitem');
  const { trail } = category(3);
  expect(trail).toHaveLength(2);
  await expect(crumbs).toHaveText(['الرئيسية', ...trail.map(({ name }) => name), basic.title]);

  const links = page.locator('.td-breadcrumbs a');
  const targets = ['/', category(2).path, category(3).path];
  for (const [index, target] of targets.entries()) await expect(links.nth(index)).toHaveAttribute('href', target);
  await expect(links).toHaveCount(targets.length);
  await expect(page.locator('.td-breadcrumbs [aria-current="page"]')).toHaveText(basic.title);
});

test('breadcrumbs are a BreadcrumbList of schema.org', async ({ page }) => {
  await visit(page, basic.path);
  await expect(page.locator('.td-breadcrumbs li')).toHaveCount(4);
  const found = await page.locator('[itemtype="https://schema.org/BreadcrumbList"]').evaluate((list) =>
    [...list.querySelectorAll('[itemprop="itemListElement"][itemtype="https://schema.org/ListItem"]')].map((item) => ({
      position: item.querySelector('[itemprop="position"]').content,
      name: item.querySelector('[itemprop="name"]').textContent,
      item: item.querySelector('[itemprop="item"]')?.getAttribute('href') ?? null,
    })),
  );
  expect(found).toEqual([
    { position: '1', name: 'الرئيسية', item: '/' },
    { position: '2', name: category(2).name, item: category(2).path },
    { position: '3', name: category(3).name, item: category(3).path },
    { position: '4', name: basic.title, item: null },
  ]);
});

test('the title is the heading of the page', async ({ page }) => {
  await visit(page, basic.path);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(basic.title);
});

test('the title shows its entities and markup as text', async ({ page }) => {
  const ampersand = article('ampersand');
  await visit(page, ampersand.path);
  const title = plain(await page.getByRole('heading', { level: 1 }).innerText());
  expect(title).toContain('ملح & ماء');
  expect(title).not.toMatch(/&(?:amp|#)/);
});

for (const timezoneId of ['Africa/Casablanca', 'Pacific/Auckland']) {
  test.describe(`for a reader in ${timezoneId}`, () => {
    test.use({ timezoneId });

    test("the byline has the author, the date and the time in the site's time zone", async ({ page }) => {
      await visit(page, basic.path);
      const byline = plain(await page.locator('.td-byline').innerText());
      expect(byline).toBe(`كتبه ${basic.author.name} في 3 نوفمبر 2023 - 3:43 م`);
      await expect(page.locator('.td-byline time')).toHaveAttribute('datetime', '2023-11-03T15:43:00+01:00');
    });
  });
}

test('the body has every paragraph', async ({ page }) => {
  await visit(page, basic.path);
  const paragraphs = page.locator('.td-article > .td-prose > p');
  await expect(paragraphs).toHaveCount(8);
  const expected = await textOf(page, basic.html);
  expect(plain(await page.locator('.td-article > .td-prose').innerText())).toBe(plain(expected));
});

test('the body keeps tables, quotations, lists, code and images', async ({ page }) => {
  await visit(page, article('gallery').path);
  const prose = page.locator('.td-article > .td-prose');
  for (const element of ['table', 'blockquote', 'ul, ol', 'pre', 'img']) {
    await expect(prose.locator(element).first(), element).toBeVisible();
  }
});

test('the picture has alternative text, a caption, and its space before it loads', async ({ page }) => {
  const pictures = await hold(page, REQUESTS.picture);
  await visit(page, pictured.path);
  const image = page.locator('.td-figure img');
  await expect(image).toHaveAttribute('alt', picture.alt);
  await expect(page.locator('.td-figure figcaption')).toHaveText(picture.caption);

  const before = await image.boundingBox();
  expect(before.width / before.height).toBeCloseTo(picture.width / picture.height, 1);
  pictures.release();
  await expect.poll(() => image.evaluate((it) => it.complete && it.naturalWidth > 0)).toBe(true);
  const { width, height } = await image.boundingBox();
  expect(Math.abs(width - before.width) + Math.abs(height - before.height)).toBeLessThan(1);
});

for (const [kind, read, width] of [
  ['a plain article', basic, 360],
  ['a plain article', basic, 412],
  ['an article with a picture', pictured, 360],
  ['an article with a picture', pictured, 1280],
]) {
  test(`the layout of ${kind} does not shift while it loads, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 823 });
    await page.addInitScript(() => {
      globalThis.shifts = [];
      const observer = new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          if (entry.hadRecentInput) continue;
          const nodes = entry.sources.map(({ node }) => node?.className || node?.nodeName);
          globalThis.shifts.push({ value: entry.value, nodes });
        }
      });
      observer.observe({ type: 'layout-shift', buffered: true });
    });
    const wasm = await hold(page, REQUESTS.wasm);
    const posts = await hold(page, REQUESTS.posts);
    const rest = await hold(page, /\/wp\/v2\/(?:categories|comments)|\/wp-json\/\?/);
    const pictures = await hold(page, REQUESTS.picture);

    await page.goto(read.path, { waitUntil: 'commit' });
    await expect(page.locator('.td-placeholder').first()).toBeVisible();
    wasm.release();
    await page.waitForFunction(() => document.querySelector('.td-skip') !== null);
    posts.release();
    await expect(page.locator('.td-article__title')).toBeVisible();
    rest.release();
    await discussed(page);
    pictures.release();
    await expect
      .poll(() => page.locator('.td-figure img').evaluateAll((all) => all.every(({ complete }) => complete)))
      .toBe(true);
    // The observer has noted every shift two frames later.
    await twoFrames(page);

    const shifts = await page.evaluate(() => globalThis.shifts);
    const sum = shifts.reduce((total, { value }) => total + value, 0);
    expect(sum, JSON.stringify(shifts)).toBeLessThanOrEqual(0.05);
  });
}

test('the document has the title, the description, the language and the direction of the article', async ({ page }) => {
  await visit(page, basic.path);
  await expect(page).toHaveTitle(new RegExp(`^${basic.title}.*${site.name}$`));
  const description = page.locator('head meta[name="description"]');
  await expect(description).toHaveAttribute('content', new RegExp(basic.excerpt.slice(0, 60)));
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
});

for (const [locale, dir] of [
  ['fr', 'ltr'],
  ['en', 'ltr'],
]) {
  test.describe(`in ${locale}`, () => {
    test.use({ settings: { 'data-locale': locale } });

    test('the document has the language and direction of the reader, and the article keeps its own', async ({
      page,
    }) => {
      await visit(page, basic.path);
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      await expect(page.locator('html')).toHaveAttribute('dir', dir);
      const direction = (selector) =>
        page
          .locator(selector)
          .first()
          .evaluate((element) => getComputedStyle(element).direction);
      expect(await direction('.td-discussion__title')).toBe(dir);
      expect(await direction('.td-article__title')).toBe('rtl');
      expect(await direction('.td-article > .td-prose')).toBe('rtl');
      await expect(page.locator('.td-discussion__title')).not.toContainText(/\p{Script=Arabic}/u);
    });
  });
}

test('the page requests the article once, before the WASM has loaded', async ({ page }) => {
  const requests = collect(page, REQUESTS.posts);
  const began = page.waitForRequest(REQUESTS.posts);
  // If only the WASM requested the article, both would wait for each other.
  await page.route(REQUESTS.wasm, async (route) => {
    await began;
    await route.continue();
  });
  await visit(page, basic.path);
  await discussed(page);
  expect(urls(requests)).toHaveLength(1);
  const query = new URL(requests[0].url()).searchParams;
  expect(query.has('_embed')).toBe(true);
  expect(query.has('_fields')).toBe(true);
});

test('a closed article shows its comments and a notice in place of the box', async ({ page }) => {
  const closed = article('closed');
  await visit(page, closed.path);
  await expect(page.locator('.td-comment')).toHaveCount(closed.comments.length);
  await expect(page.locator('.td-discussion .td-notice[data-kind="closed"]')).toBeVisible();
  await expect(page.locator('form.td-comment-box')).toHaveCount(0);
});

test('an article without a picture has no figure', async ({ page }) => {
  await visit(page, basic.path);
  await expect(page.locator('.td-figure')).toHaveCount(0);
});
