// Whether cookies go along.

import { article } from '../e2e/support/content.mjs';
import { ASKS, collect, unique } from '../e2e/support/page.mjs';
import { host } from '../support/host.mjs';
import { box, expect, hears, page as hostPage, set, settled, test } from './support.mjs';

const basic = article('basic');

/** The cookie that each request carried. */
const cookies = (requests) => Promise.all(requests.map(async (request) => (await request.allHeaders()).cookie ?? null));
const only = (value) => (found) => found.length > 0 && found.every((each) => each === value);

test.beforeEach(async ({ context, blog }) => {
  await context.addCookies([{ name: 'visitor', value: '7', url: blog }]);
});

for (const [attribute, expected] of [
  ['', null],
  ['credentials=" "', null],
  ['credentials="same-origin"', null],
  ['credentials="omit"', null],
  ['credentials=" include "', 'visitor=7'],
]) {
  for (const kind of ['article', 'comments', 'share', 'blog']) {
    test(`of ${kind} with ${attribute || 'no attribute'}, asking another origin: ${expected ?? 'none'}`, async ({
      page,
      open,
      api,
    }) => {
      const asked = collect(page, ASKS.anything);
      await open(`<tadwina-${kind} api="${api}" post="${basic.id}" ${attribute}></tadwina-${kind}>`);
      await hears(page, 'tadwina-ready');
      await settled(page);
      const found = await cookies(asked.filter((request) => request.method() === 'GET'));
      expect(only(expected)(found), JSON.stringify(found)).toBe(true);
    });
  }

  test(`of a comment that is sent with ${attribute || 'no attribute'}: ${expected ?? 'none'}`, async ({
    page,
    open,
    api,
  }) => {
    const posted = collect(page, ASKS.anything, 'POST');
    await open(`<tadwina-comments api="${api}" post="${basic.id}" ${attribute}></tadwina-comments>`);
    await box(page).fill(unique('مرحبا'));
    await box(page).send.click();
    await hears(page, 'tadwina-comment-sent');
    expect(await cookies(posted)).toEqual([expected]);
  });
}

for (const [attribute, expected] of [
  ['', 'visitor=7'],
  ['credentials="omit"', null],
]) {
  test(`asking the page’s own origin with ${attribute || 'no attribute'}: ${expected ?? 'none'}`, async ({
    page,
    blog,
  }) => {
    const { url, close } = await host({
      pages: { '/': hostPage(`<tadwina-comments post="${basic.id}" ${attribute}></tadwina-comments>`) },
      api: blog,
    });
    const asked = collect(page, ASKS.anything);
    await page.goto(url);
    await hears(page, 'tadwina-ready');
    const found = await cookies(asked);
    expect(only(expected)(found), JSON.stringify(found)).toBe(true);
    await close();
  });
}

test('two parts that differ in it do not share an answer', async ({ page, open, api }) => {
  const asked = collect(page, ASKS.posts);
  await open(
    `<tadwina-share api="${api}" post="${basic.id}"></tadwina-share><tadwina-share credentials="include" api="${api}" post="${basic.id}"></tadwina-share>`,
  );
  await hears(page, 'tadwina-ready', 2);
  expect((await cookies(asked)).sort()).toEqual([null, 'visitor=7'].sort());
});

test('a change of it asks anew, with them', async ({ page, open, api }) => {
  await open(`<tadwina-share api="${api}" post="${basic.id}"></tadwina-share>`);
  await hears(page, 'tadwina-ready');
  const asked = collect(page, ASKS.posts);
  await set(page, 'tadwina-share', { credentials: 'include' });
  await hears(page, 'tadwina-ready', 2);
  expect(await cookies(asked)).toEqual(['visitor=7']);
});
