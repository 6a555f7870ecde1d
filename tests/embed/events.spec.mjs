// The events of the elements, and what a page can cancel.

import { article } from '../e2e/support/content.mjs';
import { collect, hold, REQUESTS, unique } from '../e2e/support/page.mjs';
import { box, comments, expect, heard, heardTypes, hears, respond, set, settled, test, title } from './support.mjs';

const basic = article('basic');
const bread = article('bread');

const share = (page, host) => page.locator(`${host} .td-share__button`);
const menu = (page, host) => page.locator(`${host} .td-share__menu`);

test.describe('tadwina-ready', () => {
  for (const [kind, attributes, shown] of [
    ['article', `post="${basic.id}"`, '.td-article__title'],
    ['comments', `post="${bread.id}"`, '.td-comment'],
    ['share', `post="${basic.id}"`, '.td-share__button'],
    ['share', '', '.td-share__button'],
    ['blog', '', '.td-site-header'],
  ]) {
    test(`of ${kind} (${attributes || 'no post'}) is dispatched once, when the content is shown`, async ({
      page,
      open,
      api,
    }) => {
      await page.addInitScript((selector) => {
        addEventListener('tadwina-ready', ({ target }) => {
          Object.defineProperty(globalThis, 'isShown', { value: target.shadowRoot.querySelector(selector) !== null });
        });
      }, shown);
      await open(`<tadwina-${kind} id="it" api="${api}" ${attributes}></tadwina-${kind}>`);
      await hears(page, 'tadwina-ready');
      await settled(page);
      expect(await heard(page, 'tadwina-ready')).toEqual([
        expect.objectContaining({ element: `tadwina-${kind}`, id: 'it', detail: {}, bubbles: true, composed: true }),
      ]);
      expect(await page.evaluate(() => globalThis.isShown)).toBe(true);
      expect(await heard(page, 'tadwina-error')).toEqual([]);
    });
  }

  test('is dispatched once with a fallback', async ({ page, open, api }) => {
    await open(`<tadwina-comments api="${api}" post="${bread.id}"><p>تعليقات</p></tadwina-comments>`);
    await expect(comments(page).first()).toBeVisible();
    await settled(page);
    expect(await heardTypes(page)).toEqual(['tadwina-ready']);
  });

  test('is not dispatched before the response, nor again after a change of settings', async ({ page, open, api }) => {
    const { release } = await hold(page, REQUESTS.posts);
    await open(`<tadwina-article api="${api}" post="${basic.id}"></tadwina-article>`);
    await expect(page.locator('tadwina-article .td-placeholder')).toBeVisible();
    expect(await heard(page)).toEqual([]);
    release();
    await hears(page, 'tadwina-ready');
    await set(page, 'tadwina-article', { locale: 'en', theme: 'dark', 'comment-limit': '5' });
    await expect(page.locator('tadwina-article .tadwina')).toHaveAttribute('lang', 'en');
    await settled(page);
    expect(await heardTypes(page)).toEqual(['tadwina-ready']);
  });
});

test.describe('tadwina-error', () => {
  for (const [response, kind] of [
    [{ status: 503 }, 'server'],
    [{ status: 401, body: '{"code":"rest_disabled","message":"","data":{"status":401}}' }, 'forbidden'],
    [{ type: 'text/html', body: '<!doctype html><p>مرحبا' }, 'not-json'],
    [{ body: '[]' }, 'not-found'],
  ]) {
    for (const element of ['article', 'comments', 'share']) {
      const canRetry = kind !== 'forbidden' && kind !== 'not-found';
      test(`of ${element} is ${kind}${canRetry ? ', and a retry loads it' : ''}`, async ({ page, open, api }) => {
        await respond(page, REQUESTS.posts, response, 1);
        await open(`<tadwina-${element} id="it" api="${api}" post="${basic.id}"></tadwina-${element}>`);
        const [first] = await hears(page, 'tadwina-error');
        expect(first).toMatchObject({
          element: `tadwina-${element}`,
          id: 'it',
          detail: { kind, message: expect.stringMatching(/./) },
          bubbles: true,
          composed: true,
        });
        expect(Object.keys(first.detail).sort()).toEqual(['kind', 'message']);
        await settled(page);
        expect(await heard(page)).toHaveLength(1);
        await expect(page.locator(`tadwina-${element} [data-error="${kind}"]`)).toBeVisible();
        if (!canRetry) return;
        await page.locator(`tadwina-${element} [data-error] button`).click();
        await hears(page, 'tadwina-ready');
      });
    }
  }

  test('is unreachable without a network', async ({ page, open, api }) => {
    await page.route(REQUESTS.posts, (route) => route.abort());
    await open(`<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`);
    expect((await hears(page, 'tadwina-error'))[0].detail.kind).toBe('unreachable');
  });

  test('is dispatched when only the comments do not load', async ({ page, open, api }) => {
    await page.route(REQUESTS.comments, (route, request) =>
      request.method() === 'GET' ? route.abort() : route.fallback(),
    );
    await open(`<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`);
    expect((await hears(page, 'tadwina-error'))[0].detail.kind).toBe('unreachable');
    expect(await heard(page, 'tadwina-ready')).toEqual([]);
  });

  for (const [what, path, kind] of [
    ['a missing article', '/#/2020/01/01/no-such/', 'not-found'],
    ['an unreachable API', '/#/', 'unreachable'],
  ]) {
    test(`of the blog is ${kind} for ${what}`, async ({ page, open, api }) => {
      if (kind === 'unreachable') await page.route(REQUESTS.posts, (route) => route.abort());
      await open(`<tadwina-blog api="${api}"></tadwina-blog>`, { path, at: '/' });
      await expect(page.locator('tadwina-blog [data-error]')).toBeVisible();
      const [{ detail }] = await hears(page, 'tadwina-error');
      expect(detail.kind).toBe(kind);
    });
  }
});

