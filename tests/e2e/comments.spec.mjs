// The list of comments of an article.

import { article } from './support/content.mjs';
import { discussed, plain, REQUESTS, visit } from './support/page.mjs';
import { expect, test } from './support/test.mjs';

test('an article without comments shows a notice and the count 0', async ({ page }) => {
  await visit(page, article('bridge').path);
  await expect(page.locator('.td-discussion__empty')).toBeVisible();
  expect(plain(await page.locator('.td-discussion__title').innerText())).toBe('تعليقات الزوار ( 0 )');
});

test('comments come oldest first, with author, time and link', async ({ page }) => {
  const bread = article('bread');
  await visit(page, bread.path);
  await discussed(page);
  const comments = page.locator('.td-comment');
  await expect(comments).toHaveCount(bread.comments.length);
  expect(plain(await page.locator('.td-discussion__title').innerText())).toBe(
    `تعليقات الزوار ( ${bread.comments.length} )`,
  );
  await expect(page.locator('.td-comment__author')).toHaveText(bread.comments.map(({ author_name }) => author_name));
  const times = await page
    .locator('.td-comment__time')
    .evaluateAll((all) => all.map(({ dateTime }) => Date.parse(dateTime)));
  expect(times).toEqual(bread.comments.map(({ date_gmt }) => Date.parse(`${date_gmt}Z`)));
  const first = comments.first();
  await expect(first).toHaveId(`comment-${bread.comments[0].id}`);
  await expect(first.locator('a.td-comment__link')).toHaveAttribute(
    'href',
    new RegExp(`#comment-${bread.comments[0].id}$`),
  );
});

test('each comment has the direction of its text', async ({ page }) => {
  const mixed = article('mixed');
  await visit(page, mixed.path);
  await discussed(page);
  const bodies = page.locator('.td-comment__body');
  const found = await bodies.evaluateAll((all) =>
    all.map((body) => ({ text: body.textContent, direction: getComputedStyle(body).direction })),
  );
  expect(found).toHaveLength(mixed.comments.length);
  const directions = new Set();
  for (const { text, direction } of found) {
    const [letter] = /\p{Letter}/u.exec(text);
    expect(direction, text).toBe(/\p{Script=Arabic}/u.test(letter) ? 'rtl' : 'ltr');
    directions.add(direction);
  }
  expect(directions.size, 'the sample has both directions').toBe(2);
});

test('the list has no held comments of other readers', async ({ page }) => {
  const held = article('held');
  await visit(page, held.path);
  await discussed(page);
  await expect(page.locator('.td-comment')).toHaveCount(held.comments.length);
  await expect(page.locator('[data-status="held"]')).toHaveCount(0);
});

test('a comment without a name shows a substitute name', async ({ page }) => {
  const bread = article('bread');
  await page.route(REQUESTS.comments, async (route, request) => {
    if (request.method() !== 'GET') return route.fallback();
    const response = await route.fetch();
    const comments = await response.json();
    comments[0].author_name = '';
    return route.fulfill({ response, json: comments });
  });
  await visit(page, bread.path);
  await discussed(page);
  await expect(page.locator('.td-comment__author').first()).not.toBeEmpty();
});
