// Who comments: the website, and being remembered with consent.

import { article } from './support/content.mjs';
import { collect, commentBox, discussed, unique, visit } from './support/page.mjs';
import { basic, comment, filledBox, POSTING } from './support/posting.mjs';
import { expect, test } from './support/test.mjs';

const other = article('bread');

/** What is kept of the commenter. */
const kept = (page) =>
  page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith('tadwina:identity:')));

/** The fields of the form, with those that only these tests need. */
const identityBox = (page) => {
  const box = commentBox(page);
  return { ...box, website: box.form.locator('#td-website'), remember: box.form.getByRole('checkbox') };
};

test('the website is sent, and one that is too long is not', async ({ page }) => {
  const text = unique('بموقع');
  await filledBox(page, text);
  const box = identityBox(page);
  const sent = collect(page, POSTING, 'POST');
  await box.website.fill(`https://example.org/${'x'.repeat(200)}`);
  await box.send.click();
  await expect(box.website).toBeFocused();
  await expect(box.error('website')).toBeVisible();
  expect(sent).toHaveLength(0);
  await box.website.fill('example.org');
  await expect(box.error('website')).toHaveCount(0);
  await box.send.click();
  await expect(comment(page, text)).toBeVisible();
  const form = new URLSearchParams(sent[0].postData());
  expect(form.get('author_url') ?? form.get('url')).toBe('example.org');
  expect(form.has('wp-comment-cookies-consent')).toBe(false);
});

test('without consent nobody is remembered', async ({ page }) => {
  const text = unique('بلا موافقة');
  await filledBox(page, text);
  const box = identityBox(page);
  await expect(box.remember).not.toBeChecked();
  await box.send.click();
  await expect(comment(page, text)).toBeVisible();
  expect(await kept(page)).toEqual([]);
  await visit(page, other.path);
  await expect(identityBox(page).name).toHaveValue('');
});

test('with consent the commenter is filled in after a comment, in the next article too', async ({ page }) => {
  const text = unique('بموافقة');
  await filledBox(page, text);
  const box = identityBox(page);
  await box.website.fill('https://example.org');
  await box.remember.check();
  expect(await kept(page)).toEqual([]);
  await box.send.click();
  await expect(comment(page, text)).toBeVisible();
  await visit(page, other.path);
  await discussed(page);
  await expect(box.name).toHaveValue('قارئة');
  await expect(box.email).toHaveValue('reader@example.org');
  await expect(box.website).toHaveValue('https://example.org');
  await expect(box.remember).toBeChecked();
  await expect(box.restored).toHaveCount(0);
});

test('who withdraws the consent is forgotten at once, and the fields stay', async ({ page }) => {
  const text = unique('سحب');
  await filledBox(page, text);
  const box = identityBox(page);
  await box.remember.check();
  await box.send.click();
  await expect(comment(page, text)).toBeVisible();
  expect(await kept(page)).toHaveLength(1);
  await box.remember.uncheck();
  await expect.poll(() => kept(page)).toEqual([]);
  await expect(box.name).toHaveValue('قارئة');
  await visit(page, other.path);
  await discussed(page);
  await expect(box.name).toHaveValue('');
  await expect(box.remember).not.toBeChecked();
});

test('a browser that keeps nothing says so', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  const text = unique('بلا تخزين');
  await filledBox(page, text);
  const box = identityBox(page);
  await box.remember.check();
  await box.send.click();
  await expect(comment(page, text)).toBeVisible();
  await expect(box.form.getByText('لا يتيح هذا المتصفح حفظ هذه البيانات')).toBeVisible();
});

test('the keyboard reaches the website and the consent in the order of the form', async ({ page }) => {
  await visit(page, basic.path);
  const box = identityBox(page);
  await box.email.focus();
  await page.keyboard.press('Tab');
  await expect(box.website).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(box.remember).toBeFocused();
  await page.keyboard.press('Space');
  await expect(box.remember).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(box.send).toBeFocused();
});
