// Responses as real sites send them: damaged by plugins, imports and caches. Each row is a kind of damage, the requests
// that it concerns, and what readers must see all the same.

import { article } from './support/content.mjs';
import { changePosts, collectErrors, commentBox, REQUESTS, visit } from './support/page.mjs';
import { expect, test } from './support/test.mjs';

const basic = article('basic');
const bread = article('bread');

const heading = (page) => page.getByRole('heading', { level: 1 });
const teasers = (page) => page.locator('.td-teaser');

/** Puts text around the bodies of responses. */
function wrap(page, pattern, before, behind) {
  return page.route(pattern, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: before + (await response.text()) + behind });
  });
}

const NOTICE = '<br />\n<b>Notice</b>: Undefined index: a[1] in <b>/srv/a.php</b> on line <b>{3}</b><br />';

for (const [what, before, behind] of [
  ['the comment of a cache plugin behind it', '', '\n<!-- Cached by a plugin, 0.21 s -->'],
  ['a notice of PHP behind it', '', `\n${NOTICE}`],
  ['a notice of PHP before it', `${NOTICE}\n`, ''],
  ['a byte order mark before it and a script behind it', '\ufeff', '<script>track({})</script>'],
]) {
  test(`the JSON of every response is read with ${what}`, async ({ page }) => {
    await wrap(page, REQUESTS.api, before, behind);
    await visit(page, bread.path);
    await expect(heading(page)).toHaveText(bread.title);
    await expect(page.locator('.td-comment')).toHaveCount(bread.comments.length);
    await expect(page.locator('.td-breadcrumbs__link').nth(1)).not.toBeEmpty();
    await expect(page.locator('.td-error')).toHaveCount(0);
  });
}

/** Changes the first post of each response. */
function changeFirst(page, changes) {
  return page.route(REQUESTS.posts, async (route) => {
    const response = await route.fetch();
    const [first, ...others] = await response.json();
    // No article is sticky.
    await route.fulfill({ response, json: first ? [{ ...first, ...changes }, ...others] : [] });
  });
}

const ODD_POSTS = [
  ['a GMT date of 1970', { date: '2017-08-16T10:20:00', date_gmt: '1970-01-01T00:00:00' }, '16 أغسطس 2017'],
  ['a GMT date of zeros', { date: '2017-08-16T10:20:00', date_gmt: '0000-00-00T00:00:00' }, '16 أغسطس 2017'],
  ['no GMT date', { date: '2017-08-16T10:20:00', date_gmt: null }, '16 أغسطس 2017'],
  ['no date at all', { date: null, date_gmt: null }, null],
];

for (const [what, dates, shown] of ODD_POSTS) {
  test(`an article with ${what} can be read and hides no others`, async ({ page }) => {
    await changeFirst(page, dates);
    await visit(page, '/');
    await expect(teasers(page)).toHaveCount(10);
    const time = teasers(page).first().locator('time');
    if (shown) await expect(time).toHaveText(shown);
    else await expect(time).toHaveCount(0);

    await visit(page, basic.path);
    await expect(heading(page)).toHaveText(basic.title);
    await expect(page.locator('.td-byline')).toContainText(basic.author.name);
  });
}

test('an article without a title has a name in the list and can be opened', async ({ page }) => {
  await changePosts(page, (post) => {
    post.title = { rendered: '' };
  });
  await visit(page, '/');
  await teasers(page).first().getByRole('link', { name: '(بدون عنوان)' }).click();
  await expect(heading(page)).toHaveText('(بدون عنوان)');
  await expect(page).toHaveTitle(/^\(بدون عنوان\)/);
});

test('a record that cannot be read hides no others', async ({ page }) => {
  await changeFirst(page, { link: null });
  await visit(page, '/');
  await expect(teasers(page)).toHaveCount(9);
});

for (const [what, details] of [
  ['an empty object', {}],
  ['an empty list', []],
  ['zeros', { width: 0, height: 0 }],
]) {
  test(`a picture is shown although its measures are ${what}`, async ({ page }) => {
    await changePosts(page, (post) => {
      const [media] = post._embedded?.['wp:featuredmedia'] ?? [];
      if (media) media.media_details = details;
    });
    await visit(page, article('long-title').path);
    const image = page.locator('.td-figure__image');
    await expect(image).toBeVisible();
    await expect(image).not.toHaveAttribute('width');
  });
}

test('a site whose comments are switched off has no form and no error', async ({ page }) => {
  const error = { code: 'rest_no_route', message: 'لا يوجد مسار', data: { status: 404 } };
  await page.route(REQUESTS.comments, (route) => route.fulfill({ status: 404, json: error }));
  const errors = collectErrors(page);
  await visit(page, basic.path);
  await expect(page.locator('.td-notice[data-kind="closed"]')).toHaveText('التعليقات مغلقة على هذا المقال.');
  await expect(commentBox(page).form).toHaveCount(0);
  await expect(page.locator('.td-error')).toHaveCount(0);
  // The browser itself logs the status 404; the application logs nothing.
  expect(errors.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
});
