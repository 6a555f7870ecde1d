// The attribute `credentials`: whether requests carry cookies.

import { article } from '../e2e/support/content.mjs';
import { collect, REQUESTS, unique } from '../e2e/support/page.mjs';
import { host } from '../support/host.mjs';
import { box, expect, hears, page as hostPage, set, settled, test } from './support.mjs';

const basic = article('basic');

/** The cookie of each request, null for none. */
const cookies = (requests) => Promise.all(requests.map(async (request) => (await request.allHeaders()).cookie ?? null));

/** Expects that there are requests and that each has this cookie. */
async function expectCookie(requests, cookie) {
  const found = await cookies(requests);
  expect(found.length > 0 && found.every((each) => each === cookie), JSON.stringify(found)).toBe(true);
}

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
    test(`${kind} with ${attribute || 'no attribute'} sends ${expected ?? 'no cookie'} to another origin`, async ({
      page,
      open,
      api,
    }) => {
      const requests = collect(page, REQUESTS.api);
      await open(`<tadwina-${kind} api="${api}" post="${basic.id}" ${attribute}></tadwina-${kind}>`);
      await hears(page, 'tadwina-ready');
      await settled(page);
      await expectCookie(
        requests.filter((request) => request.method() === 'GET'),
        expected,
      );
    });
  }

  test(`a comment with ${attribute || 'no attribute'} sends ${expected ?? 'no cookie'} to another origin`, async ({
    page,
    open,
    api,
  }) => {
    const posted = collect(page, REQUESTS.api, 'POST');
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
  test(`comments with ${attribute || 'no attribute'} sends ${expected ?? 'no cookie'} to the origin of the page`, async ({
    page,
    blog,
  }) => {
    const { url, close } = await host({
      pages: { '/': hostPage(`<tadwina-comments post="${basic.id}" ${attribute}></tadwina-comments>`) },
      api: blog,
    });
    const requests = collect(page, REQUESTS.api);
    await page.goto(url);
    await hears(page, 'tadwina-ready');
    await expectCookie(requests, expected);
    await close();
  });
}

test('two elements with different credentials do not share a response', async ({ page, open, api }) => {
  const requests = collect(page, REQUESTS.posts);
  await open(
    `<tadwina-share api="${api}" post="${basic.id}"></tadwina-share><tadwina-share credentials="include" api="${api}" post="${basic.id}"></tadwina-share>`,
  );
  await hears(page, 'tadwina-ready', 2);
  expect((await cookies(requests)).sort()).toEqual([null, 'visitor=7'].sort());
});

test('a change of credentials sends the request again with cookies', async ({ page, open, api }) => {
  await open(`<tadwina-share api="${api}" post="${basic.id}"></tadwina-share>`);
  await hears(page, 'tadwina-ready');
  const requests = collect(page, REQUESTS.posts);
  await set(page, 'tadwina-share', { credentials: 'include' });
  await hears(page, 'tadwina-ready', 2);
  expect(await cookies(requests)).toEqual(['visitor=7']);
});
