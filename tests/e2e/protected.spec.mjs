// Articles that a password protects.

import { article } from './support/content.mjs';
import {
  collect,
  collectErrors,
  commentBox,
  discussed,
  fault,
  REQUESTS,
  unique,
  urls,
  visit,
} from './support/page.mjs';
import { comment } from './support/posting.mjs';
import { expect, test } from './support/test.mjs';

const locked = article('protected');

const field = (page) => page.getByLabel('كلمة المرور');
const button = (page) => page.getByRole('button', { name: 'فتح المقال' });
const text = (page) => page.locator('.td-article > .td-prose');

test('a protected article asks for its password, and until then for no comments', async ({ page }) => {
  const [requests, errors] = [collect(page, REQUESTS.comments), collectErrors(page)];
  await visit(page, locked.path);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(locked.title);
  await expect(page.locator('.td-notice[data-kind="locked"]')).toBeVisible();
  await expect(field(page)).toBeVisible();
  await expect(text(page)).toHaveCount(0);
  await expect(page.locator('.td-discussion')).toHaveCount(0);
  expect(urls(requests)).toEqual([]);
  expect(errors).toEqual([]);
});

test('a wrong password is told at the field, which keeps the focus', async ({ page }) => {
  await visit(page, locked.path);
  await field(page).fill('x');
  await button(page).click();
  await expect(page.getByText('كلمة المرور غير صحيحة.')).toBeVisible();
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveAttribute('aria-invalid', 'true');
  await expect(text(page)).toHaveCount(0);
  await field(page).press('y');
  await expect(page.getByText('كلمة المرور غير صحيحة.')).toHaveCount(0);
});

test('a site that cannot be reached is told at the field, and the password can be sent again', async ({ page }) => {
  await visit(page, locked.path);
  await field(page).fill(locked.password);
  await fault(page, REQUESTS.posts, 'status=503', { times: 1 });
  await button(page).click();
  await expect(page.locator('.td-field__error')).toBeVisible();
  await button(page).click();
  await expect(text(page)).toBeVisible();
});

test('the right password shows the article with its comments, and is not kept', async ({ page }) => {
  await visit(page, locked.path);
  await field(page).fill(locked.password);
  await field(page).press('Enter');
  await expect(text(page)).toBeVisible();
  await discussed(page);
  await expect(page.locator('.td-comment')).toHaveCount(locked.comments.length);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie);
  expect(kept + page.url()).not.toContain(locked.password);

  await page.reload();
  await expect(field(page)).toHaveValue('');
  await expect(text(page)).toHaveCount(0);
});

test('an opened article takes comments', async ({ page }) => {
  await visit(page, locked.path);
  await field(page).fill(locked.password);
  await button(page).click();
  await discussed(page);
  const words = unique('تعليق على مقال محمي');
  const box = commentBox(page);
  await box.fill(words);
  await box.send.click();
  await expect(comment(page, words)).toBeVisible();
  await expect(box.notice).toHaveAttribute('data-kind', 'success');
});

test.describe('where the site takes comments by its form only', () => {
  test.use({ sandbox: ['--no-anonymous-rest'] });

  test('an opened article leads to its page at the site for commenting', async ({ page }) => {
    await visit(page, locked.path);
    await field(page).fill(locked.password);
    await button(page).click();
    await discussed(page);
    await expect(page.locator('.td-notice[data-kind="closed"] a')).toHaveAttribute('href', locked.path);
    await expect(commentBox(page).form).toHaveCount(0);
  });
});
