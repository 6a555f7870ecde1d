// The character count of the comment box: how many graphemes remain.

import { article } from './support/content.mjs';
import { collect, commentBox, discussed, left, plain, REQUESTS, visit } from './support/page.mjs';
import { expect, test } from './support/test.mjs';

const basic = article('basic');

/** Opens an article. Its form is in sight when the comments are. */
async function open(page) {
  await visit(page, basic.path);
  await discussed(page);
}

test('the count is a sentence that starts at the limit', async ({ page }) => {
  await open(page);
  const box = commentBox(page);
  await expect(box.count).toHaveText(left(1000));
  await expect(box.count).toHaveAttribute('aria-hidden', 'true');
});

test('typing and deleting change the count', async ({ page }) => {
  await open(page);
  const box = commentBox(page);
  await box.text.pressSequentially('سلام');
  await expect(box.count).toHaveText(left(996));
  await page.keyboard.press('Backspace');
  await expect(box.count).toHaveText(left(997));
});

test('pasting changes the count', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  const box = commentBox(page);
  await page.evaluate(() => navigator.clipboard.writeText('ب'.repeat(250)));
  await box.text.focus();
  await page.keyboard.press('Control+V');
  await expect(box.count).toHaveText(left(750));
});

test('text of an input method or dictation changes the count', async ({ page }) => {
  await open(page);
  const box = commentBox(page);
  await box.text.focus();
  await page.keyboard.insertText('كلام أُملي');
  await expect(box.count).toHaveText(left(991));
});

test('a value that a script sets without an event changes the count', async ({ page }) => {
  await open(page);
  const box = commentBox(page);
  await box.text.evaluate((field) => {
    field.value = 'خمسة';
  });
  await expect(box.count).toHaveText(left(996));
});

test('the count is right on a page that the browser restores', async ({ page }) => {
  await open(page);
  const box = commentBox(page);
  await box.text.fill('قبل أن أذهب');
  await expect(box.count).toHaveText(left(989));
  await page.goto('about:blank');
  await page.goBack();
  await expect(box.text).toHaveValue('قبل أن أذهب');
  await expect(box.count).toHaveText(left(989));
});

for (const [what, text, graphemes] of [
  ['a vocalised word', 'مُحَمَّدٌ', 4],
  ['a family emoji', '👨‍👩‍👧‍👦', 1],
  ['a flag', '🇲🇦', 1],
  ['a thumb with a skin tone', '👍🏽', 1],
  ['a letter with a combining accent', 'e\u0301', 1],
  ['a line end of two characters', 'أ\r\nب', 3],
  ['tatweel', 'سـلام', 5],
]) {
  test(`${what} counts as ${graphemes}`, async ({ page }) => {
    await open(page);
    const box = commentBox(page);
    await box.text.fill(text);
    await expect(box.count).toHaveText(left(1000 - graphemes));
  });
}

test('a comment over the limit keeps its text, shows its excess and is not sent', async ({ page }) => {
  await open(page);
  const box = commentBox(page);
  const text = 'ب'.repeat(1003);
  await box.fill(text);
  await expect(box.text).toHaveValue(text);
  await expect(box.text).not.toHaveAttribute('maxlength');
  await expect(box.count).toHaveAttribute('data-state', 'over');
  expect(plain(await box.count.innerText())).toBe('3 أحرف زائدة');
  await expect(box.send).toHaveAttribute('aria-disabled', 'true');

  const sent = collect(page, /wp\/v2\/comments|wp-comments-post/, 'POST');
  await box.send.click({ force: true });
  await expect(box.error('body')).toBeVisible();
  await expect(box.text).toBeFocused();
  await expect(box.text).toHaveValue(text);
  expect(sent).toHaveLength(0);
});

test('a comment at the limit can be sent', async ({ page }) => {
  await open(page);
  const box = commentBox(page);
  await box.text.fill('ب'.repeat(1000));
  await expect(box.count).toHaveText(left(0));
  await expect(box.send).not.toHaveAttribute('aria-disabled', 'true');
});

