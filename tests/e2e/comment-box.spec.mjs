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
