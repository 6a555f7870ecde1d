// Changing and withdrawing one's own comment, where the site has tadwina's plugin.

import { commentBox, discussed, REQUESTS, unique } from './support/page.mjs';
import { comment, filledBox } from './support/posting.mjs';
import { expect, test } from './support/test.mjs';

const CHANGES = /\/tadwina\/v1\/comments\/\d+/;
const SECONDS = 300;

const button = (page, name) => page.getByRole('button', { name, exact: true });
const editBox = (page) => page.locator('#td-edit-text');
const refusal = (status, code) => ({ status, json: { code, message: 'No.', data: { status } } });

/**
 * Gives the blog the plugin: a token with each new comment, and the route to change it. `answer` makes a response for a
 * request; without one, the change is made. Gives the requests that came.
 */
async function withPlugin(page, { answer, seconds = SECONDS } = {}) {
  const sent = [];
  const changed = {};
  await page.route(REQUESTS.comments, async (route, request) => {
    if (request.method() !== 'POST') return route.fallback();
    const response = await route.fetch();
    const json = await response.json();
    Object.assign(changed, json);
    return route.fulfill({ response, json: { ...json, tadwina: { token: `token-${json.id}`, seconds } } });
  });
  await page.route(CHANGES, async (route, request) => {
    const form = new URLSearchParams(request.postData());
    const isWithdrawal = new URL(request.url()).searchParams.get('_method') === 'DELETE';
    sent.push({ method: request.method(), isWithdrawal, token: form.get('token'), content: form.get('content') });
    const own = await answer?.({ isWithdrawal, count: sent.length });
    if (own === 'abort') return route.abort();
    if (own) return route.fulfill(own);
    if (isWithdrawal) return route.fulfill({ json: { id: changed.id, status: 'trash' } });
    const content = { rendered: `<p>${form.get('content')}</p>` };
    return route.fulfill({ json: { ...changed, content } });
  });
  return sent;
}

/** Posts a comment; gives its text. */
async function posted(page) {
  const text = unique('قبل');
  const box = await filledBox(page, text);
  await box.send.click();
  await expect(comment(page, text)).toBeVisible();
  return text;
}

test('a comment is changed in its place, and the focus goes in and back', async ({ page }) => {
  const sent = await withPlugin(page);
  const before = await posted(page);
  await button(page, 'تعديل').click();
  await expect(editBox(page)).toBeFocused();
  await expect(editBox(page)).toHaveValue(before);
  await button(page, 'إلغاء').click();
  await expect(button(page, 'تعديل')).toBeFocused();

  await button(page, 'تعديل').click();
  const after = unique('بعد');
  await editBox(page).fill(after);
  await button(page, 'حفظ التعديل').click();
  await expect(comment(page, after)).toContainText('نُشر التعديل');
  await expect(comment(page, before)).toHaveCount(0);
  await expect(page.locator('[id^="td-edit-notice-"]')).toBeFocused();
  expect(sent).toEqual([expect.objectContaining({ method: 'POST', isWithdrawal: false, content: after })]);
  expect(sent[0].token).toMatch(/^token-\d+$/);
});

test('after a reload it can still be changed, and what was typed is there', async ({ page }) => {
  await withPlugin(page);
  const before = await posted(page);
  await button(page, 'تعديل').click();
  const after = unique('لم يُحفظ بعد');
  await editBox(page).fill(after);
  await page.reload();
  await discussed(page);
  await expect(comment(page, before)).toBeVisible();
  await button(page, 'تعديل').click();
  await expect(editBox(page)).toHaveValue(after);
  await button(page, 'حفظ التعديل').click();
  await expect(comment(page, after)).toBeVisible();
});

test('what an extension puts into the form without an event is counted, kept and saved', async ({ page }) => {
  const sent = await withPlugin(page);
  await posted(page);
  const put = (text) =>
    editBox(page).evaluate((field, value) => {
      field.value = value;
    }, text);
  await button(page, 'تعديل').click();
  await put('ب'.repeat(1003));
  await expect(page.locator('.td-edit-form [data-state="over"]')).toContainText('3');
  const kept = unique('من أداة');
  await put(kept);
  await expect(page.locator('.td-edit-form [data-state="over"]')).toHaveCount(0);
  await page.reload();
  await discussed(page);
  await button(page, 'تعديل').click();
  await expect(editBox(page)).toHaveValue(kept);
  // Put there at the last moment, before anything has looked at the field again.
  const last = unique('من الإملاء');
  await editBox(page).evaluate((field, value) => {
    field.value = value;
    field.form.requestSubmit();
  }, last);
  await expect(comment(page, last)).toContainText('نُشر التعديل');
  expect(sent.map(({ content }) => content)).toEqual([last]);
});

