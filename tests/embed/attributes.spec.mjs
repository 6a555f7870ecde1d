// Attributes: what each does, its default, and a change of its value.

import { article } from '../e2e/support/content.mjs';
import { collect, hold, left, REQUESTS, urls } from '../e2e/support/page.mjs';
import { host } from '../support/host.mjs';
import {
  box,
  comments,
  discussed,
  expect,
  heading,
  heard,
  hears,
  page as hostPage,
  set,
  settled,
  test,
  title,
} from './support.mjs';

const basic = article('basic');
const bread = article('bread');
const thread = article('long-thread');

test.describe('api', () => {
  for (const [what, attribute] of [
    ['without the attribute it is /wp-json/ of the page', ''],
    ['a blank value is /wp-json/ of the page', 'api="  "'],
    ['a path is on the origin of the page', 'api=" /wp-json/ "'],
  ]) {
    test(what, async ({ page, blog }) => {
      const html = hostPage(`<tadwina-article ${attribute} post="${basic.id}"></tadwina-article>`);
      const { url, close } = await host({ pages: { '/deep/below/': html }, api: blog });
      const requests = collect(page, REQUESTS.api);
      await page.goto(`${url}/deep/below/`);
      await expect(title(page)).toHaveText(basic.title);
      expect(urls(requests).filter((each) => !each.startsWith(`${url}/wp-json/`))).toEqual([]);
      await close();
    });
  }

  test('another value shows the article of the other site', async ({ page, open, api, another }) => {
    await open(`<tadwina-article api="${api}" post="${basic.id}"></tadwina-article>`);
    await expect(title(page)).toHaveText(basic.title);
    const requests = collect(page, REQUESTS.posts);
    await set(page, 'tadwina-article', { api: another });
    await expect.poll(() => requests.length).toBeGreaterThan(0);
    await expect(title(page)).toHaveText(basic.title);
    expect(urls(requests).every((each) => each.startsWith(another))).toBe(true);
  });
});

test.describe('slug and post', () => {
  for (const [what, attributes, shown] of [
    ['a slug names the article', `slug="${bread.slug}"`, bread],
    ['a slug can be encoded', `slug="${encodeURIComponent(bread.slug)}"`, bread],
    ['space around a slug is ignored', `slug=" ${bread.slug}\n"`, bread],
    ['a number names the article', `post="${basic.id}"`, basic],
    ['the number takes precedence over the slug', `post=" ${basic.id} " slug="${bread.slug}"`, basic],
    ['with a blank number the slug names the article', `post=" " slug="${bread.slug}"`, bread],
  ]) {
    test(what, async ({ page, open, api }) => {
      await open(`<tadwina-article api="${api}" ${attributes}></tadwina-article>`);
      await expect(title(page)).toHaveText(shown.title);
    });
  }

  for (const [what, path] of [
    ['?p=', `/?p=${thread.id}`],
    ['the last segment', `/2020/01/${encodeURIComponent(thread.slug)}/`],
  ]) {
    test(`without both, ${what} in the address of the page names the article`, async ({ page, open, api }) => {
      const at = path.startsWith('/?') ? '/' : new URL(path, 'http://x').pathname;
      const elements = `<tadwina-article api="${api}" discussion="none"></tadwina-article><tadwina-comments api="${api}" slug=" "></tadwina-comments>`;
      await open(elements, { path, at });
      await expect(title(page)).toHaveText(thread.title);
      await expect(heading(page)).toContainText(String(thread.comments.length));
    });
  }

  test('without both, an address that names no article is an error', async ({ page, open, api }) => {
    await open(`<tadwina-article api="${api}"></tadwina-article>`);
    await expect(page.locator('tadwina-article [data-error="not-found"]')).toBeVisible();
    expect((await hears(page, 'tadwina-error'))[0].detail.kind).toBe('not-found');
  });

  test('share without both shares the page and sends no request', async ({ page, open, site, api }) => {
    const requests = collect(page, REQUESTS.api);
    await open(`<tadwina-share api="${api}"></tadwina-share>`, { path: '/here/?a=1#b', at: '/here/' });
    await page.locator('tadwina-share .td-share__button').click();
    const [{ detail }] = await hears(page, 'tadwina-share');
    expect(detail).toEqual({ title: 'صفحة أخرى', url: `${site.url}/here/?a=1` });
    expect(requests).toEqual([]);
  });

  test('share without both shares the canonical address of the page', async ({ page, open }) => {
    await open('<tadwina-share></tadwina-share>', { head: '<link rel="canonical" href="https://example.org/one/">' });
    await page.locator('tadwina-share .td-share__button').click();
    expect((await hears(page, 'tadwina-share'))[0].detail.url).toBe('https://example.org/one/');
  });

  test('another slug or number shows the other article in the same widget', async ({ page, open, api }) => {
    await open(`<tadwina-article api="${api}" slug="${bread.slug}"></tadwina-article>`);
    await expect(title(page)).toHaveText(bread.title);
    await set(page, 'tadwina-article', { slug: thread.slug });
    await expect(title(page)).toHaveText(thread.title);
    await set(page, 'tadwina-article', { post: basic.id });
    await expect(title(page)).toHaveText(basic.title);
    await set(page, 'tadwina-article', { post: null, slug: bread.slug });
    await expect(title(page)).toHaveText(bread.title);
    await expect.poll(async () => (await heard(page, 'tadwina-ready')).length).toBe(4);
    await expect(page.locator('tadwina-article .tadwina')).toHaveCount(1);
  });

  test('another slug cancels the request for the first article', async ({ page, open, api }) => {
    const { release } = await hold(page, new RegExp(`include=${bread.id}|slug=${encodeURIComponent(bread.slug)}`, 'i'));
    const failed = [];
    page.on('requestfailed', (request) => failed.push(request.url()));
    await open(`<tadwina-article api="${api}" slug="${bread.slug}">واقف</tadwina-article>`);
    await page.waitForRequest(REQUESTS.posts);
    await set(page, 'tadwina-article', { slug: basic.slug });
    await expect(title(page)).toHaveText(basic.title);
    await expect.poll(() => failed.length).toBe(1);
    release();
    await settled(page);
    await expect(title(page)).toHaveText(basic.title);
  });

  test('the draft of one article is not shown for another', async ({ page, open, api }) => {
    await open(`<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`);
    await box(page).text.fill('للأوّل');
    await set(page, 'tadwina-comments', { post: bread.id });
    await expect(heading(page)).toContainText(String(bread.comments.length));
    await expect(box(page).text).toHaveValue('');
    await set(page, 'tadwina-comments', { post: basic.id });
    await expect(box(page).text).toHaveValue('للأوّل');
  });
});

