// A comment that is sent while the device is offline waits in the browser. Its author sees it, and sends it by one press;
// it is never sent without one.

import { article } from './support/content.mjs';
import { collect, commentBox, discussed, unique, visit } from './support/page.mjs';
import { basic, comment, filledBox, POSTING } from './support/posting.mjs';
import { expect, test } from './support/test.mjs';

const CALLIGRAPHY = article('calligraphy');

const waiting = (page) => commentBox(page).form.locator('[data-waiting]');
const outbox = (page) => page.locator('.td-outbox');
const sendNow = (page) => outbox(page).getByRole('button', { name: 'إرسال الآن' });

/** Presses the button of a filled box on a device without a network. */
async function sentOffline(page, text, path) {
  const box = await filledBox(page, text, path);
  await page.context().setOffline(true);
  await box.send.click();
  await expect(waiting(page)).toContainText('لا يوجد اتصال');
  return box;
}

test('it waits, says so, and is sent by one press when the network is back', async ({ page }) => {
  const text = unique('من الطريق');
  const box = await sentOffline(page, text);
  await expect(box.text).toHaveValue(text);
  await expect(page.locator('#td-box-notice')).toBeFocused();
  const sent = collect(page, POSTING, 'POST');
  await page.context().setOffline(false);
  await expect(waiting(page)).toContainText('عاد الاتصال');
  expect(sent).toHaveLength(0);
  await box.send.click();
  await expect(comment(page, text)).toBeVisible();
  expect(sent).toHaveLength(1);
  await expect(box.text).toHaveValue('');
});

test('it waits through a reload, and is not sent by it', async ({ page }) => {
  const text = unique('إلى الغد');
  const box = await sentOffline(page, text);
  await page.context().setOffline(false);
  const sent = collect(page, POSTING, 'POST');
  await page.reload();
  await discussed(page);
  await expect(waiting(page)).toBeVisible();
  await expect(box.text).toHaveValue(text);
  expect(sent).toHaveLength(0);
  await box.send.click();
  await expect(comment(page, text)).toBeVisible();
  await page.reload();
  await discussed(page);
  await expect(waiting(page)).toHaveCount(0);
});

test('a reply waits too while another comment is written, and goes below its comment', async ({ page }) => {
  await visit(page, CALLIGRAPHY.path);
  await discussed(page);
  const parent = page.locator('.td-comment-list__item').first();
  await parent.getByRole('button', { name: /^الرد على/ }).click();
  const box = commentBox(page);
  const text = unique('رد ينتظر');
  await box.fill(text);
  await page.context().setOffline(true);
  await box.send.click();
  await expect(waiting(page)).toBeVisible();
  await box.form.getByRole('button', { name: 'إلغاء الرد' }).click();
  await expect(outbox(page)).toContainText(text);
  // It is offered once, not as a draft as well.
  await expect(box.other).toHaveCount(0);
  const another = unique('شيء آخر');
  await box.text.fill(another);
  await page.context().setOffline(false);
  await sendNow(page).click();
  const reply = page.locator('.td-comment-list__item', { hasText: text });
  await expect(reply).not.toHaveAttribute('data-depth', '0');
  await expect(outbox(page)).toHaveCount(0);
  // The other one is still there.
  await expect(box.text).toHaveValue(another);
});

test('what another tab left waiting is sent by one press, and the text in the box stays', async ({ page, context }) => {
  const text = unique('من علامة تبويب أخرى');
  await sentOffline(page, text);
  await page.close();
  await context.setOffline(false);
  const next = await context.newPage();
  await visit(next, basic.path);
  await discussed(next);
  const box = commentBox(next);
  const own = unique('نص هذه العلامة');
  await box.text.fill(own);
  await expect(outbox(next)).toContainText(text);
  await sendNow(next).click();
  await expect(comment(next, text)).toBeVisible();
  await expect(outbox(next)).toHaveCount(0);
  await box.other.getByRole('button', { name: 'متابعة كتابته' }).click();
  await expect(box.text).toHaveValue(own);
});

test('what waits below another article is shown with a link to it, and can be discarded', async ({ page, context }) => {
  const text = unique('تحت مقال آخر');
  await sentOffline(page, text, CALLIGRAPHY.path);
  await context.setOffline(false);
  await visit(page, basic.path);
  await expect(outbox(page)).toContainText(text);
  await outbox(page).getByRole('link', { name: 'فتح مقاله' }).click();
  await discussed(page);
  await expect(waiting(page)).toBeVisible();
  await expect(commentBox(page).text).toHaveValue(text);

  await visit(page, basic.path);
  await outbox(page).getByRole('button', { name: 'حذف المسودة' }).click();
  await expect(outbox(page)).toHaveCount(0);
  await page.reload();
  await discussed(page);
  await expect(outbox(page)).toHaveCount(0);
});
