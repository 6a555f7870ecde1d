// Emphasis, links, quotations and code in a comment: by keyboard and by buttons, in the preview, and as they are sent.

import { commentBox, discussed, left, plain, unique, visit } from './support/page.mjs';
import { basic, comment, filledBox } from './support/posting.mjs';
import { expect, test } from './support/test.mjs';

const button = (page, name) => page.getByRole('toolbar').getByRole('button', { name });

/** Selects `words` in the text box. */
const select = (box, words) =>
  box.text.evaluate((field, sought) => {
    const start = field.value.indexOf(sought);
    field.focus();
    field.setSelectionRange(start, start + sought.length);
  }, words);

/** Opens an article. Its form is in sight when the comments are. */
async function open(page) {
  await visit(page, basic.path);
  await discussed(page);
}

test('a comment is shown with what was marked, and the rest as it was typed', async ({ page }) => {
  const id = unique('منسّق');
  const box = await filledBox(
    page,
    `${id} *مهم* و \`a < b\` و [هنا](https://example.org/a?b=1&c=2)\n> قول\n<b>5 < 6</b> 2*3*4`,
  );
  await box.send.click();
  const posted = comment(page, id);
  await expect(posted.locator('em')).toHaveText('مهم');
  await expect(posted.locator('code')).toHaveText('a < b');
  await expect(posted.locator('blockquote')).toHaveText('قول');
  await expect(posted.locator('.td-comment__body a')).toHaveAttribute('href', 'https://example.org/a?b=1&c=2');
  await expect(posted.locator('.td-comment__body')).toContainText('<b>5 < 6</b> 2*3*4');
  await expect(posted).toHaveCount(1);
  await page.reload();
  await expect(comment(page, id).locator('em')).toHaveText('مهم');
  await expect(comment(page, id)).toHaveCount(1);
});

for (const [name, keys, marked] of [
  ['تأكيد', 'Control+i', 'قبل *كلمة* بعد'],
  ['رابط', 'Control+k', 'قبل [كلمة](https://) بعد'],
  ['اقتباس', 'Control+Shift+>', '> قبل كلمة بعد'],
  ['شيفرة', 'Control+e', 'قبل `كلمة` بعد'],
]) {
  test(`${name}: the button and ${keys} mark what is selected, and undo takes it back`, async ({ page }) => {
    await open(page);
    const box = commentBox(page);
    await box.text.focus();
    await page.keyboard.insertText('قبل كلمة بعد');
    const marks = [() => page.keyboard.press(keys), () => button(page, name).click()];
    for (const mark of marks) {
      await select(box, 'كلمة');
      await mark();
      await expect(box.text).toHaveValue(marked);
      await expect(box.text).toBeFocused();
      await expect(box.count).toHaveText(left(1000 - marked.length));
      await page.keyboard.press('Control+z');
      await expect(box.text).toHaveValue('قبل كلمة بعد');
    }
  });
}

test('an Arabic keyboard has the shortcuts at the same places', async ({ page }) => {
  await open(page);
  const box = commentBox(page);
  await box.text.fill('كلمة');
  await select(box, 'كلمة');
  await box.text.dispatchEvent('keydown', { key: 'ه', code: 'KeyI', ctrlKey: true });
  await expect(box.text).toHaveValue('*كلمة*');
});

test('what is typed after the link button is its address', async ({ page }) => {
  await open(page);
  const box = commentBox(page);
  await box.text.fill('هنا');
  await select(box, 'هنا');
  await button(page, 'رابط').click();
  await page.keyboard.type('example.org');
  await expect(box.text).toHaveValue('[هنا](https://example.org)');
});

test('the text stays as it is while the comment is on its way', async ({ page }) => {
  const box = await filledBox(page, unique('مقفل'));
  const text = await box.text.inputValue();
  await page.route(/\/wp\/v2\/comments\b/, (route, request) => request.method() === 'POST' || route.fallback());
  await box.send.click();
  await expect(box.text).toHaveAttribute('readonly', '');
  await button(page, 'تأكيد').click({ force: true });
  await select(box, text);
  await page.keyboard.press('Control+i');
  await expect(box.text).toHaveValue(text);
});

for (const [locale, next, previous] of [
  ['ar', 'ArrowLeft', 'ArrowRight'],
  ['en', 'ArrowRight', 'ArrowLeft'],
]) {
  test.describe(`in ${locale}`, () => {
    test.use({ settings: { 'data-locale': locale } });

    test('Tab reaches one button and arrow keys the others, in the direction of reading', async ({ page }) => {
      await open(page);
      const buttons = page.getByRole('toolbar').getByRole('button');
      await commentBox(page).text.focus();
      await page.keyboard.press('Shift+Tab');
      await expect(buttons.nth(0)).toBeFocused();
      await page.keyboard.press(next);
      await expect(buttons.nth(1)).toBeFocused();
      await page.keyboard.press(previous);
      await page.keyboard.press(previous);
      await expect(buttons.nth(4)).toBeFocused();
      await page.keyboard.press('Home');
      await expect(buttons.nth(0)).toBeFocused();
      await page.keyboard.press('End');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Shift+Tab');
      await expect(buttons.nth(4)).toBeFocused();
    });
  });
}

test('the preview shows the comment as it will be, and follows what is typed', async ({ page }) => {
  await open(page);
  const box = commentBox(page);
  const toggle = button(page, 'معاينة');
  const preview = page.getByRole('region', { name: 'معاينة' });
  await expect(toggle).toHaveAttribute('aria-expanded', 'false');
  await toggle.click();
  await expect(toggle).toHaveAttribute('aria-expanded', 'true');
  await expect(preview).toHaveText('لا نص للمعاينة بعد.');
  await box.text.fill('نص *مهم*\n\n<img src=x onerror=alert(1)> [x](javascript:alert(1))\n> قول');
  await expect(preview.locator('em')).toHaveText('مهم');
  await expect(preview.locator('blockquote')).toHaveText('قول');
  await expect(preview.locator('img, a')).toHaveCount(0);
  expect(plain(await preview.innerText())).toContain('<img src=x onerror=alert(1)> [x](javascript:alert(1))');
  await toggle.click();
  await expect(preview).toHaveCount(0);
});