test.describe('digits', () => {
  for (const [attributes, number] of [
    ['locale="ar-MA"', '1000'],
    ['locale="ar-EG"', '١٠٠٠'],
    ['locale="ar-EG" digits="auto"', '١٠٠٠'],
    ['locale="ar-EG" digits=" "', '١٠٠٠'],
    ['locale="ar-EG" digits=" latn "', '1000'],
    ['locale="fr" digits="arab"', '١٠٠٠'],
  ]) {
    test(`${attributes} shows ${number}`, async ({ page, open, api }) => {
      await open(`<tadwina-comments api="${api}" post="${basic.id}" ${attributes}></tadwina-comments>`);
      await expect(box(page).count).toContainText(number);
    });
  }
});

test.describe('comment-limit', () => {
  for (const [element, attributes] of [
    ['tadwina-comments', 'comment-limit=" 12 "'],
    ['tadwina-article', 'comment-limit="12"'],
    ['tadwina-blog', 'comment-limit="12"'],
  ]) {
    test(`${element} counts down from the limit and disables its button over it`, async ({ page, open, api }) => {
      const path = element === 'tadwina-blog' ? `/#${basic.path}` : '/';
      await open(`<${element} api="${api}" post="${basic.id}" ${attributes}></${element}>`, { path, at: '/' });
      const { text, count, send } = box(page, element);
      await expect(count).toHaveText(left(12));
      await text.fill('عشرة حروف وأكثر من ذلك');
      await expect(send).toHaveAttribute('aria-disabled', 'true');
    });
  }

  test('a blank value is 1000', async ({ page, open, api }) => {
    await open(`<tadwina-comments api="${api}" post="${basic.id}" comment-limit=""></tadwina-comments>`);
    await expect(box(page).count).toHaveText(left(1000));
  });
});

