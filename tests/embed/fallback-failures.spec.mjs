// Failures before the upgrade: the fallback stays, and an element without one shows an error.

import { article } from '../e2e/support/content.mjs';
import { collect, collectErrors, hold, REQUESTS } from '../e2e/support/page.mjs';
import { FALLBACK, fallback } from './fallback.support.mjs';
import { box, expect, heard, hears, settled, test, title } from './support.mjs';

const basic = article('basic');

const alert = (page) => page.locator('tadwina-comments [role="alert"]');

const FAILURES = {
  'the WASM is missing': [REQUESTS.wasm, (route) => route.fulfill({ status: 404, body: 'no such file' })],
  'the WASM does not load': [REQUESTS.wasm, (route) => route.abort()],
  'the WASM is cut off': [
    REQUESTS.wasm,
    async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.body()).subarray(0, 5000) });
    },
  ],
  'the WASM is a page of HTML': [
    REQUESTS.wasm,
    (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>login' }),
  ],
  'the script of the bundle is missing': [
    /\/tadwina\/(?:article|comments|share|blog)-\w+\.js$/,
    (route) => route.fulfill({ status: 404, body: '' }),
  ],
};

for (const [what, [pattern, fail]] of Object.entries(FAILURES)) {
  test.describe(`when ${what}`, () => {
    for (const shadow of ['open', 'none']) {
      test(`the fallback stays, shadow="${shadow}", and page and console get the error`, async ({
        page,
        open,
        api,
      }) => {
        const logged = collectErrors(page);
        await page.route(pattern, fail);
        await open(
          `<tadwina-comments id="it" api="${api}" post="${basic.id}" shadow="${shadow}">${FALLBACK}</tadwina-comments>`,
        );
        const [event, ...more] = await hears(page, 'tadwina-error');
        expect(event).toMatchObject({
          element: 'tadwina-comments',
          id: 'it',
          detail: { kind: 'not-started', message: expect.stringMatching(/./) },
          bubbles: true,
          composed: true,
        });
        expect(more).toEqual([]);
        await expect(fallback(page)).toBeVisible();
        await expect(page.locator('[role="alert"]')).toHaveCount(0);
        expect(logged.some((text) => text.includes('tadwina could not start'))).toBe(true);
      });

      test(`an empty element shows an error, shadow="${shadow}"`, async ({ page, open, api }) => {
        await page.route(pattern, fail);
        await open(`<tadwina-comments api="${api}" post="${basic.id}" shadow="${shadow}">\n\t</tadwina-comments>`);
        await expect(page.locator('tadwina-comments [role="alert"][data-error="not-started"]')).toHaveText(
          'تعذّر التحميل. تحقق من الاتصال ثم أعد تحميل الصفحة.',
        );
      });
    }
  });
}

for (const [lang, attribute, message] of [
  ['en-GB', '', /^This could not be loaded/],
  ['fr', '', /^Le chargement a échoué/],
  ['de', '', /^This could not be loaded/],
  ['fr-CA', '', /^Le chargement a échoué/],
  ['', '', /^تعذّر/],
  ['de', `messages='{"part_not_loaded": "Konnte nicht geladen werden."}'`, /^Konnte nicht/],
  ['en', 'lang="fr"', /^Le chargement a échoué/],
  ['ar', 'locale=" en "', /^This could not be loaded/],
]) {
  test(`the error is in the language of the reader: page ${lang}, ${attribute || 'no attribute'}`, async ({
    page,
    open,
    api,
  }) => {
    await page.route(REQUESTS.wasm, (route) => route.abort());
    await open(`<tadwina-share api="${api}" ${attribute}></tadwina-share>`, { lang });
    const told = page.locator('tadwina-share [role="alert"]');
    await expect(told).toHaveText(message);
    await expect(told).toHaveAttribute('dir', /^تعذّر/.test(await told.innerText()) ? 'rtl' : 'ltr');
  });
}

