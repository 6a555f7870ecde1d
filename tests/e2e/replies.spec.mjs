// Replying to a comment.

import { article } from './support/content.mjs';
import { discussed, hold, REQUESTS, visit } from './support/page.mjs';
import { expect, test } from './support/test.mjs';

/** Only tests that add to it read this discussion. */
const letters = article('calligraphy');
const [first, second] = letters.comments;

const replyButton = (page, { author_name }) => page.getByRole('button', { name: `الرد على ${author_name}` }).first();
const text = (page) => page.locator('#td-body');
const item = (page, { id }) => page.locator('.td-comment-list__item').filter({ has: page.locator(`#comment-${id}`) });

async function open(page, path = letters.path) {
  await visit(page, path);
  await discussed(page);
}

async function fill(page, body) {
  await text(page).fill(body);
  await page.locator('#td-name').fill('سلمى');
  await page.locator('#td-email').fill('salma@example.org');
}

test('the form opens below the comment with the focus in it, and cancelling leads back', async ({ page }) => {
  await open(page);
  await replyButton(page, first).focus();
  await page.keyboard.press('Enter');
  await expect(text(page)).toBeFocused();
  await expect(item(page, first).locator('form')).toBeVisible();
  await expect(page.locator('form.td-comment-box')).toHaveCount(1);
  await expect(page.getByRole('form', { name: `الرد على ${first.author_name}` })).toBeVisible();
  await page.getByRole('button', { name: 'إلغاء الرد' }).click();
  await expect(replyButton(page, first)).toBeFocused();
  await expect(page.locator('.td-discussion__box form')).toBeVisible();
  await expect(page.locator('form.td-comment-box')).toHaveCount(1);
});

test('a reply is published below its comment, with the focus on it', async ({ page }) => {
  await open(page);
  await replyButton(page, first).click();
  const words = `رد ${Date.now()}`;
  await fill(page, words);
  await page.locator('form.td-comment-box [type="submit"]').click();
  const reply = page.locator('.td-comment').filter({ hasText: words });
  await expect(reply).toBeFocused();
  const depth = (locator) => locator.evaluate((comment) => Number(comment.closest('li').dataset.depth));
  expect(await depth(reply)).toBe((await depth(page.locator(`#comment-${first.id}`))) + 1);
  await expect(page.locator('.td-discussion__box form')).toBeVisible();
  await page.reload();
  await discussed(page);
  expect(await depth(reply)).toBe((await depth(page.locator(`#comment-${first.id}`))) + 1);
});

test('each reply and the new comment are drafts of their own', async ({ page }) => {
  await open(page);
  await fill(page, 'تعليق جديد');
  await replyButton(page, first).click();
  await expect(text(page)).toHaveValue('');
  await text(page).fill('رد على الأول');
  await replyButton(page, second).click();
  await expect(text(page)).toHaveValue('');
  await text(page).fill('رد على الثاني');
  await replyButton(page, first).click();
  await expect(text(page)).toHaveValue('رد على الأول');
  await page.getByRole('button', { name: 'إلغاء الرد' }).click();
  await expect(text(page)).toHaveValue('تعليق جديد');
  await replyButton(page, second).click();
  await expect(text(page)).toHaveValue('رد على الثاني');
});

test('a form that is gone at once leaves its text to itself', async ({ page }) => {
  await open(page);
  await replyButton(page, first).click();
  await fill(page, 'رد أول');
  await page.getByRole('button', { name: 'إلغاء الرد' }).click();
  await fill(page, 'تعليق جديد');
  // Within the half second after which the fields are looked at.
  await page.evaluate(
    async ([open, cancel]) => {
      const button = (name) =>
        [...document.querySelectorAll('button')].find((it) => [it.ariaLabel, it.textContent].includes(name));
      const frame = () => new Promise(requestAnimationFrame);
      button(open).click();
      while (!button(cancel)) await frame();
      await frame();
      button(cancel).click();
    },
    [`الرد على ${first.author_name}`, 'إلغاء الرد'],
  );
  await expect(page.locator('.td-discussion__box form')).toBeVisible();
  await expect(replyButton(page, first)).toBeFocused();
  await expect(text(page)).toHaveValue('تعليق جديد');
});

test('a reply that was not sent is offered after a reload, and leads to its comment', async ({ page }) => {
  await open(page);
  await replyButton(page, second).click();
  await fill(page, 'رد لم يُرسل');
  await page.reload();
  await discussed(page);
  await page.getByRole('button', { name: 'متابعة كتابته' }).click();
  await expect(item(page, second).locator('form')).toBeVisible();
  await expect(text(page)).toHaveValue('رد لم يُرسل');
  await expect(text(page)).toBeFocused();
});

test('a reply that arrived before its page was closed leaves the box empty when it is taken up and found', async ({
  page,
  context,
}) => {
  await open(page);
  await replyButton(page, first).click();
  const words = `رد وصل ${Date.now()}`;
  await fill(page, words);
  let isArrived = false;
  await page.route(REQUESTS.comments, async (route, request) => {
    if (request.method() !== 'POST') {
      await route.fallback();
      return;
    }
    await route.fetch();
    isArrived = true;
  });
  await page.locator('form.td-comment-box [type="submit"]').click();
  await expect.poll(() => isArrived).toBe(true);
  await page.close();
  const next = await context.newPage();
  await open(next);
  await next.getByRole('button', { name: 'متابعة كتابته' }).click();
  await expect(next.locator('.td-comment').filter({ hasText: words })).toBeFocused();
  await expect(next.locator('.td-discussion__box form')).toBeVisible();
  await expect(text(next)).toHaveValue('');
});

test('while a comment is sent the form stays where it is', async ({ page }) => {
  await open(page);
  const { release } = await hold(page, REQUESTS.comments);
  await fill(page, `تعليق ${Date.now()}`);
  await page.locator('form.td-comment-box [type="submit"]').click();
  await replyButton(page, first).click();
  await expect(item(page, first).locator('form')).toHaveCount(0);
  release();
  await expect(page.locator('[data-kind="success"]')).toBeVisible();
});

test('the address of WordPress to reply to a comment opens the form there', async ({ page }) => {
  await open(page, `${letters.path}?replytocom=${second.id}#respond`);
  await expect(item(page, second).locator('form')).toBeVisible();
  await expect(text(page)).toBeFocused();
});

test('so it does below a comment that is far down', async ({ page }) => {
  const long = article('long-thread');
  // Rendered long after the first ones.
  const { id } = long.comments.filter(({ parent }) => parent === 0)[60];
  await open(page, `${long.path}?replytocom=${id}#respond`);
  await expect(item(page, { id }).locator('form')).toBeVisible();
  await expect(text(page)).toBeFocused();
});

test('a closed article offers no replies', async ({ page }) => {
  await open(page, article('closed').path);
  await expect(page.locator('[data-kind="closed"]')).toBeVisible();
  await expect(page.locator('.td-comment-list__reply')).toHaveCount(0);
});
