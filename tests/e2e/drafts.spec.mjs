// Drafts: the comment box keeps what a reader typed.

import { article } from './support/content.mjs';
import { commentBox, discussed, left, unique, visit } from './support/page.mjs';
import { comment, filledBox } from './support/posting.mjs';
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

test('a draft of the release before is offered', async ({ page }) => {
  await page.addInitScript((id) => {
    for (const api of ['/wp-json/', `${location.origin}/wp-json/`]) {
      const draft = JSON.stringify(['سلمى', 'salma@example.org', 'من الإصدار السابق', '']);
      localStorage.setItem(`tadwina:draft:${api}:${id}:0`, draft);
    }
  }, basic.id);
  await visit(page, basic.path);
  await expect(commentBox(page).other).toContainText('من الإصدار السابق');
});

test('a draft that nobody has touched for a month is gone', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-01-01') });
  await visit(page, basic.path);
  await commentBox(page).text.fill('قديم جدًا');
  await page.evaluate(() => sessionStorage.clear());
  await page.clock.setSystemTime(new Date('2026-02-15'));
  await page.reload();
  await discussed(page);
  await expect(commentBox(page).other).toHaveCount(0);
});

/** Puts `value` into a field, and says so by an event only if there is one. */
const put = (field, value, event) =>
  field.evaluate(
    (element, [typed, type]) => {
      element.value = typed;
      if (type) element.dispatchEvent(new Event(type, { bubbles: true }));
      // The value after the application has drawn it.
      return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(element.value))));
    },
    [value, event],
  );

test('the box keeps half a surrogate pair until the keyboard sends the rest', async ({ page }) => {
  await visit(page, basic.path);
  const { text, count } = commentBox(page);
  expect(await put(text, 'خبز \ud83c', 'input')).toBe('خبز \ud83c');
  expect(await put(text, 'خبز \ud83c\udf5e', 'input')).toBe('خبز 🍞');
  await expect(count).toHaveText(left(995));
});

test('half a surrogate pair that stays alone is dropped, and what is typed after it counts', async ({ page }) => {
  const box = await filledBox(page, unique('مقال جميل'));
  const before = await box.text.inputValue();
  await put(box.text, `${before} \ud83d`, 'input');
  await put(box.text, `${before} \ud83dو`, 'input');
  await expect(box.text).toHaveValue(`${before} و`);
  await expect(box.count).toHaveText(left(1000 - before.length - 2));
  // The half is the last that came before the comment is sent.
  await put(box.text, `${before} وبعد\udc00`, 'input');
  await box.text.press('Control+Enter');
  await expect(comment(page, `${before} وبعد`)).toBeVisible();
});

for (const event of ['change', 'blur', '']) {
  test(`every field that is filled in counts, announced by ${event || 'no event'}`, async ({ page }) => {
    const box = await filledBox(page, unique('حرف'));
    const text = unique('نصّ كامل');
    await box.name.fill('q');
    await put(box.text, text, event);
    await put(box.name, 'سلمى الكاملة', event);
    await put(box.email, 'whole@example.org', event);
    const sent = page.waitForRequest((request) => request.method() === 'POST');
    await box.send.evaluate((button) => button.click());
    const form = new URLSearchParams((await sent).postData());
    expect(form.get('author_name') ?? form.get('author')).toBe('سلمى الكاملة');
    expect(form.get('author_email') ?? form.get('email')).toBe('whole@example.org');
    await expect(comment(page, text)).toBeVisible();
  });
}

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
  [
    'throws on reading',
    () => {
      Storage.prototype.getItem = () => {
        throw new DOMException('broken', 'UnknownError');
      };
    },
  ],
  [
    'returns something else',
    () => {
      Storage.prototype.getItem = () => '{"old":[}';
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