test.describe('tadwina-share', () => {
  for (const host of ['tadwina-share', 'tadwina-article']) {
    test(`of ${host} has title and address, and is dispatched only when the menu opens`, async ({
      page,
      open,
      blog,
      api,
    }) => {
      await open(`<${host} id="it" api="${api}" post="${basic.id}"></${host}>`);
      await share(page, host).click();
      await expect(menu(page, host)).toBeVisible();
      await share(page, host).click();
      await expect(menu(page, host)).toBeHidden();
      const [event, ...more] = await heard(page, 'tadwina-share');
      expect(more).toEqual([]);
      expect(event).toMatchObject({ element: host, id: 'it', bubbles: true, composed: true, cancelable: true });
      expect(event.detail).toEqual({ title: basic.title, url: `${blog}${basic.path}` });
    });

    test(`of ${host} keeps the menu closed when it is cancelled`, async ({ page, open, api }) => {
      await open(`<${host} api="${api}" post="${basic.id}"></${host}>`);
      await page.evaluate(() => addEventListener('tadwina-share', (event) => event.preventDefault(), { once: true }));
      await share(page, host).click();
      await hears(page, 'tadwina-share');
      await settled(page);
      await expect(menu(page, host)).toBeHidden();
      await expect(share(page, host)).toHaveAttribute('aria-expanded', 'false');
      await share(page, host).click();
      await expect(menu(page, host)).toBeVisible();
    });
  }
});

for (const [status, sandbox] of [
  ['approved', []],
  ['held', ['--moderation']],
]) {
  test.describe(`a comment that is ${status}`, () => {
    test.use({ sandbox });

    for (const [host, from] of [
      ['tadwina-comments', '/'],
      ['tadwina-article', '/'],
      ['tadwina-blog', `/#${basic.path}`],
    ]) {
      test(`${host} dispatches an event before it is sent and one after it`, async ({ page, open, api }) => {
        const text = unique('مرحبا');
        await open(`<${host} id="it" api="${api}" post="${basic.id}"></${host}>`, { path: from, at: '/' });
        const fields = box(page, host);
        await fields.fill(`  ${text}`);
        await fields.send.click();
        const [sent] = await hears(page, 'tadwina-comment-sent');
        expect(sent).toMatchObject({ element: host, id: 'it', bubbles: true, composed: true });
        expect(sent.detail).toEqual({ post: basic.id, comment: expect.any(Number), status });
        const [submitted, ...more] = await heard(page, 'tadwina-comment-submit');
        expect(more).toEqual([]);
        expect(submitted).toMatchObject({ element: host, id: 'it', bubbles: true, composed: true, cancelable: true });
        expect(submitted.detail).toEqual({
          post: basic.id,
          name: 'قارئة',
          email: 'reader@example.org',
          text: expect.stringContaining(text),
        });
        expect((await heardTypes(page)).filter((type) => /comment/.test(type))).toEqual([
          'tadwina-comment-submit',
          'tadwina-comment-sent',
        ]);
      });
    }
  });
}

