// Inline responses: an element uses the responses in the page before it sends a request.

import { article } from '../e2e/support/content.mjs';
import { collect, collectErrors, REQUESTS, unique } from '../e2e/support/page.mjs';
import {
  addresses,
  box,
  comments,
  expect,
  heading,
  heard,
  hears,
  page as hostPage,
  settled,
  test,
} from './support.mjs';

const basic = article('basic');
const bread = article('bread');

/** The responses that the elements request by GET, in the form in which a page has them inline. */
async function collectResponses(page, open, elements) {
  const requests = collect(page, REQUESTS.api, 'GET');
  await open(elements, { path: '/without/' });
  await hears(page, 'tadwina-ready', elements.match(/<\/tadwina-/g).length);
  await settled(page);
  const responses = {};
  for (const request of requests) {
    const response = await request.response();
    const headers = response.headers();
    responses[request.url()] = {
      status: response.status(),
      headers: {
        'X-WP-Total': Number(headers['x-wp-total']),
        'X-WP-TotalPages': Number(headers['x-wp-totalpages']),
        Allow: headers.allow,
      },
      body: await response.json(),
    };
  }
  return responses;
}

/** The script element with inline responses. */
const inline = (responses) =>
  `<script type="application/json" data-tadwina-responses>${JSON.stringify(responses).replaceAll('<', '\\u003c')}</script>`;

for (const [kind, shown] of [
  ['article', '.td-comment'],
  ['comments', '.td-comment'],
  ['share', '.td-share__button'],
]) {
  test(`${kind} sends no request that has an inline response`, async ({ page, open, api }) => {
    const element = `<tadwina-${kind} api="${api}" post="${bread.id}"></tadwina-${kind}>`;
    const responses = await collectResponses(page, open, element);
    expect(Object.keys(responses).length).toBeGreaterThan(0);
    const requests = collect(page, REQUESTS.api, 'GET');
    await open(element + inline(responses));
    await expect(page.locator(`tadwina-${kind} ${shown}`).first()).toBeVisible();
    await settled(page);
    expect(addresses(requests)).toEqual([]);
    if (kind !== 'share') await expect(heading(page, `tadwina-${kind}`)).toContainText(String(bread.comments.length));
  });
}

test('several elements share the inline responses of several scripts', async ({ page, open, api }) => {
  const elements = `<tadwina-comments api="${api}" post="${bread.id}"></tadwina-comments><tadwina-share api="${api}" post="${bread.id}"></tadwina-share>`;
  const responses = Object.entries(await collectResponses(page, open, elements));
  const requests = collect(page, REQUESTS.api, 'GET');
  await open(elements + elements + responses.map((each) => inline(Object.fromEntries([each]))).join(''));
  await hears(page, 'tadwina-ready', 4);
  await settled(page);
  expect(addresses(requests)).toEqual([]);
});

test('an inline response is used for a minute after its first use', async ({ page, open, api }) => {
  const element = `<tadwina-share api="${api}" post="${bread.id}"></tadwina-share>`;
  const responses = await collectResponses(page, open, element);
  await page.clock.install();
  const requests = collect(page, REQUESTS.api, 'GET');
  await open(element + inline(responses));
  await hears(page, 'tadwina-ready');
  expect(requests).toEqual([]);
  await page.clock.fastForward(61_000);
  await page.evaluate(() => document.body.append(document.querySelector('tadwina-share').cloneNode()));
  await hears(page, 'tadwina-ready', 2);
  expect(addresses(requests)).toHaveLength(1);
});

test('an inline response is not used after a comment was sent', async ({ page, open, api }) => {
  const text = unique('جديد');
  const element = `<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`;
  const responses = await collectResponses(page, open, element);
  await open(element + inline(responses));
  await box(page).fill(text);
  await box(page).send.click();
  await hears(page, 'tadwina-comment-sent');
  await page.evaluate(() =>
    document.body.append(Object.assign(document.querySelector('tadwina-comments').cloneNode(), { id: 'second' })),
  );
  await expect(comments(page, '#second').filter({ hasText: text })).toBeVisible();
});

test('an inline response can have an address without origin and the status of an error', async ({ page, site }) => {
  site.put('/', hostPage(`<tadwina-share post="7"></tadwina-share>`));
  const requests = collect(page, REQUESTS.api);
  await page.goto(site.url);
  await expect.poll(() => requests.length).toBe(1);
  const { pathname, search } = new URL(requests[0].url());
  site.put(
    '/',
    hostPage(
      `<tadwina-share post="7"></tadwina-share>${inline({ [pathname + search]: { status: 404, body: { code: 'rest_post_invalid_id', message: '', data: { status: 404 } } } })}`,
    ),
  );
  requests.length = 0;
  await page.goto(`${site.url}/`);
  expect((await hears(page, 'tadwina-error'))[0].detail.kind).toBe('not-found');
  expect(requests).toEqual([]);
});

test('inline responses that are no JSON are logged, and the element sends its request', async ({ page, open, api }) => {
  const logged = collectErrors(page);
  await open(
    `<tadwina-share api="${api}" post="${bread.id}"></tadwina-share><script type="application/json" data-tadwina-responses>{</script>`,
  );
  await hears(page, 'tadwina-ready');
  expect(logged.filter((text) => /the inline responses of the page are no JSON/.test(text))).toHaveLength(1);
  expect(await heard(page, 'tadwina-error')).toEqual([]);
});
