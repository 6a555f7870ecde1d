// Several elements in a page share a bundle and responses. Sites and languages do not mix.

import { article } from '../e2e/support/content.mjs';
import { collect, hold, left, REQUESTS, unique, urls } from '../e2e/support/page.mjs';
import { addresses, box, comments, expect, heading, heard, hears, SCRIPT, settled, test, title } from './support.mjs';

const basic = article('basic');
const bread = article('bread');
const thread = article('long-thread');

/** Expects that every request was sent once. */
const expectOnce = (requests) => expect(addresses(requests)).toEqual([...new Set(addresses(requests))].sort());

test('three discussions and a share button of one article load one bundle and send each request once', async ({
  page,
  open,
  api,
}) => {
  const wasm = collect(page, REQUESTS.wasm);
  const requests = collect(page, REQUESTS.api);
  const discussion = `<tadwina-comments api="${api}" slug="${thread.slug}"></tadwina-comments>`;
  await open(
    `${discussion}<tadwina-share api="${api}" slug="${encodeURIComponent(thread.slug)}"></tadwina-share>${discussion}${discussion}`,
  );
  await hears(page, 'tadwina-ready', 4);
  await settled(page);
  await expect(page.locator('tadwina-comments .td-comment:first-child').first()).toBeVisible();
  expect(wasm).toHaveLength(1);
  expectOnce(requests);
  expect(requests.filter((request) => REQUESTS.posts.test(request.url()))).toHaveLength(1);
  // The replies are asked for level by level.
  const isFirstPage = (request) => REQUESTS.comments.test(request.url()) && !request.url().includes('&parent=');
  expect(requests.filter((request) => request.method() === 'GET' && isFirstPage(request))).toHaveLength(1);
});

test('article, discussion and share button load one bundle', async ({ page, open, api }) => {
  const files = collect(page, /\/tadwina\/.*\.(?:wasm|js)$/);
  const requests = collect(page, REQUESTS.api);
  await open(`
    <tadwina-share api="${api}" post="${basic.id}"></tadwina-share>
    <tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>
    <tadwina-article api="${api}" post="${basic.id}"></tadwina-article>`);
  await hears(page, 'tadwina-ready', 3);
  await settled(page);
  expect(urls(files).filter((url) => url.endsWith('.wasm'))).toHaveLength(1);
  expect(
    urls(files)
      .map((url) => new URL(url).pathname)
      .filter((path) => /\/(?:share|comments|blog)-/.test(path)),
  ).toEqual([]);
  expectOnce(requests);
});

for (const kind of ['share', 'comments', 'article', 'blog']) {
  test(`${kind} alone loads only its own bundle`, async ({ page, open, api }) => {
    const wasm = collect(page, REQUESTS.wasm);
    await open(`<tadwina-${kind} api="${api}" post="${basic.id}"></tadwina-${kind}>`);
    await hears(page, 'tadwina-ready');
    await settled(page);
    expect(urls(wasm).map((url) => new URL(url).pathname)).toEqual([expect.stringMatching(new RegExp(`/${kind}-`))]);
  });
}

test('an element that is added later uses the loaded bundle', async ({ page, open, api }) => {
  const wasm = collect(page, REQUESTS.wasm);
  await open(`<tadwina-article api="${api}" post="${basic.id}"></tadwina-article>`);
  await hears(page, 'tadwina-ready');
  await page.evaluate(
    ([root, post]) => {
      for (const kind of ['share', 'comments']) {
        const element = document.createElement(`tadwina-${kind}`);
        Object.assign(element, { api: root, post });
        document.body.prepend(element);
      }
    },
    [api, bread.id],
  );
  await hears(page, 'tadwina-ready', 3);
  await expect(heading(page)).toContainText(String(bread.comments.length));
  expect(wasm).toHaveLength(1);
});

test('an article that is added later loads its own bundle, and the discussion goes on', async ({ page, open, api }) => {
  await open(`<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`);
  await box(page).text.fill('لا يضيع');
  await page.evaluate(
    ([root, post]) => {
      const element = document.createElement('tadwina-article');
      // The page may be scrolled far down to the box: every test before may have added a comment.
      Object.assign(element, { api: root, post, discussion: 'none', loading: 'eager' });
      document.body.prepend(element);
    },
    [api, bread.id],
  );
  await expect(title(page)).toHaveText(bread.title);
  await expect(box(page).text).toHaveValue('لا يضيع');
  await box(page).fill(unique('بعد'));
  await box(page).send.click();
  await hears(page, 'tadwina-comment-sent');
});

