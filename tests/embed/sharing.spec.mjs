// Several parts on one page share a program and what the site answered; several sites and languages do not mix.

import { article } from '../e2e/support/content.mjs';
import { ASKS, collect, hold, unique } from '../e2e/support/page.mjs';
import { box, expect, heard, hears, page as hostPage, SCRIPT, settled, test } from './support.mjs';

const basic = article('basic');
const bread = article('bread');
const thread = article('long-thread');

/** What was asked, without what each question was answered. */
const addresses = (requests) => requests.map((request) => `${request.method()} ${request.url()}`).sort();

/** Every address once. */
const once = (requests) => expect(addresses(requests)).toEqual([...new Set(addresses(requests))].sort());

test('three discussions of one article and its share button are one program and one question each', async ({
  page,
  open,
  api,
}) => {
  const wasm = collect(page, ASKS.wasm);
  const asked = collect(page, ASKS.anything);
  const comments = `<tadwina-comments api="${api}" slug="${thread.slug}"></tadwina-comments>`;
  await open(
    `${comments}<tadwina-share api="${api}" slug="${encodeURIComponent(thread.slug)}"></tadwina-share>${comments}${comments}`,
  );
  await hears(page, 'tadwina-ready', 4);
  await settled(page);
  await expect(page.locator('tadwina-comments .td-comment:first-child').first()).toBeVisible();
  expect(wasm).toHaveLength(1);
  once(asked);
  expect(asked.filter((request) => ASKS.posts.test(request.url()))).toHaveLength(1);
  expect(asked.filter((request) => request.method() === 'GET' && ASKS.comments.test(request.url()))).toHaveLength(1);
});

test('article, discussion and share button are one program', async ({ page, open, api }) => {
  const files = collect(page, /\/tadwina\/.*\.(?:wasm|js)$/);
  const asked = collect(page, ASKS.anything);
  await open(`
    <tadwina-share api="${api}" post="${basic.id}"></tadwina-share>
    <tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>
    <tadwina-article api="${api}" post="${basic.id}"></tadwina-article>`);
  await hears(page, 'tadwina-ready', 3);
  await settled(page);
  expect(files.filter((request) => request.url().endsWith('.wasm'))).toHaveLength(1);
  expect(
    files.map((request) => new URL(request.url()).pathname).filter((path) => /\/(?:share|comments|blog)-/.test(path)),
  ).toEqual([]);
  once(asked);
});

for (const [kind, program] of [
  ['share', 'share'],
  ['comments', 'comments'],
  ['article', 'article'],
  ['blog', 'blog'],
]) {
  test(`${kind} alone loads the smallest program that shows it`, async ({ page, open, api }) => {
    const wasm = collect(page, ASKS.wasm);
    await open(`<tadwina-${kind} api="${api}" post="${basic.id}"></tadwina-${kind}>`);
    await hears(page, 'tadwina-ready');
    await settled(page);
    expect(wasm.map((request) => new URL(request.url()).pathname)).toEqual([
      expect.stringMatching(new RegExp(`/${program}-`)),
    ]);
  });
}

test('a part that comes later uses the program that is there', async ({ page, open, api }) => {
  const wasm = collect(page, ASKS.wasm);
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
  await expect(page.locator('tadwina-comments .td-discussion__title')).toContainText(String(bread.comments.length));
  expect(wasm).toHaveLength(1);
});

test('a bigger part that comes later loads its own; what is there goes on', async ({ page, open, api }) => {
  await open(`<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`);
  await box(page).text.fill('لا يضيع');
  await page.evaluate(
    ([root, post]) => {
      const element = document.createElement('tadwina-article');
      // However far the page is scrolled to the box: there are the more comments, the more tests ran before.
      Object.assign(element, { api: root, post, discussion: 'none', loading: 'eager' });
      document.body.prepend(element);
    },
    [api, bread.id],
  );
  await expect(page.locator('tadwina-article .td-article__title')).toHaveText(bread.title);
  await expect(box(page).text).toHaveValue('لا يضيع');
  await box(page).fill(unique('بعد'));
  await box(page).send.click();
  await hears(page, 'tadwina-comment-sent');
});

