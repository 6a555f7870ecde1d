// Posting a comment by REST and by the form, and what the reader sees afterwards.

import { changePosts, collect, commentBox, discussed, fault, hold, left, REQUESTS, unique } from './support/page.mjs';
import { comment, filledBox, POSTING } from './support/posting.mjs';
import { expect, test } from './support/test.mjs';

/** The number in the heading of the comments. */
async function total(page) {
  return Number(/\d+/.exec(await page.locator('.td-discussion__title').innerText())[0]);
}

for (const [way, options, target] of [
  ['REST', [], REQUESTS.comments],
  ['the form', ['--no-anonymous-rest'], REQUESTS.form],
]) {
  test.describe(`by ${way}`, () => {
    test.use({ sandbox: options });

    test('an approved comment appears in the list, and the box is empty and shows a notice', async ({ page }) => {
      const text = unique('تعليق مقبول');
      const box = await filledBox(page, text);
      const before = await total(page);
      const sent = collect(page, POSTING, 'POST');
      await box.send.click();
      await expect(comment(page, text)).toBeVisible();
      await expect(comment(page, text)).not.toHaveAttribute('data-status', 'held');
      await expect(box.notice).toHaveAttribute('data-kind', 'success');
      await expect(box.text).toHaveValue('');
      await expect(box.count).toHaveText(left(1000));
      await expect(box.name).toHaveValue('قارئة');
      expect(await total(page)).toBe(before + 1);
      expect(sent.map((request) => target.test(request.url()))).toEqual([true]);

      await page.reload();
      await expect(comment(page, text)).toHaveCount(1);
      await expect(commentBox(page).text).toHaveValue('');
      await expect(commentBox(page).restored).toHaveCount(0);
    });

    test('a duplicate comment gets an error beside its text', async ({ page }) => {
      const text = unique('مرّتين');
      const box = await filledBox(page, text);
      await box.send.click();
      await expect(comment(page, text)).toBeVisible();
      await box.text.fill(text);
      await box.send.click();
      await expect(box.error('body')).toBeVisible();
      await expect(box.text).toBeFocused();
      await expect(box.text).toHaveValue(text);
      await expect(comment(page, text)).toHaveCount(1);
    });

    for (const [key, faults] of [
      // The page of the form has no code for this refusal.
      [target === REQUESTS.form ? 'refused' : 'login-required', 'comments=login'],
      ['server', 'status=500'],
      ['server', 'status=503'],
    ]) {
      test(`${faults} is shown as ${key}, and the text stays`, async ({ page }) => {
        const text = unique('نصّ لا يضيع');
        const box = await filledBox(page, text);
        await fault(page, target, faults, { method: 'POST' });
        await box.send.click();
        await expect(box.rejection(key)).toBeVisible();
        await expect(box.rejection(key)).not.toBeEmpty();
        await expect(page.locator('#td-box-notice')).toBeFocused();
        await expect(box.text).toHaveValue(text);
        await page.reload();
        await expect(commentBox(page).text).toHaveValue(text);
      });
    }

    test('a page of HTML in place of a response confirms nothing, and the text stays', async ({ page }) => {
      const text = unique('لم يتأكّد');
      const box = await filledBox(page, text);
      await page.route(target, (route, request) =>
        request.method() === 'POST'
          ? route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><p>مرحبا بكم' })
          : route.fallback(),
      );
      await box.send.click();
      await expect(box.rejection('unconfirmed')).toBeVisible();
      await expect(box.text).toHaveValue(text);
    });

    test('an article that closes while a reader writes shows that it is closed, and the text stays', async ({
      page,
    }) => {
      const text = unique('أُغلق المقال');
      const box = await filledBox(page, text);
      await fault(page, target, 'comments=closed', { method: 'POST' });
      // The refusal of the form has no code, so tadwina requests the article again.
      await changePosts(page, (post) => {
        post.comment_status = 'closed';
      });
      await box.send.click();
      await expect(box.rejection('closed')).toBeVisible();
      await expect(box.text).toHaveValue(text);
    });

    test('where the connection fails the site is unreachable, and the text stays', async ({ page }) => {
      const text = unique('بلا اتصال');
      const box = await filledBox(page, text);
      const abort = (route) => route.abort();
      await page.route(REQUESTS.api, abort);
      await page.route(target, abort);
      await box.send.click();
      await expect(box.rejection('unreachable')).toBeVisible();
      await expect(box.text).toHaveValue(text);
      await page.unroute(REQUESTS.api, abort);
      await page.unroute(target, abort);
      await box.send.click();
      await expect(comment(page, text)).toBeVisible();
      await expect(box.notice).toHaveAttribute('data-kind', 'success');
    });

    test('two presses post one comment', async ({ page }) => {
      const text = unique('ضغطتان');
      const box = await filledBox(page, text);
      const { release } = await hold(page, target);
      const sent = collect(page, POSTING, 'POST');
      await box.send.dblclick();
      await box.text.press('Control+Enter');
      release();
      await expect(comment(page, text)).toHaveCount(1);
      expect(sent).toHaveLength(1);
      await page.reload();
      await expect(comment(page, text)).toHaveCount(1);
    });
  });

  test.describe(`by ${way}, with moderation`, () => {
    test.use({ sandbox: [...options, '--moderation'] });

    test('the author sees a held comment as held, also after a reload', async ({ page }) => {
      const text = unique('ينتظر');
      const box = await filledBox(page, text);
      const before = await total(page);
      await box.send.click();
      await expect(comment(page, text)).toHaveAttribute('data-status', 'held');
      await expect(comment(page, text).locator('.td-comment__held')).toHaveText('بانتظار المراجعة');
      await expect(box.notice).toHaveAttribute('data-kind', 'held');
      await expect(box.text).toHaveValue('');
      expect(await total(page)).toBe(before);

      await page.reload();
      await discussed(page);
      await expect(comment(page, text)).toHaveAttribute('data-status', 'held');
      await expect(commentBox(page).text).toHaveValue('');
    });

    test('a held comment shows its markup as the site will show it, and runs no script', async ({ page }) => {
      const text = unique('خبيث');
      const box = await filledBox(
        page,
        `${text} <img src=x onerror="window.__hostile=1"><b>عريض</b> <script>window.__hostile=1</script>`,
      );
      await box.send.click();
      await expect(comment(page, text)).toHaveAttribute('data-status', 'held');
      await page.reload();
      await expect(comment(page, text)).toBeVisible();
      expect(await page.evaluate(() => globalThis.__hostile)).toBeUndefined();
      await expect(comment(page, text).locator('img, script')).toHaveCount(0);
    });
  });

  test.describe(`by ${way}, with a waiting time between two comments`, () => {
    test.use({ sandbox: [...options, '--flood-seconds', '3600'] });

    test('a second comment that comes too soon gets an error, and its text stays', async ({ page, blog }) => {
      const first = { comment_post_ID: '201', author: 'قارئة', email: 'reader@example.org', comment: unique('أوّل') };
      // This comment may be too soon itself. The next is in any case.
      await page.request.post(`${blog.url}/wp-comments-post.php`, { form: first, maxRedirects: 0 });
      const text = unique('ثانٍ');
      const box = await filledBox(page, text);
      await box.send.click();
      await expect(box.rejection('flood')).toBeVisible();
      await expect(box.text).toHaveValue(text);
    });
  });
}

