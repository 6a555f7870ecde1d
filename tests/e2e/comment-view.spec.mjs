// One comment: whose it is, when it was written, where it came from, and its link.

import { article } from './support/content.mjs';
import { discussed, plain, REQUESTS, visit } from './support/page.mjs';
import { expect, test } from './support/test.mjs';

const bread = article('bread');
const chess = article('chess');
const [first] = bread.comments;

const HOUR_MS = 3_600_000;
const COPY = 'نسخ الرابط';
const COPIED = 'نُسخ الرابط';

const one = (page, { id }) => page.locator(`#comment-${id}`);

/** Opens the article of `comment` this long after the comment was posted. */
async function visitAfter(page, { path }, comment, ms) {
  await page.clock.install({ time: Date.parse(`${comment.date_gmt}Z`) + ms });
  await visit(page, path);
  await discussed(page);
}

/** Changes the comments that the API lists. */
const changeComments = (page, change) =>
  page.route(REQUESTS.comments, async (route) => {
    const response = await route.fetch();
    const list = await response.json();
    await route.fulfill({ response, json: Array.isArray(list) ? list.map(change) : list });
  });

test('the time says how long ago, follows the clock, and is exact after a week', async ({ page }) => {
  await visitAfter(page, bread, first, 3 * HOUR_MS + 1000);
  const time = one(page, first).locator('time');
  const ago = time.locator('.td-comment__ago');
  await expect(ago).toHaveText('قبل 3 ساعات');
  await page.clock.fastForward(HOUR_MS);
  await expect(ago).toHaveText('قبل 4 ساعات');
  await page.clock.fastForward(7 * 24 * HOUR_MS);
  await expect(time).not.toHaveClass(/--recent/);
  await expect(time.locator('.td-comment__exact')).toHaveCSS('opacity', '1');
});

test('the exact time is heard with the other, and seen by whoever reaches the link, where nothing moves', async ({
  page,
}) => {
  await visitAfter(page, bread, first, 3 * HOUR_MS);
  const exact = await one(page, first).locator('.td-comment__exact').textContent();
  const link = page.getByRole('link', { name: `قبل 3 ساعات ${exact}` });
  const shown = (part) => link.locator(`.td-comment__${part}`).evaluate((each) => getComputedStyle(each).opacity);
  expect([await shown('ago'), await shown('exact')]).toEqual(['1', '0']);
  const sizes = () =>
    one(page, first)
      .locator('a, bdi, button')
      .evaluateAll((all) => all.map(({ offsetLeft, offsetTop, offsetWidth }) => [offsetLeft, offsetTop, offsetWidth]));
  const before = await sizes();
  await link.focus();
  expect([await shown('ago'), await shown('exact')]).toEqual(['0', '1']);
  expect(await sizes()).toEqual(before);
  await link.blur();
  await link.hover();
  expect([await shown('ago'), await shown('exact')]).toEqual(['0', '1']);
});

test('all comments share one timer', async ({ page }) => {
  await page.clock.install({ time: Date.parse(`${first.date_gmt}Z`) + HOUR_MS });
  // After the clock of the test, which brings timers of its own.
  await page.addInitScript(() => {
    globalThis.minutes = 0;
    const start = globalThis.setInterval;
    globalThis.setInterval = (call, ms, ...rest) => {
      globalThis.minutes += ms === 60_000;
      return start(call, ms, ...rest);
    };
  });
  await changeComments(page, (comment) => ({ ...comment, date: first.date, date_gmt: first.date_gmt }));
  await visit(page, bread.path);
  await expect(page.locator('.td-comment__time--recent')).toHaveCount(bread.comments.length);
  expect(await page.evaluate(() => globalThis.minutes)).toBe(1);
});

test('the link is copied, which is said and seen until the reader goes on', async ({ page, context, blog }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit(page, bread.path);
  const comment = one(page, first);
  await comment.getByRole('button', { name: COPY }).click();
  await expect(comment.getByRole('status')).toHaveText(COPIED);
  const copied = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  expect(copied.pathname + copied.hash).toBe(
    new URL(`${blog.url}${bread.path}#comment-${first.id}`).href.replace(blog.url, ''),
  );
  await comment.locator('.td-comment__link').focus();
  await expect(comment.getByRole('status')).toBeEmpty();
});

