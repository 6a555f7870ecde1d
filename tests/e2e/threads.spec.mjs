// A discussion with many comments: its threads, how they come, and their order.

import { article } from './support/content.mjs';
import { collect, discussed, fault, hold, plain, REQUESTS, visit } from './support/page.mjs';
import { expect, test } from './support/test.mjs';

const long = article('long-thread');

/** The ids of `comments` in threads: replies below their comment, in the order in which they were written. */
function inThreads(comments, { newestFirst = false } = {}) {
  const byTime = (one, other) => one.date_gmt.localeCompare(other.date_gmt) || one.id - other.id;
  const repliesTo = (parent) => comments.filter((comment) => comment.parent === parent).toSorted(byTime);
  const withReplies = ({ id }) => [id, ...repliesTo(id).flatMap(withReplies)];
  const roots = repliesTo(0);
  return (newestFirst ? roots.toReversed() : roots).flatMap(withReplies);
}

const shown = (page) =>
  page.locator('.td-comment').evaluateAll((all) => all.map(({ id }) => Number(id.replace('comment-', ''))));

const more = (page) => page.locator('.td-discussion__more');

test('replies stand below their comment, one step further in', async ({ page }) => {
  await visit(page, long.path);
  await discussed(page);
  const items = await page.locator('.td-comment-list__item').evaluateAll((all) =>
    all.map((item) => {
      const box = item.getBoundingClientRect();
      return { id: Number(item.querySelector('article').id.replace('comment-', '')), start: innerWidth - box.right };
    }),
  );
  const order = inThreads(long.comments);
  expect(items.map(({ id }) => id)).toEqual(order.slice(0, items.length));
  expect(items.length).toBeGreaterThan(100);
  const depth = (id) => {
    const { parent } = long.comments.find((comment) => comment.id === id);
    return parent ? 1 + depth(parent) : 0;
  };
  const starts = new Map();
  for (const { id, start } of items) starts.set(depth(id), [...(starts.get(depth(id)) ?? []), start]);
  expect([...starts.keys()].toSorted()).toEqual([0, 1, 2, 3, 4]);
  for (const [level, all] of starts) {
    expect(new Set(all).size, `level ${level}`).toBe(1);
    if (level > 0) expect(all[0]).toBeGreaterThan(starts.get(level - 1)[0] + 5);
  }
});

test('a discussion of a hundred comments at most is one request', async ({ page }) => {
  const requests = collect(page, REQUESTS.comments, 'GET');
  const bread = article('bread');
  await visit(page, bread.path);
  await discussed(page);
  expect(await shown(page)).toEqual(inThreads(bread.comments));
  expect(requests).toHaveLength(1);
});

test('three hundred comments come in portions, complete, each once', async ({ page }) => {
  await visit(page, long.path);
  await discussed(page);
  expect(plain(await page.locator('.td-discussion__title').innerText())).toBe('تعليقات الزوار ( 300 )');
  const comments = page.locator('.td-comment');
  expect(await comments.count()).toBeLessThan(300);
  for (let count = await comments.count(); (await more(page).count()) > 0; count = await comments.count()) {
    await more(page).click();
    await expect.poll(() => comments.count()).toBeGreaterThan(count);
    await discussed(page);
  }
  expect(await shown(page)).toEqual(inThreads(long.comments));
});

test('the first comment is shown before the replies have come, and nothing moves afterwards', async ({ page }) => {
  const replies = /parent=[1-9]/;
  const { release } = await hold(page, replies);
  const asked = page.waitForRequest(replies);
  await visit(page, long.path);
  await asked;
  const [first] = inThreads(long.comments);
  expect(await shown(page)).toEqual([first]);
  await expect(more(page)).toHaveText('جارٍ التحميل…');
  const place = () => page.locator(`#comment-${first}`).evaluate((comment) => comment.getBoundingClientRect().top);
  const before = await place();
  release();
  await discussed(page);
  expect(await place()).toBe(before);
});

test('the focus moves to the first comment of each portion, and its size is spoken', async ({ page }) => {
  await visit(page, long.path);
  await discussed(page);
  const before = await shown(page);
  const spoken = page.locator('.td-discussion__comments > p[role="status"]');
  await expect(spoken).toBeEmpty();
  await more(page).focus();
  await page.keyboard.press('Enter');
  const order = inThreads(long.comments);
  await expect(page.locator(`#comment-${order[before.length]}`)).toBeFocused();
  await expect(page.locator(':focus')).toBeInViewport();
  await discussed(page);
  const count = (await shown(page)).length - before.length;
  await expect(spoken).toContainText(String(count));
});