test.describe('where REST refuses anonymous comments', () => {
  test.use({ sandbox: ['--no-anonymous-rest'] });

  test('the comment goes through the form at once', async ({ page }) => {
    const text = unique('بالاستمارة');
    const box = await filledBox(page, text);
    const restRequests = collect(page, REQUESTS.comments, 'POST');
    await box.send.click();
    await expect(comment(page, text)).toBeVisible();
    expect(restRequests).toHaveLength(0);
  });
});

test('lines and emoji arrive as they were typed', async ({ page }) => {
  const text = unique('سطر أوّل');
  const box = await filledBox(page, `${text}\nسطر ثانٍ 👨‍👩‍👧 & <3`);
  await box.send.click();
  const body = comment(page, text).locator('.td-comment__body');
  await expect(body).toContainText('سطر ثانٍ 👨‍👩‍👧 & <3');
  expect((await body.innerText()).split('\n').filter((line) => line.trim())).toHaveLength(2);
});

test('a reader who returns before the response and sends again posts one comment', async ({ page }) => {
  const text = unique('ذهاب وإياب');
  const box = await filledBox(page, text);
  const sent = collect(page, POSTING, 'POST');
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route(POSTING, async (route, request) => {
    if (request.method() === 'POST') await released;
    await route.fallback();
  });
  await box.send.click();
  await expect.poll(() => sent.length).toBe(1);
  await page.locator('.td-site-header a').click();
  await expect(page.locator('.td-teaser').first()).toBeVisible();
  await page.goBack();
  await discussed(page);
  await expect(box.text).toHaveValue(text);
  await box.send.click();
  await expect(box.text).toHaveJSProperty('readOnly', true);
  release();
  await expect(box.notice).toHaveAttribute('data-kind', 'success');
  await expect(comment(page, text)).toHaveCount(1);
  await expect(box.text).toHaveValue('');
  expect(sent).toHaveLength(1);
});

test('a response that arrives after the reader has left removes the draft', async ({ page }) => {
  const text = unique('ذهبت قبل الجواب');
  const box = await filledBox(page, text);
  const { release } = await hold(page, REQUESTS.comments);
  const response = page.waitForResponse((each) => each.request().method() === 'POST');
  await box.send.click();
  await page.locator('.td-site-header a').click();
  await expect(page.locator('.td-teaser').first()).toBeVisible();
  release();
  await response;
  await page.goBack();
  await discussed(page);
  await expect(comment(page, text)).toBeVisible();
  await expect(commentBox(page).text).toHaveValue('');
});

test('where the newest comments come first, a new comment of the reader does too', async ({ page }) => {
  await changePosts(page, (post) => {
    post.tadwina = { order: 'desc' };
  });
  const first = unique('أوّل');
  const box = await filledBox(page, first);
  await box.send.click();
  await expect(comment(page, first)).toBeVisible();
  const second = unique('ثانٍ');
  await box.text.fill(second);
  await box.send.click();
  await expect(comment(page, second)).toBeVisible();
  const bodies = page.locator('.td-comment__body');
  await expect(bodies.nth(0)).toContainText(second);
  await expect(bodies.nth(1)).toContainText(first);
});
