// Comments that others write while the page is open: counted while it is in sight, shown when the reader wants them, and
// nothing that is read moves meanwhile.

import { article } from './support/content.mjs';
import { collect, commentBox, discussed, fault, REQUESTS, twoFrames, unique, visit } from './support/page.mjs';
import { comment, filledBox } from './support/posting.mjs';
import { expect, test } from './support/test.mjs';

const CALLIGRAPHY = article('calligraphy');
const MINUTE_MS = 60_000;

/** Opens an article on a page whose clock the test moves. */
async function reading(page, { path } = CALLIGRAPHY) {
  await page.clock.install();
  await visit(page, path);
  await discussed(page);
}

/** Somebody else comments on it. */
async function write(page, text, fields = {}) {
  const form = { post: CALLIGRAPHY.id, author_name: 'قارئ آخر', author_email: 'other@example.org', content: text };
  const response = await page.request.post('/wp-json/wp/v2/comments', { form: { ...form, ...fields } });
  expect(response.status()).toBe(201);
  return (await response.json()).id;
}

const button = (page) => page.locator('.td-discussion__new');

test('they are counted, and shown when the reader wants them', async ({ page }) => {
  await reading(page);
  const [first, second] = [unique('جاء الآن'), unique('وجاء بعده')];
  const heading = page.locator('.td-discussion__title');
  const before = await heading.innerText();
  const id = await write(page, first);
  await write(page, second);
  await page.clock.runFor(MINUTE_MS);
  await expect(button(page)).toHaveText('تعليقان جديدان');
  await expect(comment(page, first)).toHaveCount(0);
  await expect(heading).toHaveText(before);
  await button(page).click();
  for (const text of [first, second]) await expect(comment(page, text)).toHaveCount(1);
  await expect(page.locator(`#comment-${id}`)).toBeFocused();
  await expect(button(page)).toHaveCount(0);
  await expect(heading).not.toHaveText(before);
});

test('a reply among them stands below its comment', async ({ page }) => {
  const parent = unique('سؤال');
  const id = await write(page, parent);
  await reading(page);
  const text = unique('جواب');
  await write(page, text, { parent: id });
  await page.clock.runFor(MINUTE_MS);
  await button(page).click();
  const reply = page.locator('.td-comment-list__item', { hasText: text });
  await expect(reply).toHaveAttribute('data-depth', '1');
  await expect(page.locator('.td-comment-list__item', { hasText: parent }).locator('+ *')).toContainText(text);
});

test('nothing moves before the reader wants it, and assistive technology hears of it', async ({ page }) => {
  await reading(page);
  const box = commentBox(page);
  await box.text.click();
  const place = () => box.text.evaluate((it) => it.getBoundingClientRect().top);
  const before = await place();
  await write(page, unique('لا يزيح شيئاً'));
  await page.clock.runFor(MINUTE_MS);
  await expect(button(page)).toHaveText('تعليق جديد');
  expect(await place()).toBe(before);
  await expect(box.text).toBeFocused();
  await expect(page.locator('.td-discussion__arrivals')).toHaveRole('status');
});

test("this reader's own comment is none of them", async ({ page }) => {
  await page.clock.install();
  const box = await filledBox(page, unique('تعليقي'), CALLIGRAPHY.path);
  const asked = collect(page, /per_page=1&_fields=id$/);
  await box.send.click();
  await expect(box.notice).toBeVisible();
  await page.clock.runFor(MINUTE_MS);
  await expect.poll(() => asked.length).toBe(1);
  await (await asked[0].response()).finished();
  await twoFrames(page);
  await expect(button(page)).toHaveCount(0);
});

test('nobody is asked while the page is out of sight', async ({ page }) => {
  await reading(page);
  const show = (isHidden) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, isHidden);
  await show(true);
  const asked = collect(page, REQUESTS.comments);
  await write(page, unique('بعيداً عن النظر'));
  await page.clock.runFor(3 * MINUTE_MS);
  expect(asked).toHaveLength(0);
  await show(false);
  await expect(button(page)).toBeVisible();
  expect(asked).toHaveLength(1);
});

test('a failure on the way is told, and can be tried again', async ({ page }) => {
  await reading(page);
  const text = unique('بعد عثرة');
  await write(page, text);
  await page.clock.runFor(MINUTE_MS);
  await fault(page, /orderby=id/, 'status=503', { times: 1 });
  await button(page).click();
  await expect(page.locator('.td-discussion .td-error')).toBeVisible();
  await button(page).click();
  await expect(comment(page, text)).toBeVisible();
  await expect(page.locator('.td-discussion .td-error')).toHaveCount(0);
});

test.describe('where the page wants none', () => {
  test.use({ settings: { 'data-updates': 'none' } });

  test('nobody is asked', async ({ page }) => {
    await reading(page);
    const asked = collect(page, REQUESTS.comments);
    await write(page, unique('لا أحد يسأل عنه'));
    await page.clock.runFor(3 * MINUTE_MS);
    expect(asked).toHaveLength(0);
  });
});

test.describe('with moderation', () => {
  test.use({ sandbox: ['--moderation'] });

  test('a held comment is shown as published once it is, and is forgotten once it is deleted', async ({ page }) => {
    await page.clock.install();
    const text = unique('قرار المشرف');
    const box = await filledBox(page, text, CALLIGRAPHY.path);
    await box.send.click();
    await expect(comment(page, text)).toHaveAttribute('data-status', 'held');
    // It is held still: WordPress refuses it.
    const asked = collect(page, /\/comments\/\d+\?/);
    await page.clock.runFor(MINUTE_MS);
    await expect.poll(() => asked.length).toBe(1);
    expect((await asked[0].response()).status()).toBe(401);
    await expect(comment(page, text)).toHaveAttribute('data-status', 'held');

    await page.route(/\/comments\/\d+\?/, (route) =>
      route.fulfill({ status: 404, json: { code: 'rest_comment_invalid_id', message: '', data: { status: 404 } } }),
    );
    await page.clock.runFor(MINUTE_MS);
    await expect(comment(page, text)).toHaveCount(0);
  });
});