test('a portion does not move a focus that is elsewhere', async ({ page }) => {
  await visit(page, long.path);
  await discussed(page);
  const before = (await shown(page)).length;
  const { release } = await hold(page, REQUESTS.comments);
  await more(page).click();
  const text = page.locator('#td-body');
  await text.focus();
  release();
  await expect.poll(async () => (await shown(page)).length).toBeGreaterThan(before);
  await discussed(page);
  await expect(text).toBeFocused();
});

test('two presses load a portion once', async ({ page }) => {
  await visit(page, long.path);
  await discussed(page);
  const before = (await shown(page)).length;
  const { release } = await hold(page, REQUESTS.comments);
  const requests = collect(page, /parent=0&/, 'GET');
  await more(page).dispatchEvent('click');
  await more(page).dispatchEvent('click');
  release();
  await expect.poll(async () => (await shown(page)).length).toBeGreaterThan(before);
  await discussed(page);
  const asked = requests.map((request) => request.url());
  expect(asked.length).toBeGreaterThan(0);
  expect(new Set(asked).size).toBe(asked.length);
  const ids = await shown(page);
  expect(new Set(ids).size).toBe(ids.length);
});

test('when a portion fails, what is there stays, and a retry loads it', async ({ page }) => {
  await visit(page, long.path);
  await discussed(page);
  const before = await shown(page);
  await fault(page, REQUESTS.comments, 'status=503', { method: 'GET', times: 1 });
  await more(page).click();
  const error = page.locator('.td-discussion [data-error="server"]');
  await expect(error).toBeVisible();
  expect(await shown(page)).toEqual(before);
  await error.getByRole('button').click();
  await expect.poll(async () => (await shown(page)).length).toBeGreaterThan(before.length);
  await expect(error).toHaveCount(0);
});

test('a reader turns the order round, of a short discussion and of a long one', async ({ page }) => {
  for (const discussion of [article('bread'), long]) {
    await visit(page, discussion.path);
    await discussed(page);
    await page.getByRole('button', { name: 'الأحدث أولاً' }).click();
    const order = inThreads(discussion.comments, { newestFirst: true });
    await expect.poll(async () => (await shown(page)).slice(0, 5)).toEqual(order.slice(0, 5));
    await discussed(page);
    const ids = await shown(page);
    expect(ids).toEqual(order.slice(0, ids.length));
    await expect(page.getByRole('button', { name: 'الأقدم أولاً' })).toBeFocused();
  }
});

test('an address leads to a comment that was not loaded, with the comments above it', async ({ page }) => {
  const order = inThreads(long.comments);
  const last = order.findLast((id) => long.comments.find((comment) => comment.id === id).parent !== 0);
  await visit(page, `${long.path}#comment-${last}`);
  const comment = page.locator(`#comment-${last}`);
  await expect(comment).toBeFocused();
  await expect(comment).toBeInViewport();
  await discussed(page);
  const { parent } = long.comments.find(({ id }) => id === last);
  const ids = await shown(page);
  expect(ids.indexOf(parent)).toBeGreaterThanOrEqual(0);
  expect(ids.indexOf(parent)).toBeLessThan(ids.indexOf(last));
  expect(new Set(ids).size).toBe(ids.length);
  await expect(comment).toBeFocused();
});

test('an address that changes while the page is open leads there too', async ({ page }) => {
  await visit(page, long.path);
  await discussed(page);
  const { id } = long.comments.at(-1);
  await expect(page.locator(`#comment-${id}`)).toHaveCount(0);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `comment-${id}`);
  await expect(page.locator(`#comment-${id}`)).toBeFocused();
  await expect(page.locator(`#comment-${id}`)).toBeInViewport();
});

test('an address leads to a comment among the first', async ({ page }) => {
  const { id } = long.comments[40];
  await visit(page, `${long.path}#comment-${id}`);
  await expect(page.locator(`#comment-${id}`)).toBeFocused();
  await expect(page.locator(`#comment-${id}`)).toBeInViewport();
});

test('below the last level a reply says to whom it replies, and leads there', async ({ page }) => {
  // Each comment replies to the one before it.
  await page.route(REQUESTS.comments, async (route, request) => {
    if (request.method() !== 'GET') return route.fallback();
    const response = await route.fetch();
    const comments = await response.json();
    for (const [index, comment] of comments.entries()) comment.parent = comments[index - 1]?.id ?? 0;
    return route.fulfill({ response, json: comments });
  });
  const bread = article('bread');
  await visit(page, bread.path);
  await discussed(page);
  const links = page.locator('.td-comment-list__reply-to a');
  await expect(links).toHaveCount(bread.comments.length - 5);
  const [above] = bread.comments.slice(4);
  await expect(links.first()).toHaveText(`رداً على ${above.author_name}`);
  await links.first().click();
  await expect(page.locator(`#comment-${above.id}`)).toBeInViewport();
});
