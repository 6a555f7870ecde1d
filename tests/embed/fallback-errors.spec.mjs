// What an element cannot show: its fallback stays, an element without one says so in a sentence, and whoever runs the page
// reads what to write.

import { article } from '../e2e/support/content.mjs';
import { collectErrors, REQUESTS } from '../e2e/support/page.mjs';
import { FALLBACK, fallback } from './fallback.support.mjs';
import { box, comments, expect, heardTypes, hears, respond, set, settled, test, title } from './support.mjs';

const basic = article('basic');
const bread = article('bread');

/** What goes wrong: attributes, how the site responds, the kind of error, and what the owner reads. */
const PROBLEMS = {
  'the site is down': { response: { status: 503 }, kind: 'server', says: /503/ },
  'the site keeps its API to itself': {
    response: { status: 401, body: '{"code":"rest_disabled"}' },
    kind: 'forbidden',
    says: /the site must let visitors read its REST API/,
  },
  'a page responds in the place of the API': {
    response: { status: 404, type: 'text/html', body: '<h1>Not found</h1>' },
    kind: 'not-json',
    says: /write api="http:[^"]+\/\?rest_route=\/"/,
  },
  'there is no such article': {
    attributes: { post: null, slug: 'no-such-article' },
    kind: 'not-found',
    says: /no article of the site has slug="no-such-article"/,
  },
  'the page names no article': { attributes: { post: null }, kind: 'not-found', says: /write slug="…" or post="…"/ },
  'the API is written without a scheme': {
    attributes: { api: 'blog.example/wp-json/' },
    kind: 'setting',
    says: /write api="https:\/\/blog\.example\/wp-json\/"/,
  },
  'another setting is wrong': {
    attributes: { digits: 'roman' },
    kind: 'setting',
    says: /write digits="auto" or digits="latn" or digits="arab"/,
  },
};

const element = (kind, attributes, content) => {
  const written = Object.entries(attributes).filter(([, value]) => value !== null);
  return `<tadwina-${kind} ${written.map(([name, value]) => `${name}="${value}"`).join(' ')}>${content}</tadwina-${kind}>`;
};

for (const [what, { attributes, response, kind, says }] of Object.entries(PROBLEMS)) {
  for (const [name, shadow] of [
    ['article', 'open'],
    ['comments', 'open'],
    ['comments', 'none'],
  ]) {
    test(`when ${what}, the fallback of ${name} stays, shadow="${shadow}", and the owner reads why`, async ({
      page,
      open,
      api,
    }) => {
      const logged = collectErrors(page);
      if (response) await respond(page, REQUESTS.posts, response);
      await open(element(name, { api, post: basic.id, shadow, ...attributes }, FALLBACK));
      const [{ detail }] = await hears(page, 'tadwina-error');
      expect(detail).toEqual({ kind, message: expect.stringMatching(says) });
      expect(logged.filter((text) => text.includes(detail.message))).toHaveLength(1);
      await settled(page);
      await expect(fallback(page)).toBeVisible();
      await expect(page.locator('.tadwina')).toHaveCount(0);
      expect(await heardTypes(page)).toEqual(['tadwina-error']);
    });
  }

  test(`when ${what}, an element without a fallback says so in a sentence`, async ({ page, open, api }) => {
    if (response) await respond(page, REQUESTS.posts, response);
    await open(element('article', { api, post: basic.id, ...attributes }, ''));
    const error = page.locator(`tadwina-article [role="alert"][data-error="${kind}"]`);
    await expect(error).toBeVisible();
    await expect(error.locator('h1, h2, h3, a')).toHaveCount(0);
    await expect(error.locator('.td-error__text')).not.toContainText('الصفحة غير موجودة');
    expect((await error.boundingBox()).height).toBeLessThan(200);
  });
}

test('the fallback of a blog stays when its first page cannot be read', async ({ page, open, api }) => {
  await respond(page, REQUESTS.posts, { status: 503 });
  await open(`<tadwina-blog api="${api}">${FALLBACK}</tadwina-blog>`);
  expect((await hears(page, 'tadwina-error'))[0].detail.kind).toBe('server');
  await settled(page);
  await expect(fallback(page)).toBeVisible();
  await expect(page.locator('.tadwina')).toHaveCount(0);
});

test('the comments take the fallback’s place only when they are read', async ({ page, open, api }) => {
  await respond(page, REQUESTS.comments, { status: 503 });
  await open(`<tadwina-comments api="${api}" post="${basic.id}">${FALLBACK}</tadwina-comments>`);
  await hears(page, 'tadwina-error');
  await settled(page);
  await expect(fallback(page)).toBeVisible();
});

for (const [name, wrong, right] of [
  ['post', '999999', String(bread.id)],
  ['digits', 'roman', 'latn'],
]) {
  test(`a wrong ${name} that is corrected takes the fallback’s place`, async ({ page, open, api }) => {
    await open(element('comments', { api, post: bread.id, [name]: wrong }, FALLBACK));
    await hears(page, 'tadwina-error');
    await set(page, 'tadwina-comments', { [name]: right });
    await expect(box(page).text).toBeVisible();
    await expect(fallback(page)).toBeHidden();
    expect(await heardTypes(page)).toEqual(['tadwina-error', 'tadwina-ready']);
  });
}

test('a retry button is in the sentence of what may pass', async ({ page, open, api }) => {
  await respond(page, REQUESTS.posts, { status: 503 }, 1);
  await open(`<tadwina-article api="${api}" post="${basic.id}"></tadwina-article>`);
  await page.locator('tadwina-article [data-error="server"] button').click();
  await expect(title(page)).toHaveText(basic.title);
  expect(await heardTypes(page)).toEqual(['tadwina-error', 'tadwina-ready']);
});

test('an API without its folder is that of the whole host', async ({ page, open, blog }) => {
  await open(`<tadwina-comments api="${blog}" post="${bread.id}"></tadwina-comments>`);
  await expect(comments(page).first()).toBeVisible();
});
