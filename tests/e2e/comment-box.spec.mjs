// The fields of the comment box: their labels, and the errors that it shows before it sends anything.

import { collect, commentBox, unique, visit } from './support/page.mjs';
import { basic, comment, filledBox, POSTING } from './support/posting.mjs';
import { expect, test } from './support/test.mjs';

test('each empty field has an error beside it, and the first gets the focus', async ({ page }) => {
  await visit(page, basic.path);
  const box = commentBox(page);
  const sent = collect(page, POSTING, 'POST');
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

test('a wrong e-mail address has an error beside it', async ({ page }) => {
  await visit(page, basic.path);
  const box = commentBox(page);
  await box.fill('نصّ', { email: 'not an address' });
  await box.send.click();
  await expect(box.email).toBeFocused();
  await expect(box.error('email')).toBeVisible();
  await expect(box.error('name')).toHaveCount(0);
  await expect(box.text).toHaveValue('نصّ');
});

test('a name of more bytes than WordPress stores gets an error before it is sent', async ({ page }) => {
  await visit(page, basic.path);
  const box = commentBox(page);
  const sent = collect(page, POSTING, 'POST');
  await box.fill('نصّ', { name: 'ب'.repeat(123) });
  await box.send.click();
  await expect(box.error('name')).toBeVisible();
  expect(sent).toHaveLength(0);
});

test('fields have labels and tell the browser what they hold', async ({ page }) => {
  await visit(page, basic.path);
  const form = page.getByRole('form', { name: 'اترك تعليقاً' });
  await expect(form.getByLabel('التعليق')).toHaveAttribute('dir', 'auto');
  await expect(form.getByLabel('الاسم')).toHaveAttribute('autocomplete', 'name');
  await expect(form.getByLabel('البريد الإلكتروني')).toHaveAttribute('autocomplete', 'email');
  await expect(form.getByLabel('البريد الإلكتروني')).toHaveAttribute('type', 'email');
});

test('Ctrl+Enter posts the comment', async ({ page }) => {
  const text = unique('بالمفاتيح');
  const box = await filledBox(page, text);
  await box.text.press('Control+Enter');
  await expect(comment(page, text)).toBeVisible();
});

test('an error goes with the change that mends it, and no other error goes with it', async ({ page }) => {
  await visit(page, basic.path);
  const box = commentBox(page);
  await box.send.click();
  await box.text.press('x');
  await expect(box.error('body')).toHaveCount(0);
  await expect(box.text).toHaveAttribute('aria-invalid', 'false');
  await expect(box.error('name')).toBeVisible();
  await expect(box.error('email')).toBeVisible();
  await box.name.fill('قارئة');
  await expect(box.error('name')).toHaveCount(0);
  await expect(box.error('email')).toBeVisible();
  await box.email.fill('reader');
  await expect(box.error('email')).toHaveCount(0);

  // A wrong address is wrong until it is right.
  await box.send.click();
  await expect(box.error('email')).toBeVisible();
  await box.email.press('End');
  await box.email.pressSequentially('@example.o');
  await expect(box.error('email')).toHaveCount(0);
});

test('a text that is too long is wrong until it is short enough, and says by how much', async ({ page }) => {
  await visit(page, basic.path);
  const box = commentBox(page);
  await box.fill('ب'.repeat(1003));
  await box.send.click({ force: true });
  await expect(box.error('body')).toContainText('3 أحرف');
  await box.text.press('Backspace');
  await expect(box.error('body')).toContainText('حرفين');
  await box.text.press('Backspace');
  await box.text.press('Backspace');
  await expect(box.error('body')).toHaveCount(0);
});

test('what only the site finds wrong goes with any change', async ({ page }) => {
  const box = await filledBox(page, unique('مكرر'));
  await page.route(POSTING, (route, request) =>
    request.method() === 'POST'
      ? route.fulfill({ status: 400, json: { code: 'rest_invalid_param', data: { params: { author_email: '' } } } })
      : route.fallback(),
  );
  await box.send.click();
  const errors = box.form.locator('.td-field__error');
  await expect(errors).toHaveCount(1);
  await box.email.fill('another@example.org');
  await expect(errors).toHaveCount(0);
});

test('a wrong field stays red while it has the focus, and required fields are marked', async ({ page }) => {
  await visit(page, basic.path);
  const box = commentBox(page);
  const colours = (field) =>
    field.evaluate((it) => [getComputedStyle(it).borderTopColor, getComputedStyle(it).outlineColor]);
  await box.text.focus();
  const [accent] = await colours(box.text);
  await box.send.click();
  await expect(box.text).toBeFocused();
  const [border, outline] = await colours(box.text);
  expect(border).not.toBe(accent);
  expect(outline).toBe(border);
  for (const field of ['body', 'name', 'email']) {
    await expect(page.locator(`label[for="td-${field}"] .td-field__required`)).toHaveText('(مطلوب)');
    await expect(page.locator(`#td-${field}`)).toHaveAttribute('aria-required', 'true');
  }
});
