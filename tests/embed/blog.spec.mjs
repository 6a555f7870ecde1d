// A blog within a page: its addresses, and what stays with the page.

import { article, site as blog, category } from '../e2e/support/content.mjs';
import { collect, REQUESTS, urls } from '../e2e/support/page.mjs';
import { blogTitle, teasers } from './blog.support.mjs';
import { expect, heard, hears, page as hostPage, set, settled, test } from './support.mjs';

const basic = article('basic');
const bread = article('bread');
const thread = article('long-thread');

/** Marks the document, so that a test can see whether it is replaced. */
const markDocument = (page) => page.evaluate(() => Object.defineProperty(globalThis, 'isMarked', { value: true }));
const isSameDocument = (page) => page.evaluate(() => globalThis.isMarked === true);

const lower = (address) => address.toLowerCase();

test.describe('with addresses in the fragment', () => {
  test('links, back and forward work without a reload', async ({ page, open, site, api }) => {
    await open(`<tadwina-blog api="${api}"></tadwina-blog>`, { path: '/page/?a=1', at: '/page/' });
    await expect(teasers(page).first()).toBeVisible();
    await markDocument(page);
    const length = await page.evaluate(() => history.length);
    const first = await teasers(page).first().innerText();
    await teasers(page).first().click();
    await expect(blogTitle(page)).toHaveText(first);
    expect(page.url()).toMatch(new RegExp(`^${site.url}/page/\\?a=1#/\\d{4}/`));
    expect(await page.evaluate(() => history.length)).toBe(length + 1);
    await page.locator('tadwina-blog .td-breadcrumbs a').last().click();
    await expect(page.locator('tadwina-blog .td-breadcrumbs')).toBeVisible();
    await expect(page).toHaveURL(/#\/category\//);
    await page.goBack();
    await expect(blogTitle(page)).toHaveText(first);
    await page.goBack();
    await expect(teasers(page).first()).toHaveText(first);
    expect(page.url()).toBe(`${site.url}/page/?a=1`);
    await page.goForward();
    await expect(blogTitle(page)).toHaveText(first);
    expect(await isSameDocument(page)).toBe(true);
  });

  for (const [what, fragment, shown] of [
    ['an article', `#${basic.path}`, (page) => expect(blogTitle(page)).toHaveText(basic.title)],
    [
      'a category',
      `#${category(3).path}`,
      (page) => expect(page.locator('tadwina-blog h1')).toHaveText(category(3).name),
    ],
    [
      'a page of the list',
      '#/page/2/',
      (page) =>
        expect(page.locator('tadwina-blog .td-pagination [aria-current], tadwina-blog .td-pagination')).toContainText(
          '2',
        ),
    ],
    ['the front page', '#/', (page) => expect(teasers(page).first()).toBeVisible()],
    [
      'an error for a missing page',
      '#/2020/01/01/no-such/',
      (page) => expect(page.locator('tadwina-blog [data-error="not-found"]')).toBeVisible(),
    ],
  ]) {
    test(`the blog shows ${what} at its address, also when a reader changes the address`, async ({
      page,
      open,
      api,
    }) => {
      await open(`<tadwina-blog api="${api}"></tadwina-blog>`, { path: `/${fragment}`, at: '/' });
      await shown(page);
      await page.evaluate((path) => (location.hash = path), bread.path);
      await expect(blogTitle(page)).toHaveText(bread.title);
      await page.evaluate((to) => (location.hash = to), fragment);
      await shown(page);
    });
  }

  test('a fragment of the page does not change the blog', async ({ page, open, api }) => {
    await open(
      `<a id="to" href="#section">إلى القسم</a><tadwina-blog api="${api}"></tadwina-blog><div style="height: 3000px"></div><h2 id="section">قسم</h2><div style="height: 3000px"></div>`,
      { path: `/#${basic.path}`, at: '/' },
    );
    await expect(blogTitle(page)).toHaveText(basic.title);
    await settled(page);
    const requests = collect(page, REQUESTS.api);
    await page.locator('#to').click();
    await expect(page).toHaveURL(/#section$/);
    expect(await page.locator('#section').evaluate((it) => Math.abs(it.getBoundingClientRect().top))).toBeLessThan(5);
    await settled(page);
    expect(urls(requests)).toEqual([]);
    await expect(blogTitle(page)).toHaveText(basic.title);
    expect(await heard(page, 'tadwina-navigate')).toEqual([]);
  });

  test('a page that opens at its own fragment shows the front page and stays there', async ({ page, open, api }) => {
    await open(
      `<div style="height: 3000px"></div><h2 id="section">قسم</h2><tadwina-blog loading="eager" api="${api}"></tadwina-blog><div style="height: 3000px"></div>`,
      { path: '/#section', at: '/' },
    );
    await expect(teasers(page).first()).toBeAttached();
    await settled(page);
    expect(await page.locator('#section').evaluate((it) => Math.abs(it.getBoundingClientRect().top))).toBeLessThan(5);
  });

  test('the share button shares an address that opens the article in this page', async ({ page, open, site, api }) => {
    await open(`<tadwina-blog api="${api}"></tadwina-blog>`, { path: `/#${basic.path}`, at: '/' });
    await page.locator('tadwina-blog .td-share__button').click();
    const [{ detail }] = await hears(page, 'tadwina-share');
    expect(detail.title).toBe(basic.title);
    expect(lower(detail.url)).toBe(lower(`${site.url}/#${basic.path}`));
    await page.goto('about:blank');
    await page.goto(detail.url);
    await expect(blogTitle(page)).toHaveText(basic.title);
  });
});

test.describe('with addresses below a path', () => {
  const under = (site, body, options) => {
    site.put('/blog/*', hostPage(body, options));
    site.put('/blog', hostPage(body, options));
    site.put('/outside/', '<!doctype html><title>خارج</title>');
  };
  const blog = (api, base = '/blog') =>
    `<nav><a id="mine" href="/blog${bread.path}">خبز</a> <a id="out" href="/outside/">إلى الخارج</a></nav><tadwina-blog base="${base}" api="${api}"></tadwina-blog>`;

  for (const base of ['/blog', ' /blog/ ']) {
    test(`base="${base}": links, back and forward work without a reload, and a reload shows the same article`, async ({
      page,
      site,
      api,
    }) => {
      under(site, blog(api, base));
      await page.goto(`${site.url}/blog/`);
      const first = await teasers(page).first().innerText();
      expect(
        await teasers(page)
          .first()
          .evaluate((link) => new URL(link.href).pathname),
      ).toMatch(/^\/blog\/\d{4}\//);
      await markDocument(page);
      await teasers(page).first().click();
      await expect(blogTitle(page)).toHaveText(first);
      expect(new URL(page.url()).pathname).toMatch(/^\/blog\/\d{4}\//);
      await page.goBack();
      await expect(teasers(page).first()).toHaveText(first);
      await page.goForward();
      await expect(blogTitle(page)).toHaveText(first);
      expect(await isSameDocument(page)).toBe(true);
      await page.reload();
      await expect(blogTitle(page)).toHaveText(first);
      expect(await isSameDocument(page)).toBe(false);
    });
  }

  test('links of the page reload it, also links below the path', async ({ page, site, api }) => {
    under(site, blog(api));
    await page.goto(`${site.url}/blog/`);
    await expect(teasers(page).first()).toBeVisible();
    await markDocument(page);
    await page.locator('#mine').click();
    await expect(blogTitle(page)).toHaveText(bread.title);
    expect(await isSameDocument(page)).toBe(false);
    await page.locator('#out').click();
    await expect(page).toHaveTitle('خارج');
  });

  test('a press with a modifier key opens another tab', async ({ page, context, site, api }) => {
    under(site, blog(api));
    await page.goto(`${site.url}/blog/`);
    const [other] = await Promise.all([
      context.waitForEvent('page'),
      teasers(page)
        .first()
        .click({ modifiers: ['ControlOrMeta'] }),
    ]);
    await expect(other.locator('tadwina-blog .td-article__title')).toBeVisible();
    await expect(teasers(page).first()).toBeVisible();
    expect(await heard(page, 'tadwina-navigate')).toEqual([]);
  });

  test('base="/" covers the whole site', async ({ page, site, api }) => {
    const body = `<tadwina-blog base="/" api="${api}"></tadwina-blog>`;
    site.put('/', hostPage(body));
    site.put('/*', hostPage(body));
    await page.goto(site.url);
    await markDocument(page);
    const first = await teasers(page).first().innerText();
    await teasers(page).first().click();
    await expect(blogTitle(page)).toHaveText(first);
    expect(new URL(page.url()).pathname).toMatch(/^\/\d{4}\//);
    expect(await isSameDocument(page)).toBe(true);
  });

  test('the address of a comment shows the article at that comment', async ({ page, site, api }) => {
    under(site, blog(api));
    const last = thread.comments[thread.comments.length > 20 ? 15 : thread.comments.length - 1];
    await page.goto(`${site.url}/blog${thread.path}#comment-${last.id}`);
    await expect(page.locator(`tadwina-blog [id="comment-${last.id}"]`)).toBeInViewport();
  });

  test('the share button shares the address in this site', async ({ page, site, api }) => {
    under(site, blog(api));
    await page.goto(`${site.url}/blog${basic.path}`);
    await page.locator('tadwina-blog .td-share__button').click();
    const [{ detail }] = await hears(page, 'tadwina-share');
    expect(lower(detail.url)).toBe(lower(`${site.url}/blog${basic.path}`));
  });

  test('without base the blog changes to addresses in the fragment', async ({ page, site, api }) => {
    under(site, blog(api));
    await page.goto(`${site.url}/blog${basic.path}`);
    await expect(blogTitle(page)).toHaveText(basic.title);
    await set(page, 'tadwina-blog', { base: null });
    await expect(teasers(page).first()).toBeVisible();
    expect(await teasers(page).first().getAttribute('href')).toMatch(/^#\//);
  });
});

test('a blog offers the page the title of what it shows', async ({ page, open, api }) => {
  await open(`<tadwina-blog api="${api}"></tadwina-blog>`);
  const offered = () => heard(page, 'tadwina-title').then((events) => events.at(-1)?.detail);
  await expect.poll(offered).toEqual({ title: '', site: blog.name });
  const first = await teasers(page).first().innerText();
  await teasers(page).first().click();
  await expect.poll(offered).toEqual({ title: first, site: blog.name });
  await page.goBack();
  await expect.poll(offered).toEqual({ title: '', site: blog.name });
  // The title of the page is the page's own.
  await expect(page).toHaveTitle('صفحة أخرى');
});

test('a link in a text that names the host of the blog opens its article in the element', async ({
  page,
  open,
  api,
}) => {
  const [from, to] = [article('basic'), article('gallery')];
  await page.route(/\/wp\/v2\/posts\b/, async (route) => {
    const response = await route.fetch();
    const posts = await response.json();
    for (const post of posts) {
      if (post.slug === from.path.split('/').at(-2)) {
        post.content.rendered = `<p><a href="${new URL(api).origin}${to.path}">رابط الاختبار</a></p>`;
      }
    }
    await route.fulfill({ response, json: posts });
  });
  await open(`<tadwina-blog api="${api}"></tadwina-blog>`, { path: `/#${from.path}`, at: '/' });
  await page.locator('tadwina-blog').getByRole('link', { name: 'رابط الاختبار' }).click();
  await expect(blogTitle(page)).toHaveText(to.title);
  expect(new URL(page.url()).hash).toBe(`#${to.path}`);
});
