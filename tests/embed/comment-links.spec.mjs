// Links to comments and to notes: `#comment-7` in the address, and links within a text.

import { article } from '../e2e/support/content.mjs';
import { blogTitle } from './blog.support.mjs';
import { box, comments, expect, heard, settled, test, title } from './support.mjs';

const thread = article('long-thread');
const gallery = article('gallery');

const FAR = '<div style="height: 2500px"></div>';
const comment = (page, id) => page.locator(`[id="comment-${id}"]`);

test.describe('the comment in the address', () => {
  const wanted = thread.comments[5];

  for (const [kind, shadow] of [
    ['comments', 'open'],
    ['comments', 'none'],
    ['article', 'open'],
  ]) {
    test(`comes into view in ${kind}, shadow="${shadow}", at the start and when the address changes`, async ({
      page,
      open,
      api,
    }) => {
      await open(
        `${FAR}<tadwina-${kind} loading="eager" shadow="${shadow}" api="${api}" post="${thread.id}"></tadwina-${kind}>${FAR}`,
        { path: `/#comment-${wanted.id}`, at: '/' },
      );
      await expect(comment(page, wanted.id)).toBeInViewport();
      await page.evaluate(() => scrollTo(0, 0));
      await expect(comment(page, thread.comments[0].id)).not.toBeInViewport();
      await page.evaluate((id) => (location.hash = `#comment-${id}`), thread.comments[0].id);
      await expect(comment(page, thread.comments[0].id)).toBeInViewport();
    });
  }

  test('comes into view in an element far below', async ({ page, open, api }) => {
    await open(`${FAR}${FAR}<tadwina-comments api="${api}" post="${thread.id}"></tadwina-comments>${FAR}`, {
      path: `/#comment-${wanted.id}`,
      at: '/',
    });
    await expect(comment(page, wanted.id)).toBeInViewport();
  });

  test('comes into view in an element with a fallback', async ({ page, open, api }) => {
    await open(
      `${FAR}<tadwina-comments loading="eager" api="${api}" post="${thread.id}"><p>تعليقات</p></tadwina-comments>${FAR}`,
      { path: `/#comment-${wanted.id}`, at: '/' },
    );
    await expect(comment(page, wanted.id)).toBeInViewport();
  });
});

test('other fragments do not scroll the page', async ({ page, open, api }) => {
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
  ['a blog', '', `/#${gallery.path}`],
]) {
  test(`links in the text of ${what} lead to a note and back`, async ({ page, open, api }) => {
    const kind = element ? 'article' : 'blog';
    await open(`<tadwina-${kind} api="${api}" ${element}></tadwina-${kind}>${FAR}`, { path, at: '/' });
    const [note, mark] = ['[id$="text-note-1"]', '[id$="text-ref-1"]'].map((id) =>
      page.locator(`tadwina-${kind} ${id}`),
    );
    await page.locator(`tadwina-${kind} [href$="text-note-1"]`).click();
    await expect(note).toBeInViewport();
    await expect(mark).not.toBeInViewport();
    await page.locator(`tadwina-${kind} [href$="text-ref-1"]`).click();
    await expect(mark).toBeInViewport();
    await expect(title(page, `tadwina-${kind}`)).toHaveText(gallery.title);
    if (kind === 'blog') await expect(page).toHaveURL(new RegExp(`#${gallery.path.replaceAll('/', '\\/')}$`));
  });
}

for (const shadow of ['open', 'none']) {
  test(`a note that is pressed, shadow="${shadow}", has the site's name in the address, unless the page has it too`, async ({
    page,
    open,
    api,
  }) => {
    await open(
      `<tadwina-article api="${api}" post="${gallery.id}" shadow="${shadow}"></tadwina-article><div id="ref-1">${FAR}</div>`,
    );
    await page.locator('tadwina-article [href$="text-note-1"]').click();
    await expect(page.locator('tadwina-article [id$="text-note-1"]')).toBeInViewport();
    await expect(page).toHaveURL(/\/#note-1$/);
    await page.locator('tadwina-article [href$="text-ref-1"]').click();
    await expect(page.locator('tadwina-article [id$="text-ref-1"]')).toBeInViewport();
    await expect(page).toHaveURL(/\/#td-.*text-ref-1$/);
    await page.goBack();
    await expect(page).toHaveURL(/\/#note-1$/);
  });
}

test('the link of a comment is its address in the page', async ({ page, open, api }) => {
  await open(`<tadwina-comments api="${api}" post="${thread.id}"></tadwina-comments>${FAR}`);
  await page.locator('tadwina-comments .td-comment__link').nth(5).click();
  await expect(page).toHaveURL(/#comment-\d+$/);
  await expect(comments(page).nth(5)).toBeInViewport();
  expect(await heard(page, 'tadwina-navigate')).toEqual([]);
});

test('the link of a comment in a blog keeps the article', async ({ page, open, api }) => {
  await open(`<tadwina-blog api="${api}"></tadwina-blog>`, { path: `/#${thread.path}`, at: '/' });
  await page.locator('tadwina-blog .td-comment__link').nth(5).click();
  await settled(page);
  await expect(blogTitle(page)).toHaveText(thread.title);
  await expect(comments(page, 'tadwina-blog').nth(5)).toBeInViewport();
});

test('in a page with <base>, links to a comment and to a note stay in the page and name its address', async ({
  page,
  open,
  api,
}) => {
  await open(
    `<tadwina-article api="${api}" post="${gallery.id}" discussion="none"></tadwina-article>${FAR}
     <tadwina-comments loading="eager" api="${api}" post="${thread.id}"></tadwina-comments>${FAR}`,
    { path: '/docs/bread/', head: '<base href="/">' },
  );
  await page.locator('tadwina-article [href$="text-note-1"]').click();
  await expect(page.locator('tadwina-article [id$="text-note-1"]')).toBeInViewport();
  await expect(page).toHaveURL(/\/docs\/bread\/#note-1$/);
  await page.locator('tadwina-comments .td-comment__link').nth(5).click();
  await expect(comments(page).nth(5)).toBeInViewport();
  await expect(page).toHaveURL(/\/docs\/bread\/#comment-\d+$/);
});

for (const route of ['#/guide/bread', '#!/guide/bread']) {
  test(`a page that keeps its own address behind ${route.slice(0, 2)} keeps it when a comment is pressed`, async ({
    page,
    open,
    api,
  }) => {
    await open(`<tadwina-comments loading="eager" api="${api}" post="${thread.id}"></tadwina-comments>${FAR}`, {
      path: `/${route}`,
      at: '/',
    });
    await page.locator('tadwina-comments .td-comment__link').nth(5).click();
    await expect(comments(page).nth(5)).toBeInViewport();
    await settled(page);
    expect(new URL(page.url()).hash).toBe(route);
  });
}