test('the buttons go when the time is over', async ({ page }) => {
  await page.clock.install();
  await withPlugin(page);
  await posted(page);
  await expect(button(page, 'تعديل')).toBeVisible();
  await page.clock.runFor((SECONDS + 1) * 1000);
  await expect(button(page, 'تعديل')).toHaveCount(0);
  await expect(button(page, 'سحب')).toHaveCount(0);
});

test('a change that was typed when the time ended is offered as a draft on the next visit', async ({ page }) => {
  await page.clock.install();
  await withPlugin(page);
  await posted(page);
  await button(page, 'تعديل').click();
  const after = unique('متأخّر');
  await editBox(page).fill(after);
  await page.clock.runFor((SECONDS + 1) * 1000);
  await page.reload();
  await discussed(page);
  await expect(commentBox(page).other).toContainText(after);
});

test('a text over the limit is counted and not sent', async ({ page }) => {
  const sent = await withPlugin(page);
  await posted(page);
  await button(page, 'تعديل').click();
  await editBox(page).fill('ب'.repeat(1003));
  await expect(page.locator('.td-edit-form [data-state="over"]')).toContainText('3');
  await expect(button(page, 'حفظ التعديل')).toHaveAttribute('aria-disabled', 'true');
  await editBox(page).press('Control+Enter');
  await expect(page.locator('.td-edit-form .td-field__error')).toBeVisible();
  await expect(editBox(page)).toBeFocused();
  expect(sent).toEqual([]);
});

test('without an answer the text stays, and is saved at the next attempt', async ({ page }) => {
  await withPlugin(page, { answer: ({ count }) => (count === 1 ? 'abort' : undefined) });
  await posted(page);
  await button(page, 'تعديل').click();
  const after = unique('بعد');
  await editBox(page).fill(after);
  await button(page, 'حفظ التعديل').click();
  await expect(page.locator('.td-edit-form [data-rejection="unreachable"]')).toBeVisible();
  await expect(editBox(page)).toHaveValue(after);
  await button(page, 'حفظ التعديل').click();
  await expect(comment(page, after)).toContainText('نُشر التعديل');
});

test('once somebody has replied it stays, and the changed text is offered in the box', async ({ page }) => {
  await withPlugin(page, { answer: () => refusal(409, 'tadwina_comment_answered') });
  const before = await posted(page);
  await button(page, 'تعديل').click();
  const after = unique('بعد');
  await editBox(page).fill(after);
  await button(page, 'حفظ التعديل').click();
  await expect(page.locator('.td-edit-form [data-rejection="answered"]')).toBeVisible();
  await button(page, 'إلغاء').click();
  await expect(comment(page, before)).toBeVisible();
  await expect(button(page, 'تعديل')).toHaveCount(0);
  await expect(commentBox(page).text).toHaveValue(after);
});

test('a withdrawal asks first; then the text is in the box, also after a reload', async ({ page }) => {
  const sent = await withPlugin(page);
  const text = await posted(page);
  const heading = page.locator('.td-discussion__title');
  const before = await heading.innerText();
  await button(page, 'سحب').click();
  await button(page, 'إبقاء التعليق').click();
  await expect(button(page, 'سحب')).toBeFocused();
  expect(sent).toEqual([]);

  await button(page, 'سحب').click();
  await button(page, 'سحب').click();
  await expect(comment(page, text)).toHaveCount(0);
  await expect(commentBox(page).text).toHaveValue(text);
  await expect(commentBox(page).text).toBeFocused();
  await expect(heading).not.toHaveText(before);
  expect(sent).toEqual([expect.objectContaining({ method: 'POST', isWithdrawal: true })]);
  await page.reload();
  await discussed(page);
  await expect(commentBox(page).text).toHaveValue(text);
});

test('a withdrawal that is refused leaves the comment and no draft', async ({ page }) => {
  await withPlugin(page, { answer: () => refusal(403, 'tadwina_token_expired') });
  const text = await posted(page);
  await button(page, 'سحب').click();
  await button(page, 'سحب').click();
  await expect(page.locator('[data-rejection="expired"]')).toBeVisible();
  await expect(comment(page, text)).toBeVisible();
  await page.reload();
  await discussed(page);
  await expect(commentBox(page).text).toHaveValue('');
  await expect(commentBox(page).other).toHaveCount(0);
});

test('without the plugin there are no buttons', async ({ page }) => {
  await posted(page);
  await expect(button(page, 'تعديل')).toHaveCount(0);
  await expect(button(page, 'سحب')).toHaveCount(0);
});
