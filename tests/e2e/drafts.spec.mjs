// Drafts: the comment box keeps what a reader typed.

import { article } from './support/content.mjs';
import { commentBox, discussed, left, unique, visit } from './support/page.mjs';
import { expect, test } from './support/test.mjs';

const basic = article('basic');
const other = article('shelves');

test('a draft survives a reload, and a notice says that it was restored', async ({ page }) => {
  await visit(page, basic.path);
  await commentBox(page).fill('لم أنته بعد', { name: 'سلمى', email: 'salma@example.org' });
  await page.reload();
  const box = commentBox(page);
  await expect(box.text).toHaveValue('لم أنته بعد');
  await expect(box.name).toHaveValue('سلمى');
  await expect(box.email).toHaveValue('salma@example.org');
  await expect(box.count).toHaveText(left(989));
  await expect(box.restored).toBeVisible();
  await expect(box.restored).toHaveRole('status');
});

test('a reader can discard a restored draft for good', async ({ page }) => {
  await visit(page, basic.path);
  await commentBox(page).text.fill('لا أريده');
  await page.reload();
  const box = commentBox(page);
  await box.restored.getByRole('button').click();
  await expect(box.text).toHaveValue('');
  await expect(box.restored).toHaveCount(0);
  await expect(box.count).toHaveText(left(1000));
  await expect(box.text).toBeFocused();
  await page.reload();
  await expect(commentBox(page).text).toHaveValue('');
  await expect(commentBox(page).restored).toHaveCount(0);
});

test('the draft of one article stays with that article', async ({ page }) => {
  await visit(page, basic.path);
  await commentBox(page).text.fill('لهذا المقال وحده');
  await visit(page, other.path);
  await expect(commentBox(page).text).toHaveValue('');
  await expect(commentBox(page).restored).toHaveCount(0);
  await visit(page, basic.path);
  await expect(commentBox(page).text).toHaveValue('لهذا المقال وحده');
});

test('a draft survives navigation within the blog', async ({ page }) => {
  await visit(page, basic.path);
  await commentBox(page).text.fill('سأعود');
  await page.locator('.td-site-header a').click();
  await expect(page.locator('.td-teaser').first()).toBeVisible();
  await page.goBack();
  await expect(commentBox(page).text).toHaveValue('سأعود');
});

test('the button that discards a restored draft disappears when the reader writes on', async ({ page }) => {
  await visit(page, basic.path);
  await commentBox(page).text.fill('قديم');
  await page.reload();
  const box = commentBox(page);
  await expect(box.restored).toBeVisible();
  await box.text.press('End');
  await box.text.pressSequentially(' وجديد');
  await expect(box.restored).toHaveCount(0);
  await expect(box.text).toHaveValue('قديم وجديد');
});

test('emptying the box in one tab does not change the draft of another tab', async ({ page, context }) => {
  await visit(page, basic.path);
  await commentBox(page).text.fill('الأوّل');
  const second = await context.newPage();
  await visit(second, basic.path);
  await expect(commentBox(second).text).toHaveValue('الأوّل');
  await commentBox(second).text.fill('الثاني');
  await commentBox(page).text.fill('');
  await second.reload();
  await expect(commentBox(second).text).toHaveValue('الثاني');
  // Emptying the second box removes its own draft.
  await commentBox(second).text.fill('');
  await second.reload();
  await discussed(second);
  await expect(commentBox(second).text).toHaveValue('');
});

test('posting in one tab does not change the draft of another tab', async ({ page, context }) => {
  await visit(page, basic.path);
  const text = unique('يُرسل');
  await commentBox(page).fill(text);
  const second = await context.newPage();
  await visit(second, basic.path);
  await commentBox(second).text.fill('لم يُرسل بعد');
  await commentBox(page).send.click();
  await expect(page.locator('.td-comment__body', { hasText: text })).toBeVisible();
  await second.reload();
  await expect(commentBox(second).text).toHaveValue('لم يُرسل بعد');
});

test('the box keeps half a surrogate pair until the keyboard sends the rest', async ({ page }) => {
  await visit(page, basic.path);
  const { text } = commentBox(page);
  const type = (value) =>
    text.evaluate((field, typed) => {
      field.value = typed;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      // The value after the application has drawn it.
      return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(field.value))));
    }, value);
  expect(await type('خبز \ud83c')).toBe('خبز \ud83c');
  expect(await type('خبز \ud83c\udf5e')).toBe('خبز 🍞');
  await expect(commentBox(page).count).toHaveText(left(995));
});

test('a first visit shows no restored draft', async ({ page }) => {
  await visit(page, basic.path);
  await expect(commentBox(page).text).toHaveValue('');
  await expect(commentBox(page).restored).toHaveCount(0);
});

test('drafts in the format of an older release do no harm', async ({ page }) => {
  await page.addInitScript(() => {
    for (const kind of ['draft', 'held']) {
      for (const api of ['/wp-json/', `${location.origin}/wp-json/`]) {
        localStorage.setItem(`tadwina:${kind}:${api}:201:0`, '{"old":[}');
        localStorage.setItem(`tadwina:${kind}:${api}:201`, '[{"body":1}]');
      }
    }
  });
  await visit(page, basic.path);
  await expect(commentBox(page).text).toHaveValue('');
});

for (const [what, script] of [
  [
    'is forbidden',
    () =>
      Object.defineProperty(globalThis, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      }),
  ],
  [
    'is full',
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    },
  ],
  ['is missing', () => Object.defineProperty(globalThis, 'localStorage', { value: null })],
]) {
  test(`when storage ${what}, a reader can comment, and a hint says that drafts are not kept`, async ({ page }) => {
    await page.addInitScript(script);
    await visit(page, basic.path);
    const box = commentBox(page);
    const text = unique('بلا مسودّة');
    await box.fill(text);
    await expect(box.form.locator('> .td-field__hint')).toBeVisible();
    // The draft stays as long as the document does.
    await page.locator('.td-site-header a').click();
    await expect(page.locator('.td-teaser').first()).toBeVisible();
    await page.goBack();
    await expect(box.text).toHaveValue(text);
    await box.send.click();
    await expect(page.locator('.td-comment__body', { hasText: text })).toBeVisible();
  });
}
