// A page that shows another article by its own script: an element without `slug` and `post` follows the page's address.

import { article } from '../e2e/support/content.mjs';
import { collect, REQUESTS, urls } from '../e2e/support/page.mjs';
import { countResources, NO_RESOURCES, remove, resources } from './lifecycle.support.mjs';
import { box, comments, expect, heading, settled, test, title } from './support.mjs';

const bread = article('bread');
const thread = article('long-thread');
const basic = article('basic');

/** The address of an article in the page of the tests. */
const at = ({ path }) => `/posts/${path.split('/').filter(Boolean).at(-1)}/`;

/** What a single-page application does when a link is pressed. */
const show = (page, to) =>
  page.evaluate((path) => {
    history.pushState({}, '', path);
    document.title = path;
  }, at(to));

const count = ({ comments: list }) => String(list.length);

for (const shadow of ['open', 'none']) {
  test(`the discussion is that of the address, shadow="${shadow}", and each article keeps its text`, async ({
    page,
    open,
    api,
  }) => {
    await open(`<tadwina-comments api="${api}" loading="eager" shadow="${shadow}"></tadwina-comments>`, {
      path: at(bread),
    });
    await expect(heading(page)).toContainText(count(bread));
    await box(page).text.fill('عن الخبز');
    await show(page, thread);
    await expect(heading(page)).toContainText(count(thread));
    await expect(box(page).text).toHaveValue('');
    await box(page).text.fill('عن غيره');
    await page.goBack();
    await expect(heading(page)).toContainText(count(bread));
    await expect(box(page).text).toHaveValue('عن الخبز');
    await page.goForward();
    await expect(box(page).text).toHaveValue('عن غيره');
  });
}

for (const has of [true, false]) {
  test(`the article is that of the address, ${has ? 'with' : 'without'} the Navigation API`, async ({
    page,
    open,
    api,
  }) => {
    await page.addInitScript(countResources);
    if (!has) await page.addInitScript(() => delete globalThis.navigation);
    await open(`<tadwina-article api="${api}"></tadwina-article>`, { path: at(bread) });
    expect(await page.evaluate(() => 'navigation' in globalThis)).toBe(has);
    await expect(title(page)).toHaveText(bread.title);
    await show(page, basic);
    await expect(title(page)).toHaveText(basic.title);
    await page.goBack();
    await expect(title(page)).toHaveText(bread.title);
    await settled(page);
    await remove(page, 'tadwina-article');
    await expect.poll(() => resources(page)).toEqual(NO_RESOURCES);
  });
}
test('the address that is shared is that of the page', async ({ page, open, site }) => {
  await open('<tadwina-share></tadwina-share>', { path: at(bread) });
  const address = page.locator('tadwina-share .td-share__address');
  for (const post of [bread, thread]) {
    await show(page, post);
    await page.locator('tadwina-share .td-share__button').click();
    await expect(address).toHaveText(decodeURI(new URL(site.url).host + at(post)));
    await page.locator('tadwina-share .td-share__button').click();
  }
});

test('an element that names its article keeps it, and so does a change of the fragment', async ({
  page,
  open,
  api,
}) => {
  await open(
    `<tadwina-comments id="named" api="${api}" loading="eager" post="${bread.id}"></tadwina-comments>
     <tadwina-comments id="follows" api="${api}" loading="eager"></tadwina-comments>`,
    { path: at(bread) },
  );
  for (const id of ['#named', '#follows']) await expect(comments(page, id).first()).toBeVisible();
  await settled(page);
  const requests = collect(page, REQUESTS.api);
  await page.evaluate(() => history.pushState({}, '', '#elsewhere'));
  await settled(page);
  expect(urls(requests)).toEqual([]);
  await show(page, thread);
  await expect(heading(page, '#follows')).toContainText(count(thread));
  await expect(heading(page, '#named')).toContainText(count(bread));
});

test('a blog keeps to its own links', async ({ page, open, api }) => {
  await open(`<tadwina-blog api="${api}"></tadwina-blog>`, { path: '/blog/' });
  await expect(page.locator('.td-teaser').first()).toBeVisible();
  await page.locator('.tadwina').evaluate((root) => (root.dataset.same = 'yes'));
  await show(page, thread);
  await settled(page);
  await expect(page.locator('.tadwina')).toHaveAttribute('data-same', 'yes');
});

test('an element that has followed and is removed leaves no listener', async ({ page, open, api }) => {
  await page.addInitScript(countResources);
  await open(`<tadwina-comments api="${api}" loading="eager"></tadwina-comments>`, { path: at(bread) });
  await expect(heading(page)).toContainText(count(bread));
  await show(page, thread);
  await expect(heading(page)).toContainText(count(thread));
  await remove(page, 'tadwina-comments');
  await expect.poll(() => resources(page)).toEqual(NO_RESOURCES);
});