for (const [what, content] of [
  ['a comment in the HTML', '<!-- comments -->'],
  ['slotted content', '<b slot="header">عنوان</b>'],
  ['a noscript element', '<noscript><a href="/">التعليقات</a></noscript>'],
]) {
  test(`${what} alone is no fallback: the element shows an error`, async ({ page, open, api }) => {
    await page.route(REQUESTS.wasm, (route) => route.abort());
    await open(`<tadwina-comments api="${api}" post="${basic.id}">${content}</tadwina-comments>`);
    await expect(alert(page)).toBeVisible();
  });
}

for (const shadow of ['open', 'none']) {
  test(`the page keeps slotted content when nothing loads, shadow="${shadow}"`, async ({ page, open, api }) => {
    await page.route(REQUESTS.wasm, (route) => route.abort());
    await open(
      `<tadwina-comments api="${api}" post="${basic.id}" shadow="${shadow}"><b slot="header">عنوان</b></tadwina-comments>`,
    );
    await expect(alert(page)).toBeVisible();
    if (shadow === 'open') await expect(page.locator('b')).toBeVisible();
    await page.locator('tadwina-comments').evaluate((element) => element.remove());
    await settled(page);
  });
}

test('the next element loads a bundle that failed to load', async ({ page, open, api }) => {
  await page.route(REQUESTS.wasm, (route) => route.abort(), { times: 1 });
  await open(`<tadwina-comments id="first" api="${api}" post="${basic.id}">${FALLBACK}</tadwina-comments>`);
  await hears(page, 'tadwina-error');
  await page.evaluate(() => {
    const element = document.querySelector('#first').cloneNode();
    element.id = 'second';
    document.body.append(element);
  });
  await expect(box(page, '#second').text).toBeVisible();
  await expect(fallback(page)).toBeVisible();
});

test('the fallback stays until the site responds', async ({ page, open, api }) => {
  await page.clock.install();
  const { release } = await hold(page, REQUESTS.api);
  const requests = collect(page, REQUESTS.api);
  await open(`<tadwina-article api="${api}" post="${basic.id}">${FALLBACK}</tadwina-article>`);
  await expect.poll(() => requests.length).toBe(1);
  await page.clock.fastForward(30_000);
  await expect(fallback(page)).toBeVisible();
  expect(await heard(page)).toEqual([]);
  release();
  await expect(title(page)).toHaveText(basic.title);
});

test('a site that never responds is unreachable after a timeout', async ({ page, open, api }) => {
  await page.clock.install();
  await page.route(REQUESTS.api, () => {});
  const request = page.waitForRequest(REQUESTS.api);
  await open(`<tadwina-article api="${api}" post="${basic.id}">${FALLBACK}</tadwina-article>`, {
    goto: { waitUntil: 'commit' },
  });
  await request;
  await page.clock.fastForward(36_000);
  expect((await hears(page, 'tadwina-error'))[0].detail.kind).toBe('unreachable');
});

for (const [what, options, says] of [
  ['the browser has no WebAssembly', { head: '<script>delete globalThis.WebAssembly</script>' }, /no WebAssembly/],
  [
    'the page’s policy forbids WebAssembly',
    { headers: { 'Content-Security-Policy': "script-src 'self'" } },
    /Content-Security-Policy forbids WebAssembly: add 'wasm-unsafe-eval' to script-src/,
  ],
]) {
  test(`when ${what}, the fallback stays, and page and console learn why`, async ({ page, open, api }) => {
    const logged = collectErrors(page);
    const requests = collect(page, REQUESTS.wasm);
    await open(`<tadwina-comments api="${api}" post="${basic.id}">${FALLBACK}</tadwina-comments>`, options);
    const [{ detail }] = await hears(page, 'tadwina-error');
    expect(detail).toEqual({ kind: 'not-started', message: expect.stringMatching(says) });
    expect(logged.some((text) => says.test(text))).toBe(true);
    await settled(page);
    await expect(fallback(page)).toBeVisible();
    expect(requests).toEqual([]);
  });
}
