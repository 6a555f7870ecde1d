// The list of comments of an article.

import { article } from './support/content.mjs';
import { collect, discussed, fault, hold, plain, REQUESTS, visit } from './support/page.mjs';
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
    all.map((body) => ({ text: body.innerText, direction: getComputedStyle(body).direction })),
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

test('three hundred comments load in portions, complete and in order', async ({ page }) => {
  const long = article('long-thread');
  const requests = collect(page, REQUESTS.comments, 'GET');
  await visit(page, long.path);
  await discussed(page);
  const comments = page.locator('.td-comment');
  expect(plain(await page.locator('.td-discussion__title').innerText())).toBe('تعليقات الزوار ( 300 )');
  expect(await comments.count()).toBeLessThan(300);
  expect(requests).toHaveLength(1);

  const more = page.locator('.td-discussion__more');
  for (let count = await comments.count(); count < 300; count = await comments.count()) {
    await more.click();
    await expect.poll(() => comments.count()).toBeGreaterThan(count);
  }
  await expect(comments).toHaveCount(300);
  await expect(more).toHaveCount(0);
  const times = await page
    .locator('.td-comment__time')
    .evaluateAll((all) => all.map(({ dateTime }) => Date.parse(dateTime)));
  expect(times).toEqual([...times].sort((a, b) => a - b));
  const ids = await comments.evaluateAll((all) => all.map(({ id }) => id));
  expect(new Set(ids)).toEqual(new Set(long.comments.map(({ id }) => `comment-${id}`)));
});

test('the focus moves to the first comment of each portion, and its size is spoken', async ({ page }) => {
  const long = article('long-thread');
  await visit(page, long.path);
  await discussed(page);
  const comments = page.locator('.td-comment');
  const more = page.locator('.td-discussion__more');
  const spoken = page.locator('.td-discussion__comments > [role="status"]');
  await expect(spoken).toBeEmpty();
  await more.focus();
  const before = await page.evaluate(() => scrollY);
  await page.keyboard.press('Enter');
  await expect(comments).toHaveCount(200);
  await expect(comments.nth(100)).toBeFocused();
  await expect(spoken).toHaveText('ظهر 100 تعليق آخر');
  // It stands where the button stood.
  expect(await page.evaluate(() => scrollY)).toBe(before);
  await expect(comments.nth(100)).toBeInViewport();
  // The same words again are spoken only if they were gone meanwhile.
  await spoken.evaluate((region) => {
    globalThis.said = [];
    const note = () => globalThis.said.push(region.textContent);
    new MutationObserver(note).observe(region, { childList: true, characterData: true, subtree: true });
  });
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(comments).toHaveCount(300);
  await expect(more).toHaveCount(0);
  await expect(comments.nth(200)).toBeFocused();
  await expect.poll(() => page.evaluate(() => globalThis.said)).toEqual(['', 'ظهر 100 تعليق آخر']);
});

test('the last portion does not move a focus that is elsewhere', async ({ page }) => {
  const long = article('long-thread');
  await visit(page, long.path);
  await discussed(page);
  const comments = page.locator('.td-comment');
  const more = page.locator('.td-discussion__more');
  await more.click();
  await expect(comments).toHaveCount(200);
  const { release } = await hold(page, REQUESTS.comments);
  await more.click();
  const text = page.locator('#td-body');
  await text.focus();
  release();
  await expect(comments).toHaveCount(300);
  await expect(more).toHaveCount(0);
  await expect(text).toBeFocused();
});

test('two presses load a portion once', async ({ page }) => {
  const long = article('long-thread');
  await visit(page, long.path);
  await discussed(page);
  const { release } = await hold(page, REQUESTS.comments);
  await page.locator('.td-discussion__more').dblclick();
  release();
  const ids = () => page.locator('.td-comment').evaluateAll((all) => all.map(({ id }) => id));
  await expect.poll(async () => (await ids()).length).toBe(200);
  expect(new Set(await ids()).size).toBe(200);
});

test('when the next portion fails, the first stays, and a retry loads it', async ({ page }) => {
  const long = article('long-thread');
  await visit(page, long.path);
  await discussed(page);
  const comments = page.locator('.td-comment');
  const count = await comments.count();
  await fault(page, REQUESTS.comments, 'status=503', { method: 'GET', times: 1 });
  await page.locator('.td-discussion__more').click();
  const error = page.locator('.td-discussion [data-error="server"]');
  await expect(error).toBeVisible();
  await expect(comments).toHaveCount(count);
  await error.getByRole('button').click();
  await expect.poll(() => comments.count()).toBeGreaterThan(count);
  await expect(error).toHaveCount(0);
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
