// Drafts in several tabs: each comment box has its own, and what another left is offered.

import { article } from './support/content.mjs';
import { commentBox, discussed, unique, visit } from './support/page.mjs';
import { comment } from './support/posting.mjs';
import { expect, test } from './support/test.mjs';

const basic = article('basic');

test.describe('in two tabs', () => {
  /** Another tab on the same article, each with a text of its own. */
  const twoTabs = async (page, context) => {
    await visit(page, basic.path);
    await commentBox(page).fill('في الأولى', { name: 'سلمى' });
    const other = await context.newPage();
    await visit(other, basic.path);
    await commentBox(other).fill('في الثانية', { name: 'ليلى' });
    return other;
  };

  test('each keeps its own draft', async ({ page, context }) => {
    const other = await twoTabs(page, context);
    for (const tab of [page, other]) await tab.reload();
    await expect(commentBox(page).text).toHaveValue('في الأولى');
    await expect(commentBox(page).name).toHaveValue('سلمى');
    await expect(commentBox(other).text).toHaveValue('في الثانية');
    await expect(commentBox(other).name).toHaveValue('ليلى');
  });

  test('posting in one does not change the draft of the other', async ({ page, context }) => {
    const other = await twoTabs(page, context);
    const text = unique('يُرسل');
    await commentBox(other).text.fill(text);
    await commentBox(other).send.click();
    await expect(comment(other, text)).toBeVisible();
    await page.reload();
    await expect(commentBox(page).text).toHaveValue('في الأولى');
    await other.reload();
    await discussed(other);
    await expect(commentBox(other).text).toHaveValue('');
  });

  test('emptying one does not change the draft of the other', async ({ page, context }) => {
    const other = await twoTabs(page, context);
    await commentBox(other).text.fill('');
    for (const tab of [page, other]) await tab.reload();
    await expect(commentBox(page).text).toHaveValue('في الأولى');
    await discussed(other);
    await expect(commentBox(other).text).toHaveValue('');
  });

  test('a duplicated tab, which has the same session, gets a draft of its own', async ({ page, context }) => {
    await visit(page, basic.path);
    await commentBox(page).text.fill('الأصل');
    const session = await page.evaluate(() => ({ ...sessionStorage }));
    const copy = await context.newPage();
    await copy.addInitScript((items) => {
      if (!sessionStorage.length) Object.assign(sessionStorage, items);
    }, session);
    await visit(copy, basic.path);
    await expect(commentBox(copy).text).toHaveValue('الأصل');
    await commentBox(copy).text.fill('النسخة');
    await commentBox(page).text.fill('الأصل وزيادة');
    for (const tab of [page, copy]) await tab.reload();
    const drafts = await Promise.all([page, copy].map((tab) => commentBox(tab).text.inputValue()));
    expect(drafts).toEqual(['الأصل وزيادة', 'النسخة']);
  });

  test('a draft of another tab is offered, and taken over when its author asks for it', async ({ page, context }) => {
    await visit(page, basic.path);
    await commentBox(page).fill('بدأته هناك', { name: 'سلمى' });
    await page.close();
    const next = await context.newPage();
    await visit(next, basic.path);
    const box = commentBox(next);
    await expect(box.other).toContainText('بدأته هناك');
    await expect(box.other).toHaveRole('status');
    await expect(box.text).toHaveValue('');
    await box.other.getByRole('button', { name: 'متابعة كتابته' }).click();
    await expect(box.text).toHaveValue('بدأته هناك');
    await expect(box.name).toHaveValue('سلمى');
    await expect(box.text).toBeFocused();
    await expect(box.other).toHaveCount(0);
    await next.reload();
    await expect(box.text).toHaveValue('بدأته هناك');
    const third = await context.newPage();
    await visit(third, basic.path);
    await discussed(third);
    await expect(commentBox(third).other).toContainText('بدأته هناك');
  });

  test('a draft that is offered goes away while the reader writes, and for good when it is deleted', async ({
    page,
    context,
  }) => {
    await visit(page, basic.path);
    await commentBox(page).text.fill('لا أريده');
    await page.close();
    const next = await context.newPage();
    await visit(next, basic.path);
    const box = commentBox(next);
    await box.text.fill('شيء آخر');
    await expect(box.other).toHaveCount(0);
    await box.text.fill('');
    await box.other.getByRole('button', { name: 'حذف المسودة' }).click();
    await expect(box.other).toHaveCount(0);
    await next.reload();
    await discussed(next);
    await expect(box.other).toHaveCount(0);
  });

  test('a draft that is taken over and sent at once leaves the box and does not come back', async ({
    page,
    context,
  }) => {
    const text = unique('أُرسل فورًا');
    await visit(page, basic.path);
    await commentBox(page).fill(text);
    await page.close();
    const next = await context.newPage();
    // Fields are looked at in intervals too: here not before the comment is sent.
    await next.clock.install();
    await visit(next, basic.path);
    await discussed(next);
    const box = commentBox(next);
    await box.other.getByRole('button', { name: 'متابعة كتابته' }).click();
    await box.send.evaluate((button) => button.click());
    await expect(comment(next, text)).toBeVisible();
    await expect(box.text).toHaveValue('');
    await next.reload();
    await discussed(next);
    await expect(box.text).toHaveValue('');
  });
});