test('where the clipboard refuses, the link is selected in a field', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await visit(page, bread.path);
  const comment = one(page, first);
  await comment.getByRole('button', { name: COPY }).click();
  const field = comment.getByRole('textbox');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(new RegExp(`#comment-${first.id}$`));
  expect(await field.evaluate((each) => each.selectionEnd - each.selectionStart)).toBeGreaterThan(20);
  await expect(comment.getByRole('status')).not.toBeEmpty();
});

test('comments of the article’s author are marked', async ({ page }) => {
  await visit(page, chess.path);
  await discussed(page);
  await expect(page.locator('.td-comment__badge')).toHaveText(['كاتب المقال']);
  const own = chess.comments.find(({ author }) => author);
  await expect(one(page, own).locator('.td-comment__badge')).toBeVisible();
});

test('a name leads to the site of its author', async ({ page }) => {
  const gallery = article('gallery');
  const linked = gallery.comments.find(({ author_url }) => author_url);
  await visit(page, gallery.path);
  const link = one(page, linked).getByRole('link', { name: linked.author_name });
  await expect(link).toHaveAttribute('href', linked.author_url);
  await expect(link).toHaveAttribute('rel', 'ugc nofollow noopener external');
});

test('without the setting nobody is asked for pictures', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await visit(page, bread.path);
  await discussed(page);
  await expect(one(page, first).locator('.td-avatar')).toHaveText([...first.author_name][0]);
  await expect(page.locator('.td-avatar img')).toHaveCount(0);
  expect(asked.filter((url) => /avatar/.test(url))).toEqual([]);
});

test.describe('with pictures', () => {
  test.use({ settings: { 'data-avatars': 'site' } });

  test('each comment has the picture that the site names', async ({ page }) => {
    await visit(page, bread.path);
    const image = one(page, first).locator('.td-avatar img');
    await image.scrollIntoViewIfNeeded();
    await expect.poll(() => image.evaluate(({ complete, naturalWidth }) => complete && naturalWidth > 0)).toBe(true);
    await expect(image).toHaveAttribute('src', /\/avatars\/[0-9a-f]{32}\?s=48/);
  });

  test('a letter takes the place of a picture that fails, and nothing moves', async ({ page }) => {
    let fail;
    const failed = new Promise((resolve) => {
      fail = resolve;
    });
    await page.route(/\/avatars\//, async (route) => {
      await failed;
      await route.abort();
    });
    await visit(page, bread.path);
    const comment = one(page, first);
    await comment.scrollIntoViewIfNeeded();
    await expect(comment.locator('.td-avatar img')).toHaveCount(1);
    const before = await comment.boundingBox();
    fail();
    await expect(comment.locator('.td-avatar img')).toHaveCount(0);
    await expect(comment.locator('.td-avatar')).toHaveText([...first.author_name][0]);
    expect(await comment.boundingBox()).toEqual(before);
  });

  test('a site that has switched them off has letters', async ({ page }) => {
    await changeComments(page, ({ author_avatar_urls, ...comment }) => comment);
    await visit(page, bread.path);
    await discussed(page);
    await expect(page.locator('.td-avatar img')).toHaveCount(0);
    await expect(one(page, first).locator('.td-avatar')).toHaveText([...first.author_name][0]);
  });
});

test('a reply from the fediverse says where it was written; likes and boosts are not listed', async ({ page }) => {
  const [reply, like, boost] = chess.comments;
  const source = 'https://social.example/@amal/1';
  await changeComments(page, (comment) => {
    if (comment.id === reply.id) return { ...comment, author_url: 'https://social.example/@amal', link: source };
    const type = { [like.id]: 'like', [boost.id]: 'repost' }[comment.id] ?? 'comment';
    return { ...comment, type };
  });
  await visit(page, chess.path);
  await discussed(page);
  const link = one(page, reply).getByRole('link', { name: 'من social.example' });
  await expect(link).toHaveAttribute('href', source);
  await expect(page.locator('.td-comment__source')).toHaveCount(1);
  await expect(page.locator('.td-comment')).toHaveCount(chess.comments.length - 2);
  expect(plain(await one(page, reply).locator('.td-comment__byline').innerText())).toContain('من social.example');
});