test('a button selects exactly the graphemes over the limit', async ({ page }) => {
  await open(page);
  const box = commentBox(page);
  await box.text.fill(`${'👨‍👩‍👧'.repeat(1000)}زائد`);
  await box.form.locator('.td-field .td-link-button').click();
  const selected = await box.text.evaluate((it) => it.value.slice(it.selectionStart, it.selectionEnd));
  expect(selected).toBe('زائد');
  await page.keyboard.press('Delete');
  await expect(box.count).toHaveText(left(0));
});

test('the layout does not shift when the text passes the limit', async ({ page }) => {
  await open(page);
  const box = commentBox(page);
  const excess = box.form.locator('.td-comment-box__excess');
  const below = () => box.name.evaluate((it) => it.getBoundingClientRect().y + scrollY);
  await box.text.fill('ب'.repeat(1000));
  await expect(excess).toBeHidden();
  const before = await below();
  await box.text.press('End');
  await box.text.pressSequentially('ب');
  await expect(excess).toBeVisible();
  expect(await below()).toBe(before);
});

test('screen readers hear the count after a pause, and only near and over the limit', async ({ page }) => {
  await open(page);
  const box = commentBox(page);
  await box.spoken.evaluate((region) => {
    globalThis.announcements = [];
    let typed = 0;
    addEventListener('input', () => {
      typed = performance.now();
    });
    new MutationObserver(() => {
      globalThis.announcements.push({ text: region.textContent, pause: performance.now() - typed });
    }).observe(region, { childList: true, characterData: true, subtree: true });
  });

  // From far to near the limit, character by character. The typing takes longer than the pause.
  await box.text.fill('ب'.repeat(890));
  await box.text.press('End');
  await box.text.pressSequentially('ب'.repeat(15), { delay: 120 });
  await expect(box.count).toHaveText(left(95));
  await expect(box.spoken).toHaveText(/95/);
  const announcements = await page.evaluate(() => globalThis.announcements.filter(({ text }) => text !== ''));
  expect(announcements.map(({ text }) => text)).toEqual([await box.spoken.innerText()]);
  expect(announcements[0].pause).toBeGreaterThan(900);

  await box.text.fill('ب'.repeat(1003));
  await expect(box.spoken).toHaveText(/3 أحرف/);
});

test('screen readers hear that a text is no longer too long, however much was removed', async ({ page }) => {
  await open(page);
  const box = commentBox(page);
  await box.text.fill('ب'.repeat(1003));
  await expect(box.spoken).toHaveText('3 أحرف زائدة');
  await box.text.fill('ب'.repeat(10));
  await expect(box.spoken).toHaveText(left(990));
  // From there on it is silent again.
  await box.text.press('x');
  await expect(box.spoken).toBeEmpty();
});

test('the text has its limit as its description, before anything is typed and with an error', async ({ page }) => {
  await open(page);
  const box = commentBox(page);
  await expect(box.text).toHaveAccessibleDescription('1000 حرف على الأكثر');
  await box.send.click();
  await expect(box.text).toHaveAccessibleDescription('يُرجى كتابة نص التعليق. 1000 حرف على الأكثر');
});

test.describe('with data-comment-limit', () => {
  test.use({ settings: { 'data-comment-limit': '20' } });

  test('the count uses that limit', async ({ page }) => {
    await open(page);
    const box = commentBox(page);
    await expect(box.count).toHaveText(left(20));
    await box.text.fill('ب'.repeat(21));
    await expect(box.count).toHaveAttribute('data-state', 'over');
    expect(plain(await box.count.innerText())).toBe('حرف واحد زائد');
  });
});

test.describe('with Arabic digits', () => {
  test.use({ settings: { 'data-digits': 'arab' } });

  test('the count is written in Arabic digits', async ({ page }) => {
    await open(page);
    await expect(commentBox(page).count).toHaveText(left(1000, 'arab'));
  });
});

test('typing sends no request', async ({ page }) => {
  await open(page);
  const requests = collect(page, REQUESTS.api);
  await commentBox(page).text.pressSequentially('كلمة بعد كلمة');
  await expect(commentBox(page).count).toHaveText(left(987));
  expect(requests).toHaveLength(0);
});