test('the next element sends a request again that was cancelled', async ({ page, open, api }) => {
  const site = await hold(page, REQUESTS.api);
  const requests = collect(page, REQUESTS.api);
  await open(`<tadwina-comments loading="eager" api="${api}" post="${basic.id}"></tadwina-comments>`);
  await expect.poll(() => requests.length).toBe(1);
  await page.locator('tadwina-comments').evaluate((element) => element.replaceWith(element.cloneNode()));
  await expect.poll(() => requests.length).toBe(2);
  site.release();
  await hears(page, 'tadwina-ready');
  await expect(box(page).text).toBeVisible();
  expect(await heard(page, 'tadwina-error')).toEqual([]);
});

test('two sites, two languages and two limits do not mix in one bundle', async ({ page, open, api, another }) => {
  const wasm = collect(page, REQUESTS.wasm);
  const text = unique('للثاني');
  await open(`
    <tadwina-comments id="first" api="${api}" post="${basic.id}" locale="ar-EG" comment-limit="100"></tadwina-comments>
    <tadwina-comments id="second" api="${another}" post="${basic.id}" locale="en"></tadwina-comments>`);
  await expect(box(page, '#first').count).toHaveText(left(100, 'arab'));
  await expect(box(page, '#second').count).toHaveText('1000 characters left');
  expect(wasm).toHaveLength(1);
  await box(page, '#first').text.fill('للأوّل');
  await expect(box(page, '#second').text).toHaveValue('');
  await box(page, '#second').fill(text);
  const posted = collect(page, REQUESTS.api, 'POST');
  await box(page, '#second').send.click();
  const [{ id }] = await hears(page, 'tadwina-comment-sent');
  expect(id).toBe('second');
  expect(urls(posted).map((url) => url.startsWith(another))).toEqual([true]);
  await expect(comments(page, '#second').filter({ hasText: text })).toBeVisible();
  await expect(comments(page, '#first').filter({ hasText: text })).toHaveCount(0);
  await expect(box(page, '#first').text).toHaveValue('للأوّل');
});

test('elements share a response for a minute', async ({ page, open, api }) => {
  await page.clock.install();
  await open(`<tadwina-share api="${api}" post="${basic.id}"></tadwina-share>`);
  await hears(page, 'tadwina-ready');
  const requests = collect(page, REQUESTS.api);
  const again = () =>
    page.evaluate(() => {
      const element = document.querySelector('tadwina-share').cloneNode();
      document.body.append(element);
    });
  await again();
  await hears(page, 'tadwina-ready', 2);
  expect(requests).toEqual([]);
  await page.clock.fastForward(61_000);
  await again();
  await hears(page, 'tadwina-ready', 3);
  expect(requests).toHaveLength(1);
});

test('an element that is added after a comment was sent requests the comments again', async ({ page, open, api }) => {
  const text = unique('جديد');
  await open(`<tadwina-comments id="first" api="${api}" post="${basic.id}"></tadwina-comments>`);
  await box(page, '#first').fill(text);
  await box(page, '#first').send.click();
  await hears(page, 'tadwina-comment-sent');
  await page.evaluate(() => {
    const element = document.querySelector('#first').cloneNode();
    element.id = 'second';
    document.body.append(element);
  });
  await expect(comments(page, '#second').filter({ hasText: text })).toBeVisible();
});

test('the script can be on another origin', async ({ page, open, site, api }) => {
  const elsewhere = site.url.replace('127.0.0.1', 'localhost');
  await page.route(`${elsewhere}/**`, async (route) => {
    const response = await route.fetch({ url: route.request().url().replace('localhost', '127.0.0.1') });
    await route.fulfill({ response });
  });
  const files = collect(page, /\/tadwina\//);
  await open(`<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`, {
    script: SCRIPT.replace('/tadwina/', `${elsewhere}/tadwina/`),
  });
  await expect(box(page).text).toBeVisible();
  expect(files.length).toBeGreaterThan(2);
  expect(urls(files).filter((url) => !url.startsWith(elsewhere))).toEqual([]);
});
