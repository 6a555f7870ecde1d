// The field that nobody sees: what programs write in it keeps their comment from being sent, and no person is stopped.

import { collect, unique } from './support/page.mjs';
import { comment, filledBox, POSTING } from './support/posting.mjs';
import { expect, test } from './support/test.mjs';

test('a comment with the hidden field filled in is not sent, says why, and can be sent again', async ({ page }) => {
  const text = unique('إنسان');
  const box = await filledBox(page, text);
  const sent = collect(page, POSTING, 'POST');
  await box.form.locator('[name="subject"]').evaluate((field) => {
    field.value = 'buy';
  });
  await box.send.click();
  await expect(box.rejection('trapped')).toBeVisible();
  await expect(box.form.locator('.td-comment-box__outcome')).toBeFocused();
  await expect(box.text).toHaveValue(text);
  expect(sent).toHaveLength(0);
  await box.send.click();
  await expect(comment(page, text)).toBeVisible();
  await expect(box.rejection('trapped')).toHaveCount(0);
});

test('neither the keyboard nor assistive technology reaches the hidden field', async ({ page }) => {
  const box = await filledBox(page, unique('لوحة المفاتيح'));
  const trap = box.form.locator('[name="subject"]');
  await expect(trap).toHaveAttribute('tabindex', '-1');
  await expect(trap).toHaveAttribute('autocomplete', 'off');
  await expect(box.form.getByRole('textbox')).toHaveCount(4);
  await box.form.getByRole('checkbox').focus();
  await page.keyboard.press('Tab');
  await expect(box.send).toBeFocused();
});
