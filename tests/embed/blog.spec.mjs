// The whole blog within a page: where the reader is, and what belongs to the page.

import { article, category } from '../e2e/support/content.mjs';
import { ASKS, collect } from '../e2e/support/page.mjs';
import { box, expect, heard, hears, page as hostPage, set, settled, test } from './support.mjs';

const basic = article('basic');
const bread = article('bread');
const thread = article('long-thread');
const gallery = article('gallery');

const title = (page) => page.locator('tadwina-blog .td-article__title');
const teasers = (page) => page.locator('tadwina-blog .td-teaser__title a');
/** Marks the document, so that a load shows. */
const mark = (page) => page.evaluate(() => Object.defineProperty(globalThis, 'same', { value: true }));
const isSame = (page) => page.evaluate(() => globalThis.same === true);
const focused = (page) =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at.id || at.className || at.localName;
  });
const lower = (address) => address.toLowerCase();

test.describe('behind #', () => {
  test('links lead on without a load; back and forward go with it', async ({ page, open, site, api }) => {
    await open(`<tadwina-blog api="${api}"></tadwina-blog>`, { path: '/page/?a=1', at: '/page/' });
    await expect(teasers(page).first()).toBeVisible();
    await mark(page);
    const length = await page.evaluate(() => history.length);
    const first = await teasers(page).first().innerText();
    await teasers(page).first().click();
    await expect(title(page)).toHaveText(first);
    expect(page.url()).toMatch(new RegExp(`^${site.url}/page/\\?a=1#/\\d{4}/`));
    expect(await page.evaluate(() => history.length)).toBe(length + 1);
    await page.locator('tadwina-blog .td-breadcrumbs a').last().click();
    await expect(page.locator('tadwina-blog .td-breadcrumbs')).toBeVisible();
    await expect(page).toHaveURL(/#\/category\//);
    await page.goBack();
    await expect(title(page)).toHaveText(first);
    await page.goBack();
    await expect(teasers(page).first()).toHaveText(first);
    expect(page.url()).toBe(`${site.url}/page/?a=1`);
    await page.goForward();
    await expect(title(page)).toHaveText(first);
    expect(await isSame(page)).toBe(true);
  });

  for (const [what, fragment, shown] of [
    ['an article', `#${basic.path}`, (page) => expect(title(page)).toHaveText(basic.title)],
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
    ['nothing', '#/', (page) => expect(teasers(page).first()).toBeVisible()],
    [
      'what is not there',
      '#/2020/01/01/no-such/',
      (page) => expect(page.locator('tadwina-blog [data-error="not-found"]')).toBeVisible(),
    ],
  ]) {
    test(`an address of ${what} can be opened, and written by hand`, async ({ page, open, api }) => {
      await open(`<tadwina-blog api="${api}"></tadwina-blog>`, { path: `/${fragment}`, at: '/' });
      await shown(page);
      await page.evaluate((path) => (location.hash = path), bread.path);
      await expect(title(page)).toHaveText(bread.title);
      await page.evaluate((to) => (location.hash = to), fragment);
      await shown(page);
    });
  }

  test('places of the page’s own are the page’s', async ({ page, open, api }) => {
    await open(
      `<a id="to" href="#section">إلى القسم</a><tadwina-blog api="${api}"></tadwina-blog><div style="height: 3000px"></div><h2 id="section">قسم</h2><div style="height: 3000px"></div>`,
      { path: `/#${basic.path}`, at: '/' },
    );
    await expect(title(page)).toHaveText(basic.title);
    await settled(page);
    const asked = collect(page, ASKS.anything);
    await page.locator('#to').click();
    await expect(page).toHaveURL(/#section$/);
    expect(await page.locator('#section').evaluate((it) => Math.abs(it.getBoundingClientRect().top))).toBeLessThan(5);
    await settled(page);
    expect(asked.map((request) => request.url())).toEqual([]);
    await expect(title(page)).toHaveText(basic.title);
    expect(await heard(page, 'tadwina-navigate')).toEqual([]);
  });

  test('a load at a place of the page’s own shows the front page, at that place', async ({ page, open, api }) => {
    await open(
      `<div style="height: 3000px"></div><h2 id="section">قسم</h2><tadwina-blog loading="eager" api="${api}"></tadwina-blog><div style="height: 3000px"></div>`,
      { path: '/#section', at: '/' },
    );
    await expect(teasers(page).first()).toBeAttached();
    await settled(page);
    expect(await page.locator('#section').evaluate((it) => Math.abs(it.getBoundingClientRect().top))).toBeLessThan(5);
  });

  test('the share button shares an address that leads back here', async ({ page, open, site, api }) => {
    await open(`<tadwina-blog api="${api}"></tadwina-blog>`, { path: `/#${basic.path}`, at: '/' });
    await page.locator('tadwina-blog .td-share__button').click();
    const [{ detail }] = await hears(page, 'tadwina-share');
    expect(detail.title).toBe(basic.title);
    expect(lower(detail.url)).toBe(lower(`${site.url}/#${basic.path}`));
    await page.goto('about:blank');
    await page.goto(detail.url);
    await expect(title(page)).toHaveText(basic.title);
  });
});

test.describe('below a path of its own', () => {
  const under = (site, body, options) => {
    site.put('/blog/*', hostPage(body, options));
    site.put('/blog', hostPage(body, options));
    site.put('/outside/', '<!doctype html><title>خارج</title>');
  };
  const blog = (api, base = '/blog') =>
    `<nav><a id="mine" href="/blog${bread.path}">خبز</a> <a id="out" href="/outside/">إلى الخارج</a></nav><tadwina-blog base="${base}" api="${api}"></tadwina-blog>`;

  for (const base of ['/blog', ' /blog/ ']) {
    test(`base="${base}": links lead on without a load, back and forward go with it, a load comes to the same`, async ({
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
      await mark(page);
      await teasers(page).first().click();
      await expect(title(page)).toHaveText(first);
      expect(new URL(page.url()).pathname).toMatch(/^\/blog\/\d{4}\//);
      await page.goBack();
      await expect(teasers(page).first()).toHaveText(first);
      await page.goForward();
      await expect(title(page)).toHaveText(first);
      expect(await isSame(page)).toBe(true);
      await page.reload();
      await expect(title(page)).toHaveText(first);
      expect(await isSame(page)).toBe(false);
    });
  }

  test('the page’s own links load, those below the path as well', async ({ page, site, api }) => {
    under(site, blog(api));
    await page.goto(`${site.url}/blog/`);
    await expect(teasers(page).first()).toBeVisible();
    await mark(page);
    await page.locator('#mine').click();
    await expect(title(page)).toHaveText(bread.title);
    expect(await isSame(page)).toBe(false);
    await page.locator('#out').click();
    await expect(page).toHaveTitle('خارج');
  });

  test('a press that is meant for another window opens one', async ({ page, context, site, api }) => {
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

  test('base="/" is the whole site', async ({ page, site, api }) => {
    const body = `<tadwina-blog base="/" api="${api}"></tadwina-blog>`;
    site.put('/', hostPage(body));
    site.put('/*', hostPage(body));
    await page.goto(site.url);
    await mark(page);
    const first = await teasers(page).first().innerText();
    await teasers(page).first().click();
    await expect(title(page)).toHaveText(first);
    expect(new URL(page.url()).pathname).toMatch(/^\/\d{4}\//);
    expect(await isSame(page)).toBe(true);
  });

  test('an article’s address with a comment’s shows that comment', async ({ page, site, api }) => {
    under(site, blog(api));
    const last = thread.comments[thread.comments.length > 20 ? 15 : thread.comments.length - 1];
    await page.goto(`${site.url}/blog${thread.path}#comment-${last.id}`);
    await expect(page.locator(`tadwina-blog [id="comment-${last.id}"]`)).toBeInViewport();
  });

  test('the share button shares the address here', async ({ page, site, api }) => {
    under(site, blog(api));
    await page.goto(`${site.url}/blog${basic.path}`);
    await page.locator('tadwina-blog .td-share__button').click();
    const [{ detail }] = await hears(page, 'tadwina-share');
    expect(lower(detail.url)).toBe(lower(`${site.url}/blog${basic.path}`));
  });

  test('another base shows the same blog there', async ({ page, site, api }) => {
    under(site, blog(api));
    await page.goto(`${site.url}/blog${basic.path}`);
    await expect(title(page)).toHaveText(basic.title);
    await set(page, 'tadwina-blog', { base: null });
    await expect(teasers(page).first()).toBeVisible();
    expect(await teasers(page).first().getAttribute('href')).toMatch(/^#\//);
  });
});

test.describe('focus and place', () => {
  const body = (api, height = 300) =>
    `<header style="height: ${height}px"><input id="mine"></header><tadwina-blog api="${api}"></tadwina-blog><footer style="height: 2000px"></footer>`;

  test('the skip link leads to the blog’s content, and changes no address', async ({ page, open, site, api }) => {
    await open(body(api));
    await expect(teasers(page).first()).toBeVisible();
    await page.locator('#mine').focus();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('td-skip');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('td-main');
    expect(page.url()).toBe(`${site.url}/`);
  });

  test('after a navigation the focus is on the new page; at the first it is the page’s', async ({
    page,
    open,
    api,
  }) => {
    await open(body(api));
    await expect(teasers(page).first()).toBeVisible();
    expect(await focused(page)).toBe('body');
    await teasers(page).first().focus();
    await page.keyboard.press('Enter');
    await expect(title(page)).toBeVisible();
    expect(await focused(page)).toBe('td-main');
    await page.goBack();
    await expect(teasers(page).first()).toBeVisible();
    expect(await focused(page)).toBe('td-main');
  });

  test('two blogs in the page’s own tree have skip links of their own', async ({ page, open, api }) => {
    await open(
      `<tadwina-blog shadow="none" id="a" api="${api}"></tadwina-blog><tadwina-blog shadow="none" id="b" api="${api}"></tadwina-blog>`,
    );
    await hears(page, 'tadwina-ready', 2);
    await page.locator('#b .td-skip').focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement.closest('tadwina-blog').id)).toBe('b');
  });

  test('a link far down leads to the top of what is new', async ({ page, open, api }) => {
    await open(body(api));
    await expect(teasers(page).first()).toBeVisible();
    await settled(page);
    await teasers(page).last().click();
    await expect(title(page)).toBeInViewport();
    const top = await page.locator('tadwina-blog .tadwina').evaluate((it) => it.getBoundingClientRect().top);
    expect(Math.abs(top)).toBeLessThan(5);
  });

  test('where its top is in sight, the page stays where it is', async ({ page, open, api }) => {
    await open(body(api, 60));
    await expect(teasers(page).first()).toBeInViewport();
    await teasers(page).first().click();
    await expect(title(page)).toBeVisible();
    await settled(page);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });
});

test.describe('a comment that the address names', () => {
  const FAR = '<div style="height: 2500px"></div>';
  const wanted = thread.comments[5];
  const at = (page, id) => page.locator(`[id="comment-${id}"]`);

  for (const [kind, shadow] of [
    ['comments', 'open'],
    ['comments', 'none'],
    ['article', 'open'],
  ]) {
    test(`comes into sight within ${kind}, shadow="${shadow}", at the start and later`, async ({ page, open, api }) => {
      await open(
        `${FAR}<tadwina-${kind} loading="eager" shadow="${shadow}" api="${api}" post="${thread.id}"></tadwina-${kind}>${FAR}`,
        { path: `/#comment-${wanted.id}`, at: '/' },
      );
      await expect(at(page, wanted.id)).toBeInViewport();
      await page.evaluate(() => scrollTo(0, 0));
      await expect(at(page, thread.comments[0].id)).not.toBeInViewport();
      await page.evaluate((id) => (location.hash = `#comment-${id}`), thread.comments[0].id);
      await expect(at(page, thread.comments[0].id)).toBeInViewport();
    });
  }

  test('also when it waits to come near', async ({ page, open, api }) => {
    await open(`${FAR}${FAR}<tadwina-comments api="${api}" post="${thread.id}"></tadwina-comments>${FAR}`, {
      path: `/#comment-${wanted.id}`,
      at: '/',
    });
    await expect(at(page, wanted.id)).toBeInViewport();
  });

  test('also in the place of a fallback', async ({ page, open, api }) => {
    await open(
      `${FAR}<tadwina-comments loading="eager" api="${api}" post="${thread.id}"><p>تعليقات</p></tadwina-comments>${FAR}`,
      { path: `/#comment-${wanted.id}`, at: '/' },
    );
    await expect(at(page, wanted.id)).toBeInViewport();
  });

  test('and no other fragment moves the page', async ({ page, open, api }) => {
    await open(`<tadwina-comments api="${api}" post="${thread.id}"></tadwina-comments>${FAR}`, {
      path: '/#section',
      at: '/',
    });
    await expect(box(page).text).toBeVisible();
    await page.evaluate(() => (location.hash = '#comment-999999999'));
    await settled(page);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  for (const [what, element, path] of [
    ['an article', `post="${gallery.id}"`, '/'],
    ['a blog behind #', '', `/#${gallery.path}`],
  ]) {
    test(`a note in the text of ${what} leads there and back`, async ({ page, open, api }) => {
      const kind = element ? 'article' : 'blog';
      await open(`<tadwina-${kind} api="${api}" ${element}></tadwina-${kind}>${FAR}`, { path, at: '/' });
      const [note, mark] = ['[id="note-1"]', '[id="ref-1"]'].map((id) => page.locator(`tadwina-${kind} ${id}`));
      await page.locator(`tadwina-${kind} [href="#note-1"]`).click();
      await expect(note).toBeInViewport();
      await expect(mark).not.toBeInViewport();
      await page.locator(`tadwina-${kind} [href="#ref-1"]`).click();
      await expect(mark).toBeInViewport();
      await expect(page.locator(`tadwina-${kind} .td-article__title`)).toHaveText(gallery.title);
      if (kind === 'blog') await expect(page).toHaveURL(new RegExp(`#${gallery.path.replaceAll('/', '\\/')}$`));
    });
  }

  test('a comment’s own link is its address within the page', async ({ page, open, api }) => {
    await open(`<tadwina-comments api="${api}" post="${thread.id}"></tadwina-comments>${FAR}`);
    await page.locator('tadwina-comments .td-comment__link').nth(5).click();
    await expect(page).toHaveURL(/#comment-\d+$/);
    await expect(page.locator('tadwina-comments .td-comment').nth(5)).toBeInViewport();
    expect(await heard(page, 'tadwina-navigate')).toEqual([]);
  });

  test('and within a blog behind # the article stays', async ({ page, open, api }) => {
    await open(`<tadwina-blog api="${api}"></tadwina-blog>`, { path: `/#${thread.path}`, at: '/' });
    await page.locator('tadwina-blog .td-comment__link').nth(5).click();
    await settled(page);
    await expect(title(page)).toHaveText(thread.title);
    await expect(page.locator('tadwina-blog .td-comment').nth(5)).toBeInViewport();
  });
});
