// Comments that the site refuses: the reader gets the reason and keeps the text.

import { commentBox, left, plain, REQUESTS, unique, visit } from './support/page.mjs';
import { basic, closeArticles, filledBox } from './support/posting.mjs';
import { expect, test } from './support/test.mjs';

test('a draft stays visible when the site closes the article', async ({ page }) => {
  const text = unique('كُتب قبل الإغلاق');
  await filledBox(page, text);
  await closeArticles(page);
  await page.reload();
  const box = commentBox(page);
  await expect(page.locator('.td-discussion .td-notice[data-kind="closed"]')).toBeVisible();
  await expect(box.text).toHaveValue(text);
  await box.send.click();
  await expect(box.rejection('closed')).toBeVisible();
  await expect(box.text).toHaveValue(text);

  // A reader who empties the box by mistake can undo it.
  await box.text.press('Control+A');
  await box.text.press('Delete');
  await expect(box.count).toHaveText(left(1000));
  await box.text.press('Control+Z');
  await expect(box.text).toHaveValue(text);
});

test('an article that the site has closed shows a notice in place of the box', async ({ page }) => {
  await closeArticles(page);
  await visit(page, basic.path);
  await expect(page.locator('.td-discussion .td-notice[data-kind="closed"]')).toBeVisible();
  await expect(page.locator('form.td-comment-box')).toHaveCount(0);
});

test("a site's own reason is shown in its own words, as text", async ({ page }) => {
  const box = await filledBox(page, unique('محظور'));
  await page.route(REQUESTS.comments, (route, request) =>
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

test('every outcome has a message of its own', async ({ page }) => {
  await page.clock.install();
  const box = await filledBox(page, unique('كلّ شيء'));
  const messages = new Map();
  const note = async (name, locator) => {
    await expect(locator).not.toBeEmpty();
    messages.set(name, plain(await locator.innerText()));
  };
  for (const [key, response] of [
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
    await page.route(REQUESTS.comments, (route, request) => {
      if (request.method() !== 'POST') return route.fallback();
      return response ? route.fulfill(response) : route.abort();
    });
    await box.send.click();
    await note(key, box.rejection(key));
    // The wait after a comment that came too soon.
    if (key === 'flood') await page.clock.runFor(15_000);
    await page.unroute(REQUESTS.comments);
  }
  for (const [name, response, field] of [
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
    await page.route(REQUESTS.comments, (route, request) =>
      request.method() === 'POST' ? route.fulfill(response) : route.fallback(),
    );
    await box.send.click();
    await note(name, box.error(field));
    await page.unroute(REQUESTS.comments);
  }
  await box.send.click();
  await expect(box.notice).toHaveAttribute('data-kind', 'success');
  await note('approved', box.notice);
  expect(new Set(messages.values()).size, JSON.stringify([...messages], null, 2)).toBe(messages.size);
  for (const [name, message] of messages) expect(message, name).toMatch(/\p{Script=Arabic}/u);
});