test('a question that was given up is put anew for who asks next', async ({ page, open, api }) => {
  const site = await hold(page, ASKS.anything);
  const asked = collect(page, ASKS.anything);
  await open(`<tadwina-comments loading="eager" api="${api}" post="${basic.id}"></tadwina-comments>`);
  await expect.poll(() => asked.length).toBe(1);
  await page.locator('tadwina-comments').evaluate((element) => element.replaceWith(element.cloneNode()));
  await expect.poll(() => asked.length).toBe(2);
  site.release();
  await hears(page, 'tadwina-ready');
  await expect(box(page).text).toBeVisible();
  expect(await heard(page, 'tadwina-error')).toEqual([]);
});

test('two sites, two languages, two limits do not mix, in one program', async ({ page, open, api, another }) => {
  const wasm = collect(page, ASKS.wasm);
  const text = unique('للثاني');
  await open(`
    <tadwina-comments id="first" api="${api}" post="${basic.id}" locale="ar-EG" comment-limit="100"></tadwina-comments>
    <tadwina-comments id="second" api="${another}" post="${basic.id}" locale="en"></tadwina-comments>`);
  await expect(box(page, '#first').number).toHaveText('١٠٠ / ١٠٠');
  await expect(box(page, '#second').number).toHaveText('1000 / 1000');
  expect(wasm).toHaveLength(1);
  await box(page, '#first').text.fill('للأوّل');
  await expect(box(page, '#second').text).toHaveValue('');
  await box(page, '#second').fill(text);
  const posted = collect(page, ASKS.anything, 'POST');
  await box(page, '#second').send.click();
  const [{ id }] = await hears(page, 'tadwina-comment-sent');
  expect(id).toBe('second');
  expect(posted.map((request) => request.url().startsWith(another))).toEqual([true]);
  await expect(page.locator('#second .td-comment', { hasText: text })).toBeVisible();
  await expect(page.locator('#first .td-comment', { hasText: text })).toHaveCount(0);
  await expect(box(page, '#first').text).toHaveValue('للأوّل');
});

test('an answer serves for a minute, and no longer', async ({ page, open, api }) => {
  await page.clock.install();
  await open(`<tadwina-share api="${api}" post="${basic.id}"></tadwina-share>`);
  await hears(page, 'tadwina-ready');
  const asked = collect(page, ASKS.anything);
  const again = () =>
    page.evaluate(() => {
      const element = document.querySelector('tadwina-share').cloneNode();
      document.body.append(element);
    });
  await again();
  await hears(page, 'tadwina-ready', 2);
  expect(asked).toEqual([]);
  await page.clock.fastForward(61_000);
  await again();
  await hears(page, 'tadwina-ready', 3);
  expect(asked).toHaveLength(1);
});

test('after a comment was sent, what comes later asks anew', async ({ page, open, api }) => {
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
  await expect(page.locator('#second .td-comment', { hasText: text })).toBeVisible();
});

