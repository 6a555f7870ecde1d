// Posting a comment, by REST and by the form, and everything that can become of it.

import { article } from './support/content.mjs';
import { ASKS, collect, commentBox, discussed, fault, hold, plain, unique, visit } from './support/page.mjs';
import { expect, test } from './support/test.mjs';

const basic = article('basic');
const POSTS = /\/wp\/v2\/comments\b|\/wp-comments-post\.php$/;

const comment = (page, text) => page.locator('.td-comment', { hasText: text });

/** Visits an article, fills the box and waits until everything has settled. */
async function ready(page, text, path = basic.path) {
  await visit(page, path);
  await discussed(page);
  const box = commentBox(page);
  await box.fill(text);
  return box;
}

/** The number in the heading of the comments. */
async function total(page) {
  return Number(/\d+/.exec(await page.locator('.td-discussion__title').innerText())[0]);
}

for (const [way, options, target] of [
  ['REST', [], ASKS.comments],
  ['the form', ['--no-anonymous-rest'], ASKS.form],
]) {
  test.describe(`by ${way}`, () => {
    test.use({ sandbox: options });

    test('an approved comment stands in the list, the box is empty, and it is said', async ({ page }) => {
      const text = unique('تعليق مقبول');
      const box = await ready(page, text);
      const before = await total(page);
      const sent = collect(page, POSTS, 'POST');
      await box.send.click();
      await expect(comment(page, text)).toBeVisible();
      await expect(comment(page, text)).not.toHaveAttribute('data-status', 'held');
      await expect(box.notice).toHaveAttribute('data-kind', 'success');
      await expect(box.text).toHaveValue('');
      await expect(box.number).toHaveText('1000 / 1000');
      await expect(box.name).toHaveValue('قارئة');
      expect(await total(page)).toBe(before + 1);
      expect(sent.map((request) => target.test(request.url()))).toEqual([true]);

      await page.reload();
      await expect(comment(page, text)).toHaveCount(1);
      await expect(commentBox(page).text).toHaveValue('');
      await expect(commentBox(page).restored).toHaveCount(0);
    });

    test('the same comment again is refused as a duplicate, beside the text', async ({ page }) => {
      const text = unique('مرّتين');
      const box = await ready(page, text);
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
      // The form tells in its own words only what it wants.
      [target === ASKS.form ? 'refused' : 'login-required', 'comments=login'],
      ['server', 'status=500'],
      ['server', 'status=503'],
    ]) {
      test(`${faults} is answered as ${key}, and the text stays`, async ({ page }) => {
        const text = unique('نصّ لا يضيع');
        const box = await ready(page, text);
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

    test('a page of HTML in place of an answer confirms nothing, and the text stays', async ({ page }) => {
      const text = unique('لم يتأكّد');
      const box = await ready(page, text);
      await page.route(target, (route, request) =>
        request.method() === 'POST'
          ? route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><p>مرحبا بكم' })
          : route.fallback(),
      );
      await box.send.click();
      await expect(box.rejection('unconfirmed')).toBeVisible();
      await expect(box.text).toHaveValue(text);
    });

    test('an article that closes while somebody writes says so, and the text stays', async ({ page }) => {
      const text = unique('أُغلق المقال');
      const box = await ready(page, text);
      await fault(page, target, 'comments=closed', { method: 'POST' });
      // Asked only after the form, whose refusal has no code.
      await page.route(ASKS.posts, async (route) => {
        const response = await route.fetch();
        const posts = await response.json();
        for (const post of posts) post.comment_status = 'closed';
        await route.fulfill({ response, json: posts });
      });
      await box.send.click();
      await expect(box.rejection('closed')).toBeVisible();
      await expect(box.text).toHaveValue(text);
    });

    test('without a network it is said that nobody knows, and the text stays', async ({ page, context }) => {
      const text = unique('بلا شبكة');
      const box = await ready(page, text);
      await context.setOffline(true);
      await box.send.click();
      await expect(box.rejection('unreachable')).toBeVisible();
      await expect(box.text).toHaveValue(text);
      await context.setOffline(false);
      await box.send.click();
      await expect(comment(page, text)).toBeVisible();
      await expect(box.notice).toHaveAttribute('data-kind', 'success');
    });

    test('two presses post once', async ({ page }) => {
      const text = unique('ضغطتان');
      const box = await ready(page, text);
      const way = await hold(page, target);
      const sent = collect(page, POSTS, 'POST');
      await box.send.dblclick();
      await box.text.press('Control+Enter');
      way.release();
      await expect(comment(page, text)).toHaveCount(1);
      expect(sent).toHaveLength(1);
      await page.reload();
      await expect(comment(page, text)).toHaveCount(1);
    });
  });

  test.describe(`by ${way}, where a moderator looks first`, () => {
    test.use({ sandbox: [...options, '--moderation'] });

    test('a held comment is shown to its author as held, after a reload too', async ({ page }) => {
      const text = unique('ينتظر');
      const box = await ready(page, text);
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

    test('markup in a held comment is shown as the site will show it, and runs nothing', async ({ page }) => {
      const text = unique('خبيث');
      const box = await ready(
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

  test.describe(`by ${way}, where one must wait between two`, () => {
    test.use({ sandbox: [...options, '--flood-seconds', '3600'] });

    test('the second comment comes too soon, which is said, and its text stays', async ({ page, blog }) => {
      const first = { comment_post_ID: '201', author: 'قارئة', email: 'reader@example.org', comment: unique('أوّل') };
      // Whether this one is in time does not matter: the next is not.
      await page.request.post(`${blog.url}/wp-comments-post.php`, { form: first, maxRedirects: 0 });
      const text = unique('ثانٍ');
      const box = await ready(page, text);
      await box.send.click();
      await expect(box.rejection('flood')).toBeVisible();
      await expect(box.text).toHaveValue(text);
    });
  });
}

test.describe('where REST refuses anonymous comments', () => {
  test.use({ sandbox: ['--no-anonymous-rest'] });

  test('nobody is told so: the form is used at once', async ({ page }) => {
    const text = unique('بالاستمارة');
    const box = await ready(page, text);
    const rest = collect(page, ASKS.comments, 'POST');
    await box.send.click();
    await expect(comment(page, text)).toBeVisible();
    expect(rest).toHaveLength(0);
  });
});

/** From now on the site says of every article that it takes no comments. */
async function close(page) {
  await fault(page, ASKS.comments, 'comments=closed', { method: 'OPTIONS' });
  // The form would be tried next, so the article itself must say that it is closed.
  await page.route(ASKS.posts, async (route) => {
    const response = await route.fetch();
    const posts = await response.json();
    for (const post of [posts].flat()) post.comment_status = 'closed';
    await route.fulfill({ response, json: posts });
  });
}

test('what was typed stays in sight when the site closes the article meanwhile', async ({ page }) => {
  const text = unique('كُتب قبل الإغلاق');
  await ready(page, text);
  await close(page);
  await page.reload();
  const box = commentBox(page);
  await expect(page.locator('.td-discussion .td-notice[data-kind="closed"]')).toBeVisible();
  await expect(box.text).toHaveValue(text);
  await box.send.click();
  await expect(box.rejection('closed')).toBeVisible();
  await expect(box.text).toHaveValue(text);

  // Emptied by mistake it is still there to undo it.
  await box.text.press('Control+A');
  await box.text.press('Delete');
  await expect(box.number).toHaveText('1000 / 1000');
  await box.text.press('Control+Z');
  await expect(box.text).toHaveValue(text);
});

test('an article that the site closes meanwhile has a notice instead of the box', async ({ page }) => {
  await close(page);
  await visit(page, basic.path);
  await expect(page.locator('.td-discussion .td-notice[data-kind="closed"]')).toBeVisible();
  await expect(page.locator('form.td-comment-box')).toHaveCount(0);
});

test("a site's own reason is told in its own words, as text", async ({ page }) => {
  const box = await ready(page, unique('محظور'));
  await page.route(ASKS.comments, (route, request) =>
    request.method() === 'POST'
      ? route.fulfill({
          status: 403,
          contentType: 'application/json',
          body: JSON.stringify({
            code: 'blocked_word',
            message: '<strong>خطأ:</strong> كلمة &laquo;محظورة&raquo; <img src=x onerror="window.__hostile=1">',
            data: { status: 403 },
          }),
        })
      : route.fallback(),
  );
  await box.send.click();
  await expect(box.rejection('refused')).toContainText('كلمة «محظورة»');
  await expect(box.rejection('refused').locator('img, strong')).toHaveCount(0);
});

test('every outcome has words of its own', async ({ page }) => {
  const box = await ready(page, unique('كلّ شيء'));
  const said = new Map();
  const note = async (name, locator) => {
    await expect(locator).not.toBeEmpty();
    said.set(name, plain(await locator.innerText()));
  };
  for (const [key, answer] of [
    ['flood', { status: 400, json: { code: 'comment_flood', message: 'x', data: { status: 400 } } }],
    ['closed', { status: 403, json: { code: 'rest_comment_closed', message: 'x', data: { status: 403 } } }],
    [
      'login-required',
      { status: 401, json: { code: 'rest_comment_login_required', message: 'x', data: { status: 401 } } },
    ],
    ['refused', { status: 403, json: { code: 'some_plugin', message: '', data: { status: 403 } } }],
    ['server', { status: 500, json: { code: 'internal_server_error', message: 'x', data: { status: 500 } } }],
    ['unconfirmed', { status: 200, contentType: 'text/html', body: '<!doctype html><p>مرحبا' }],
    ['unreachable', null],
  ]) {
    await page.route(ASKS.comments, (route, request) => {
      if (request.method() !== 'POST') return route.fallback();
      return answer ? route.fulfill(answer) : route.abort();
    });
    await box.send.click();
    await note(key, box.rejection(key));
    await page.unroute(ASKS.comments);
  }
  for (const [name, answer, field] of [
    ['duplicate', { status: 409, json: { code: 'comment_duplicate', message: 'x', data: { status: 409 } } }, 'body'],
    [
      'too long',
      { status: 400, json: { code: 'comment_content_column_length', message: 'x', data: { status: 400 } } },
      'body',
    ],
    [
      'e-mail',
      {
        status: 400,
        json: {
          code: 'rest_invalid_param',
          message: 'x',
          data: {
            status: 400,
            params: { author_email: 'x' },
            details: { author_email: { code: 'rest_invalid_email' } },
          },
        },
      },
      'email',
    ],
  ]) {
    await page.route(ASKS.comments, (route, request) =>
      request.method() === 'POST' ? route.fulfill(answer) : route.fallback(),
    );
    await box.send.click();
    await note(name, box.error(field));
    await page.unroute(ASKS.comments);
  }
  await box.send.click();
  await expect(box.notice).toHaveAttribute('data-kind', 'success');
  await note('approved', box.notice);
  expect(new Set(said.values()).size, JSON.stringify([...said], null, 2)).toBe(said.size);
  for (const [name, words] of said) expect(words, name).toMatch(/\p{Script=Arabic}/u);
});

test('empty fields are named beside themselves and the first takes the focus', async ({ page }) => {
  await visit(page, basic.path);
  const box = commentBox(page);
  const sent = collect(page, POSTS, 'POST');
  await box.send.click();
  for (const field of ['body', 'name', 'email']) {
    await expect(box.error(field)).toBeVisible();
    const input = page.locator(`#td-${field}`);
    await expect(input).toHaveAttribute('aria-invalid', 'true');
    await expect(input).toHaveAttribute('aria-describedby', new RegExp(`td-${field}-error`));
  }
  await expect(box.text).toBeFocused();

  await box.text.fill('نصّ');
  await box.send.click();
  await expect(box.error('body')).toHaveCount(0);
  await expect(box.name).toBeFocused();
  expect(sent).toHaveLength(0);
});

test('an e-mail address that is none is named beside itself', async ({ page }) => {
  await visit(page, basic.path);
  const box = commentBox(page);
  await box.fill('نصّ', { email: 'not an address' });
  await box.send.click();
  await expect(box.email).toBeFocused();
  await expect(box.error('email')).toBeVisible();
  await expect(box.error('name')).toHaveCount(0);
  await expect(box.text).toHaveValue('نصّ');
});

test('a name of more bytes than WordPress stores is named before it is sent', async ({ page }) => {
  await visit(page, basic.path);
  const box = commentBox(page);
  const sent = collect(page, POSTS, 'POST');
  await box.fill('نصّ', { name: 'ب'.repeat(123) });
  await box.send.click();
  await expect(box.error('name')).toBeVisible();
  expect(sent).toHaveLength(0);
});

test('Ctrl+Enter posts', async ({ page }) => {
  const text = unique('بالمفاتيح');
  const box = await ready(page, text);
  await box.text.press('Control+Enter');
  await expect(comment(page, text)).toBeVisible();
});

test('fields are labelled and tell the browser what they take', async ({ page }) => {
  await visit(page, basic.path);
  const form = page.getByRole('form', { name: 'اترك تعليقاً' });
  await expect(form.getByLabel('التعليق')).toHaveAttribute('dir', 'auto');
  await expect(form.getByLabel('الاسم')).toHaveAttribute('autocomplete', 'name');
  await expect(form.getByLabel('البريد الإلكتروني')).toHaveAttribute('autocomplete', 'email');
  await expect(form.getByLabel('البريد الإلكتروني')).toHaveAttribute('type', 'email');
});

test('lines and emoji arrive as they were typed', async ({ page }) => {
  const text = unique('سطر أوّل');
  const box = await ready(page, `${text}\nسطر ثانٍ 👨‍👩‍👧 & <3`);
  await box.send.click();
  const body = comment(page, text).locator('.td-comment__body');
  await expect(body).toContainText('سطر ثانٍ 👨‍👩‍👧 & <3');
  expect((await body.innerText()).split('\n').filter((line) => line.trim())).toHaveLength(2);
});

test('who comes back before the answer and sends again has sent once', async ({ page }) => {
  const text = unique('ذهاب وإياب');
  const box = await ready(page, text);
  const sent = collect(page, POSTS, 'POST');
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route(POSTS, async (route, request) => {
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

test('where the newest stand first, so do those of the reader', async ({ page }) => {
  await page.route(ASKS.posts, async (route) => {
    const response = await route.fetch();
    const posts = await response.json();
    for (const post of posts) post.tadwina = { order: 'desc' };
    await route.fulfill({ response, json: posts });
  });
  const first = unique('أوّل');
  const box = await ready(page, first);
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

test('an answer that comes after the reader has left finds its draft gone', async ({ page }) => {
  const text = unique('ذهبت قبل الجواب');
  const box = await ready(page, text);
  const way = await hold(page, ASKS.comments);
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await box.send.click();
  await page.locator('.td-site-header a').click();
  await expect(page.locator('.td-teaser').first()).toBeVisible();
  way.release();
  await answered;
  await page.goBack();
  await discussed(page);
  await expect(comment(page, text)).toBeVisible();
  await expect(commentBox(page).text).toHaveValue('');
});
