// An element that is removed frees what it held, and shows its widget again when it returns.

import { article } from '../e2e/support/content.mjs';
import { collect, hold, REQUESTS, unique } from '../e2e/support/page.mjs';
import { mountAndRemove, PAGE, startCounting } from '../support/growth.mjs';
import { host } from '../support/host.mjs';
import { countResources, NO_RESOURCES, remove, resources } from './lifecycle.support.mjs';
import { box, expect, heard, hears, settled, test, title } from './support.mjs';

const basic = article('basic');
const bread = article('bread');
const thread = article('long-thread');

test.describe('an element that is removed', () => {
  for (const [kind, attributes, use] of [
    ['article', `post="${thread.id}"`, (page) => box(page, 'tadwina-article').text.fill('نصّ')],
    ['comments', `post="${thread.id}"`, (page) => box(page).text.fill('نصّ')],
    ['share', '', (page) => page.locator('.td-share__button').click()],
    ['blog', '', (page) => page.locator('.td-teaser__title a').first().click()],
  ]) {
    for (const shadow of ['open', 'none']) {
      test(`(${kind}, shadow="${shadow}") leaves no listener, timer or observer`, async ({ page, open, api }) => {
        await page.addInitScript(countResources);
        await open(`<tadwina-${kind} api="${api}" ${attributes} shadow="${shadow}"></tadwina-${kind}>`);
        await hears(page, 'tadwina-ready');
        await use(page);
        await settled(page);
        expect((await resources(page)).listeners).not.toEqual([]); // there is something to remove
        await remove(page, `tadwina-${kind}`);
        await expect.poll(() => resources(page)).toEqual(NO_RESOURCES);
      });
    }
  }

  for (const shadow of ['open', 'none']) {
    test(`while a reader writes in its fallback, shadow="${shadow}", leaves no listener, timer or observer`, async ({
      page,
      open,
      api,
    }) => {
      await page.addInitScript(countResources);
      const { release } = await hold(page, REQUESTS.wasm);
      await open(
        `<tadwina-comments loading="eager" api="${api}" post="${basic.id}" shadow="${shadow}"><form><textarea id="theirs"></textarea></form></tadwina-comments>`,
        { goto: { waitUntil: 'commit' } },
      );
      await page.locator('#theirs').fill('نصّ');
      release();
      await expect.poll(async () => (await resources(page)).listeners).toContain('focusout');
      await settled(page);
      await expect(page.locator('#theirs')).toBeVisible();
      await remove(page, 'tadwina-comments');
      await expect.poll(() => resources(page)).toEqual(NO_RESOURCES);
    });
  }

  test('fifty times leaves no listener, timer or observer', async ({ page, open, api }) => {
    await page.addInitScript(countResources);
    await open('<div id="here"></div>');
    await page.evaluate(() => customElements.whenDefined('tadwina-article'));
    const cycle = () =>
      page.evaluate(
        async ([root, post]) => {
          const elements = ['article', 'comments', 'share'].map((kind) => document.createElement(`tadwina-${kind}`));
          const ready = elements.map(
            (element) => new Promise((done) => element.addEventListener('tadwina-ready', done)),
          );
          for (const element of elements) {
            Object.assign(element, { api: root, post, loading: 'eager' });
            document.querySelector('#here').append(element);
          }
          await Promise.all(ready);
          document.querySelector('#here').replaceChildren();
          await null;
        },
        [api, basic.id],
      );
    for (let times = 0; times < 50; times += 1) await cycle();
    await expect.poll(() => resources(page)).toEqual(NO_RESOURCES);
  });

  for (const hasFallback of [false, true]) {
    test(`a thousand times${hasFallback ? ', with a fallback,' : ''} leaves the WASM memory, nodes and listeners of a hundred times`, async ({
      page,
      blog,
    }) => {
      test.setTimeout(5 * 60_000);
      const { url, close } = await host({ pages: { '/': PAGE }, api: blog });
      try {
        const count = await startCounting(page, url);
        const after = async (times) => {
          await mountAndRemove(page, times, bread.id, { hasFallback, hasResponse: true });
          const { wasm, nodes, listeners } = await count();
          return { wasm, nodes, listeners };
        };
        const hundred = await after(100);
        expect(hundred.wasm).toBeGreaterThan(0);
        expect(await after(900)).toEqual(hundred);
      } finally {
        await close();
      }
    });
  }

  test('cancels its pending request', async ({ page, open, api }) => {
    await page.addInitScript(countResources);
    const { release } = await hold(page, REQUESTS.api);
    const failed = [];
    page.on('requestfailed', (request) => failed.push(request.failure().errorText));
    await open(`<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`);
    await expect(page.locator('tadwina-comments .td-placeholder')).toBeVisible();
    await remove(page, 'tadwina-comments');
    await expect.poll(() => failed).toEqual(['net::ERR_ABORTED']);
    await expect.poll(() => resources(page)).toEqual(NO_RESOURCES);
    release();
    await settled(page);
    expect(await heard(page)).toEqual([]);
  });

  test('does not cancel a request that another element waits for', async ({ page, open, api }) => {
    const { release } = await hold(page, REQUESTS.api);
    await open(
      `<tadwina-comments id="goes" api="${api}" post="${basic.id}"></tadwina-comments><tadwina-comments id="stays" api="${api}" post="${basic.id}"></tadwina-comments>`,
    );
    await expect(page.locator('#stays .td-placeholder')).toBeVisible();
    await remove(page, '#goes');
    release();
    await expect(box(page, '#stays').text).toBeVisible();
    await hears(page, 'tadwina-ready');
  });

  test('while it sends a comment does not stop the comment', async ({ page, open, api }) => {
    const text = unique('يصل');
    await open(`<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`);
    await box(page).fill(text);
    await settled(page);
    const { release } = await hold(page, REQUESTS.comments);
    const [posted] = await Promise.all([
      page.waitForRequest((request) => request.method() === 'POST'),
      box(page).send.click(),
    ]);
    await remove(page, 'tadwina-comments');
    release();
    expect((await posted.response()).status()).toBe(201);
    await open(`<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`, { path: '/again/' });
    await expect(page.locator('.td-comment', { hasText: text })).toBeVisible();
    await expect(box(page).text).toHaveValue('');
  });

  for (const shadow of ['open', 'none']) {
    test(`has its fallback until it returns, shadow="${shadow}"`, async ({ page, open, api }) => {
      await open(
        `<div id="here"><tadwina-comments api="${api}" post="${basic.id}" shadow="${shadow}">تعليقات<b id="fallback">غليظ</b><!-- --></tadwina-comments></div>`,
      );
      await box(page).text.fill('لا يضيع');
      await expect(page.locator('#fallback')).toBeHidden();
      await page.locator('tadwina-comments').evaluate(async (element) => {
        Object.defineProperty(globalThis, 'removed', { value: element });
        element.remove();
        await null;
      });
      const inside = await page.evaluate(() => [
        globalThis.removed.innerHTML,
        globalThis.removed.shadowRoot?.innerHTML ?? '<slot></slot>',
      ]);
      expect(inside).toEqual(['تعليقات<b id="fallback">غليظ</b><!-- -->', '<slot></slot>']);
      await page.evaluate(() => document.querySelector('#here').append(globalThis.removed));
      await expect(box(page).text).toHaveValue('لا يضيع');
      await expect(page.locator('#fallback')).toBeHidden();
      await expect(page.locator('tadwina-comments .tadwina')).toHaveCount(1);
      expect(await heard(page, 'tadwina-ready')).toHaveLength(2);
    });
  }

  test('before the bundle has loaded requests nothing until it returns', async ({ page, open, api }) => {
    await page.addInitScript(countResources);
    const { release } = await hold(page, REQUESTS.wasm);
    const wasm = page.waitForRequest(REQUESTS.wasm);
    await open(`<tadwina-article api="${api}" post="${basic.id}"></tadwina-article>`, {
      goto: { waitUntil: 'commit' },
    });
    await wasm;
    await page.locator('tadwina-article').evaluate((element) => {
      Object.defineProperty(globalThis, 'removed', { value: element });
      element.remove();
    });
    const requests = collect(page, REQUESTS.api);
    release();
    await settled(page);
    expect(requests).toEqual([]);
    expect(await heard(page)).toEqual([]);
    expect(await resources(page)).toEqual(NO_RESOURCES);
    await page.evaluate(() => document.body.append(globalThis.removed));
    await expect(title(page)).toHaveText(basic.title);
  });

  test('far below the window leaves no listener, timer or observer', async ({ page, open, api }) => {
    await page.addInitScript(countResources);
    await open(`<div style="height: 9000px"></div><tadwina-article api="${api}" post="${basic.id}"></tadwina-article>`);
    await expect.poll(async () => (await resources(page)).observers).toBe(1);
    await remove(page, 'tadwina-article');
    await expect.poll(() => resources(page)).toEqual(NO_RESOURCES);
  });
});