test.describe('avatars', () => {
  for (const [element, path] of [
    ['tadwina-comments', '/'],
    ['tadwina-article', '/'],
    ['tadwina-blog', `/#${thread.path}`],
  ]) {
    test(`${element} shows the pictures of “site”, and asks nobody without it`, async ({ page, open, api }) => {
      const requests = collect(page, /avatar/);
      await open(`<${element} api="${api}" post="${thread.id}"></${element}>`, { path, at: '/' });
      const pictures = page.locator(`${element} .td-avatar img`);
      await expect(page.locator(`${element} .td-avatar`).first()).toHaveText(/^.+$/);
      await settled(page);
      await expect(pictures).toHaveCount(0);
      expect(requests).toEqual([]);
      await set(page, element, { avatars: 'site' });
      await expect(pictures.first()).toHaveAttribute('src', /\/avatars\//);
    });
  }
});

for (const [element, path] of [
  ['tadwina-comments', '/'],
  ['tadwina-article', '/'],
  ['tadwina-blog', `/#${thread.path}`],
]) {
  test.describe(`${element}:`, () => {
    const items = (page) => page.locator(`${element} .td-comment-list__item`);
    const deepest = (page) =>
      items(page).evaluateAll((all) => Math.max(...all.map(({ dataset }) => Number(dataset.depth))));
    const replies = (page) => page.locator(`${element} .td-comment-list__reply`);

    test('depth is the number of levels of a thread, 5 without it, and with 1 nobody can reply', async ({
      page,
      open,
      api,
    }) => {
      await open(`<${element} api="${api}" post="${thread.id}"></${element}>`, { path, at: '/' });
      await discussed(page, element);
      expect(await deepest(page)).toBe(4);
      for (const depth of ['2', ' 3 ', '1']) {
        await set(page, element, { depth });
        await expect.poll(() => deepest(page)).toBe(Number(depth) - 1);
        await discussed(page, element);
        expect(await replies(page).count()).toBe(depth === '1' ? 0 : await items(page).count());
      }
    });

    test('order decides which comments come first, and readers turn it round', async ({ page, open, api }) => {
      const ids = thread.comments.filter(({ parent }) => !parent).map(({ id }) => `comment-${id}`);
      await open(`<${element} api="${api}" post="${thread.id}" order=" desc "></${element}>`, { path, at: '/' });
      await discussed(page, element);
      const first = comments(page, element).first();
      await expect(first).toHaveId(ids.at(-1));
      await page.locator(`${element} .td-discussion__order`).click();
      await expect(first).toHaveId(ids[0]);
      await set(page, element, { order: null });
      await discussed(page, element);
      await expect(first).toHaveId(ids[0]);
    });
  });
}

test.describe('discussion', () => {
  test('“none” hides the discussion and requests no comments, and a change shows it', async ({ page, open, api }) => {
    const requests = collect(page, REQUESTS.comments);
    await open(`<tadwina-article api="${api}" post="${thread.id}" discussion=" none "></tadwina-article>`);
    await expect(title(page)).toHaveText(thread.title);
    await settled(page);
    await expect(page.locator('tadwina-article .td-discussion')).toHaveCount(0);
    expect(requests).toEqual([]);
    await set(page, 'tadwina-article', { discussion: null });
    await expect(comments(page, 'tadwina-article').first()).toBeVisible();
    await set(page, 'tadwina-article', { discussion: 'none' });
    await expect(page.locator('tadwina-article .td-discussion')).toHaveCount(0);
    await set(page, 'tadwina-article', { discussion: ' ' });
    await expect(page.locator('tadwina-article .td-discussion')).toHaveCount(1);
  });
});

test.describe('theme', () => {
  const scheme = (page) =>
    page.locator('tadwina-comments .tadwina').evaluate((root) => getComputedStyle(root).colorScheme);
  const ink = (page) => page.locator('tadwina-comments .tadwina').evaluate((root) => getComputedStyle(root).color);

  for (const [attribute, of, expected, colour] of [
    // The colour of the page's own text.
    ['', 'dark', 'dark', 'rgb(255, 255, 255)'],
    ['theme="auto"', 'light', 'light', 'rgb(0, 0, 0)'],
    ['theme=" "', 'dark', 'dark', 'rgb(255, 255, 255)'],
    ['theme="light"', 'dark', 'light', 'rgb(29, 27, 24)'],
    ['theme=" dark "', 'light', 'dark', 'rgb(231, 228, 221)'],
  ]) {
    test(`${attribute || 'no attribute'} in a ${of} page is ${expected}`, async ({ page, open, api }) => {
      await open(`<tadwina-comments api="${api}" post="${basic.id}" ${attribute}></tadwina-comments>`, {
        head: `<style>:root { color-scheme: ${of} }</style>`,
      });
      await expect(box(page).text).toBeVisible();
      expect(await scheme(page)).toBe(expected);
      expect(await ink(page)).toBe(colour);
    });
  }
});
