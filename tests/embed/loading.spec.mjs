// The attribute `loading`: when an element loads its bundle and requests its content.

import { article } from '../e2e/support/content.mjs';
import { collect, REQUESTS } from '../e2e/support/page.mjs';
import { box, expect, heading, set, settled, test } from './support.mjs';

const basic = article('basic');
const bread = article('bread');

const FAR = '<div style="height: 6000px"></div>';
const element = (api, attributes = '') =>
  `<tadwina-comments api="${api}" post="${basic.id}" ${attributes}></tadwina-comments>`;

const defined = (page) => page.evaluate(() => customElements.whenDefined('tadwina-comments'));

/** Collects requests for the WASM, for the API and for scripts of bundles. */
const collectAll = (page) => [
  collect(page, REQUESTS.wasm),
  collect(page, REQUESTS.api),
  collect(page, /\/tadwina\/(?:article|comments|share|blog)-/),
];

/** Expects that no request was sent. */
const expectNothing = (all) => expect(all.map(({ length }) => length)).toEqual([0, 0, 0]);

for (const attribute of ['', 'loading="lazy"', 'loading=" "']) {
  test(`an element far below loads when it comes near (${attribute || 'no attribute'})`, async ({
    page,
    open,
    api,
  }) => {
    const requests = collectAll(page);
    await open(FAR + element(api, attribute));
    await defined(page);
    await settled(page);
    expectNothing(requests);
    // It is near when it is one height of the window away, still out of sight.
    await page.evaluate(() => scrollTo(0, document.querySelector('tadwina-comments').offsetTop - 1.8 * innerHeight));
    await expect(box(page).text).toBeAttached();
    expect(await page.locator('tadwina-comments').evaluate((it) => it.getBoundingClientRect().top > innerHeight)).toBe(
      true,
    );
    expect(requests[0]).toHaveLength(1);
  });
}

for (const attribute of ['loading="eager"', 'loading=" eager "']) {
  test(`${attribute} loads the element at once`, async ({ page, open, api }) => {
    await open(FAR + element(api, attribute));
    await expect(box(page).text).toBeAttached();
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });
}

test('an element that becomes eager loads then', async ({ page, open, api }) => {
  await open(FAR + element(api));
  await defined(page);
  await settled(page);
  await set(page, 'tadwina-comments', { loading: 'eager' });
  await expect(box(page).text).toBeAttached();
});

test('a hidden element loads when the page shows it', async ({ page, open, api }) => {
  const requests = collectAll(page);
  await open(`<div id="around" style="display: none">${element(api)}</div>`);
  await defined(page);
  await settled(page);
  expectNothing(requests);
  await page.evaluate(() => (document.querySelector('#around').style.display = ''));
  await expect(box(page).text).toBeVisible();
});

test('an element far below loads when the address names a comment', async ({ page, open, api }) => {
  await open(
    `<a href="#comment-${bread.comments[0].id}">تعليق</a>${FAR}<tadwina-comments api="${api}" post="${bread.id}"></tadwina-comments>`,
  );
  await defined(page);
  await settled(page);
  await expect(page.locator('.tadwina')).toHaveCount(0);
  await page.locator('a[href^="#comment-"]').click();
  await expect(page.locator(`.tadwina #comment-${bread.comments[0].id}`)).toBeInViewport();
});

test('an element in a closed details element loads when that opens', async ({ page, open, api }) => {
  const requests = collectAll(page);
  await open(`<details><summary>تعليقات</summary>${element(api)}</details>`);
  await settled(page);
  expectNothing(requests);
  await page.locator('summary').click();
  await expect(box(page).text).toBeVisible();
});

test('attributes that change before the element loads take effect', async ({ page, open, api }) => {
  await open(FAR + element(api));
  await defined(page);
  await set(page, 'tadwina-comments', { post: bread.id, locale: 'en' });
  await page.locator('tadwina-comments').evaluate((it) => it.scrollIntoView());
  await expect(heading(page)).toHaveText(`Comments (${bread.comments.length})`);
});