test.describe('tadwina-comment-submit', () => {
  test('stops the comment when it is cancelled, and the text stays until the next press', async ({
    page,
    open,
    api,
  }) => {
    const text = unique('يبقى');
    await open(`<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`);
    await page.evaluate(() =>
      addEventListener('tadwina-comment-submit', (event) => event.preventDefault(), { once: true }),
    );
    const fields = box(page);
    await fields.fill(text);
    await settled(page);
    const sent = collect(page, REQUESTS.api, 'POST');
    await fields.send.click();
    await hears(page, 'tadwina-comment-submit');
    await settled(page);
    expect(sent).toEqual([]);
    await expect(fields.text).toHaveValue(text);
    await expect(fields.send).toHaveAttribute('aria-disabled', 'false');
    await expect(fields.notice).toHaveCount(0);
    await fields.text.press('Control+Enter');
    await hears(page, 'tadwina-comment-sent');
    expect(sent).toHaveLength(1);
    await expect(fields.text).toHaveValue('');
  });

  test('is not dispatched for a comment with mistakes', async ({ page, open, api }) => {
    await open(`<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`);
    await box(page).text.fill('بلا اسم');
    await box(page).send.click();
    await expect(box(page).form.locator('[aria-invalid="true"]').first()).toBeFocused();
    expect(await heard(page, 'tadwina-comment-submit')).toEqual([]);
  });

  test('has no tadwina-comment-sent after it when the comment does not arrive', async ({ page, open, api }) => {
    await page.route(REQUESTS.comments, (route, request) =>
      request.method() === 'POST' ? route.abort() : route.fallback(),
    );
    await open(`<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`);
    await box(page).fill(unique('لا يصل'));
    await box(page).send.click();
    await expect(box(page).form.locator('[data-rejection="unreachable"]')).toBeVisible();
    expect(await heard(page, 'tadwina-comment-sent')).toEqual([]);
  });
});

test.describe('tadwina-navigate', () => {
  const teaser = (page) => page.locator('tadwina-blog .td-teaser__title a').first();

  test('has the address of the link and is dispatched before the navigation', async ({ page, open, site, api }) => {
    await open(`<tadwina-blog id="it" api="${api}"></tadwina-blog>`);
    const href = await teaser(page).evaluate((link) => link.href);
    const text = await teaser(page).innerText();
    await page.evaluate(() =>
      addEventListener('tadwina-navigate', () => Object.defineProperty(globalThis, 'before', { value: location.href })),
    );
    await teaser(page).click();
    await expect(title(page, 'tadwina-blog')).toHaveText(text);
    expect(await page.evaluate(() => globalThis.before)).toBe(`${site.url}/`);
    const [event, ...more] = await heard(page, 'tadwina-navigate');
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      element: 'tadwina-blog',
      id: 'it',
      detail: { url: href },
      bubbles: true,
      composed: true,
      cancelable: true,
    });
  });

  test('stops the navigation when it is cancelled', async ({ page, open, api }) => {
    await open(`<tadwina-blog api="${api}"></tadwina-blog>`);
    await expect(teaser(page)).toBeVisible();
    await settled(page);
    await page.evaluate(() => addEventListener('tadwina-navigate', (event) => event.preventDefault()));
    const before = [page.url(), await page.evaluate(() => history.length)];
    const requests = collect(page, REQUESTS.api);
    await teaser(page).click();
    await hears(page, 'tadwina-navigate');
    await settled(page);
    expect([page.url(), await page.evaluate(() => history.length)]).toEqual(before);
    expect(requests).toEqual([]);
    await expect(teaser(page)).toBeVisible();
  });
});

test('outside a shadow root of the page the target of an event is its host', async ({ page, open, api }) => {
  await open(`<div id="outer"></div><script>
    outer.attachShadow({ mode: 'open' }).innerHTML = '<tadwina-share api="${api}" post="${basic.id}"></tadwina-share>';
  </script>`);
  await share(page, 'tadwina-share').click();
  const events = await hears(page, 'tadwina-share');
  expect(events[0]).toMatchObject({ id: 'outer', detail: { title: basic.title } });
  expect((await heard(page, 'tadwina-ready'))[0]).toMatchObject({ id: 'outer' });
});

test('with shadow="none" the target of an event is the element', async ({ page, open, api }) => {
  await open(`<tadwina-share id="it" shadow="none" api="${api}" post="${basic.id}"></tadwina-share>`);
  await share(page, '#it').click();
  expect((await hears(page, 'tadwina-share'))[0]).toMatchObject({ id: 'it' });
  expect((await heard(page, 'tadwina-ready'))[0]).toMatchObject({ id: 'it' });
});