test.describe('answers in the page', () => {
  /** What the parts ask for by GET, with its answers as the page would embed them. */
  async function answers(page, open, parts) {
    const asked = collect(page, ASKS.anything, 'GET');
    await open(parts, { path: '/without/' });
    await hears(page, 'tadwina-ready', parts.match(/<\/tadwina-/g).length);
    await settled(page);
    const found = {};
    for (const request of asked) {
      const response = await request.response();
      const headers = response.headers();
      found[request.url()] = {
        status: response.status(),
        headers: {
          'X-WP-Total': Number(headers['x-wp-total']),
          'X-WP-TotalPages': Number(headers['x-wp-totalpages']),
          Allow: headers.allow,
        },
        body: await response.json(),
      };
    }
    return found;
  }
  const embedded = (found) =>
    `<script type="application/json" data-tadwina-responses>${JSON.stringify(found).replaceAll('<', '\\u003c')}</script>`;

  for (const [kind, shown] of [
    ['article', '.td-comment'],
    ['comments', '.td-comment'],
    ['share', '.td-share__button'],
  ]) {
    test(`${kind} asks nothing that is answered there`, async ({ page, open, api }) => {
      const part = `<tadwina-${kind} api="${api}" post="${bread.id}"></tadwina-${kind}>`;
      const found = await answers(page, open, part);
      expect(Object.keys(found).length).toBeGreaterThan(0);
      const asked = collect(page, ASKS.anything, 'GET');
      await open(part + embedded(found));
      await expect(page.locator(`tadwina-${kind} ${shown}`).first()).toBeVisible();
      await settled(page);
      expect(addresses(asked)).toEqual([]);
      if (kind !== 'share')
        await expect(page.locator('.td-discussion__title')).toContainText(String(bread.comments.length));
    });
  }

  test('several parts share them, from several scripts', async ({ page, open, api }) => {
    const parts = `<tadwina-comments api="${api}" post="${bread.id}"></tadwina-comments><tadwina-share api="${api}" post="${bread.id}"></tadwina-share>`;
    const found = Object.entries(await answers(page, open, parts));
    const asked = collect(page, ASKS.anything, 'GET');
    await open(parts + parts + found.map((each) => embedded(Object.fromEntries([each]))).join(''));
    await hears(page, 'tadwina-ready', 4);
    await settled(page);
    expect(addresses(asked)).toEqual([]);
  });

  test('each serves for a minute from when it was first asked for', async ({ page, open, api }) => {
    const part = `<tadwina-share api="${api}" post="${bread.id}"></tadwina-share>`;
    const found = await answers(page, open, part);
    await page.clock.install();
    const asked = collect(page, ASKS.anything, 'GET');
    await open(part + embedded(found));
    await hears(page, 'tadwina-ready');
    expect(asked).toEqual([]);
    await page.clock.fastForward(61_000);
    await page.evaluate(() => document.body.append(document.querySelector('tadwina-share').cloneNode()));
    await hears(page, 'tadwina-ready', 2);
    expect(addresses(asked)).toHaveLength(1);
  });

  test('after a comment was sent they are known to be old', async ({ page, open, api }) => {
    const text = unique('جديد');
    const part = `<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`;
    const found = await answers(page, open, part);
    await open(part + embedded(found));
    await box(page).fill(text);
    await box(page).send.click();
    await hears(page, 'tadwina-comment-sent');
    await page.evaluate(() =>
      document.body.append(Object.assign(document.querySelector('tadwina-comments').cloneNode(), { id: 'second' })),
    );
    await expect(page.locator('#second .td-comment', { hasText: text })).toBeVisible();
  });

  test('from the page’s own address they count too; a status that is a failure is one', async ({ page, site }) => {
    site.put('/', hostPage(`<tadwina-share post="7"></tadwina-share>`));
    const asked = collect(page, ASKS.anything);
    await page.goto(site.url);
    await expect.poll(() => asked.length).toBe(1);
    const { pathname, search } = new URL(asked[0].url());
    site.put(
      '/',
      hostPage(
        `<tadwina-share post="7"></tadwina-share>${embedded({ [pathname + search]: { status: 404, body: { code: 'rest_post_invalid_id', message: '', data: { status: 404 } } } })}`,
      ),
    );
    asked.length = 0;
    await page.goto(`${site.url}/`);
    expect((await hears(page, 'tadwina-error'))[0].detail.kind).toBe('not-found');
    expect(asked).toEqual([]);
  });

  test('what is no JSON is told of, and the site is asked', async ({ page, open, api }) => {
    const said = [];
    page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
    await open(
      `<tadwina-share api="${api}" post="${bread.id}"></tadwina-share><script type="application/json" data-tadwina-responses>{</script>`,
    );
    await hears(page, 'tadwina-ready');
    expect(said.filter((text) => /the answers in the page are no JSON/.test(text))).toHaveLength(1);
    expect(await heard(page, 'tadwina-error')).toEqual([]);
  });
});

test('the script of a host on another origin works as well', async ({ page, open, site, api }) => {
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
  expect(files.filter((request) => !request.url().startsWith(elsewhere))).toEqual([]);
});
