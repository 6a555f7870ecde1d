// The share button: the share sheet of the platform, or a menu.

import { article } from './support/content.mjs';
import { visit } from './support/page.mjs';
import { expect, test } from './support/test.mjs';

const basic = article('basic');

const button = (page) => page.getByRole('button', { name: 'مشاركة' });
const menu = (page) => page.locator('.td-share__menu');
const status = (page) => page.locator('.td-share__status');

test.describe('with a share sheet', () => {
  /** Gives the page a share sheet, which ends with `outcome`, and presses the share button. */
  async function withSheet(page, outcome) {
    await page.addInitScript((end) => {
      globalThis.shared = [];
      Object.assign(Navigator.prototype, {
        canShare: (data) => typeof data.url === 'string',
        share: async (data) => {
          globalThis.shared.push(data);
          if (end !== 'shared') throw new DOMException('no', end);
        },
      });
    }, outcome);
    await visit(page, basic.path);
    await button(page).click();
    await expect.poll(() => page.evaluate(() => globalThis.shared)).toHaveLength(1);
  }

  test('the sheet opens with title and encoded address, and the menu does not', async ({ page, blog }) => {
    await withSheet(page, 'shared');
    const [data] = await page.evaluate(() => globalThis.shared);
    expect(data).toEqual({ title: basic.title, url: `${blog.url}${basic.path}` });
    await expect(menu(page)).toBeHidden();
  });

  test('cancelling the sheet shows no error', async ({ page }) => {
    await withSheet(page, 'AbortError');
    await expect(button(page)).toBeEnabled();
    await expect(menu(page)).toBeHidden();
    await expect(status(page)).toBeEmpty();
  });

  test('when the sheet refuses, the menu opens', async ({ page }) => {
    await withSheet(page, 'NotAllowedError');
    await expect(menu(page)).toBeVisible();
  });
});

test.describe('without a share sheet', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      delete Navigator.prototype.share;
      delete Navigator.prototype.canShare;
    });
    await visit(page, basic.path);
  });

  test('the menu has a copy button and links to five networks with title and address', async ({ page, blog }) => {
    await expect(button(page)).toHaveAttribute('aria-expanded', 'false');
    await expect(menu(page)).toBeHidden();
    await button(page).click();
    await expect(button(page)).toHaveAttribute('aria-expanded', 'true');
    await expect(menu(page).getByRole('button', { name: 'نسخ الرابط' })).toBeVisible();

    const links = await menu(page)
      .getByRole('link')
      .evaluateAll((all) => all.map((link) => link.href));
    expect(links.map((link) => new URL(link).host || new URL(link).protocol)).toEqual([
      'wa.me',
      'www.facebook.com',
      'x.com',
      't.me',
      'mailto:',
    ]);
    const address = `${blog.url}${basic.path}`;
    for (const link of links) {
      const shared = [...new URL(link).searchParams.values()].join(' ');
      expect(shared, link).toContain(address);
      if (!link.includes('facebook')) expect(shared, link).toContain(basic.title);
    }
    for (const link of await menu(page).getByRole('link').all()) {
      await expect(link).toHaveAttribute('rel', /noopener/);
    }
  });

  test('the menu shows the decoded address', async ({ page, blog }) => {
    await button(page).click();
    const shown = await page.locator('.td-share__address').innerText();
    expect(shown).toBe(`${new URL(blog.url).host}${decodeURI(basic.path)}`);
  });

  test('the keyboard opens the menu, moves through it and closes it', async ({ page }) => {
    await button(page).focus();
    await page.keyboard.press('Enter');
    await expect(menu(page)).toBeVisible();
    const items = menu(page).locator('button, a');
    await expect(items).toHaveCount(6);
    for (const item of await items.all()) {
      await page.keyboard.press('Tab');
      await expect(item).toBeFocused();
    }
    await page.keyboard.press('Escape');
    await expect(menu(page)).toBeHidden();
    await expect(button(page)).toBeFocused();
    await page.keyboard.press('Space');
    await expect(menu(page)).toBeVisible();
    await page.keyboard.press('Space');
    await expect(menu(page)).toBeHidden();
  });

  test('a press outside closes the menu', async ({ page }) => {
    await button(page).click();
    await expect(menu(page)).toBeVisible();
    await page.locator('.td-site-header').click({ position: { x: 5, y: 5 } });
    await expect(menu(page)).toBeHidden();
    await expect(button(page)).toHaveAttribute('aria-expanded', 'false');
  });

  test('leaving the menu with Tab closes it', async ({ page }) => {
    await button(page).click();
    await menu(page).getByRole('link').last().focus();
    await page.keyboard.press('Tab');
    await expect(menu(page)).toBeHidden();
  });

  test('the copy button copies the encoded address and shows a status', async ({ page, blog, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await button(page).click();
    await menu(page).getByRole('button', { name: 'نسخ الرابط' }).click();
    await expect(status(page)).toHaveText(/نُسخ|نسخ/);
    await expect(status(page)).toHaveRole('status');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${blog.url}${basic.path}`);
  });

  for (const [how, script] of [
    [
      'refuses',
      () => {
        navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
      },
    ],
    ['is missing', () => Object.defineProperty(navigator, 'clipboard', { value: undefined })],
  ]) {
    test(`when the clipboard ${how}, the address appears selected in a field`, async ({ page, blog }) => {
      await page.evaluate(script);
      await button(page).click();
      await menu(page).getByRole('button', { name: 'نسخ الرابط' }).click();
      const field = page.locator('.td-share__field');
      await expect(field).toBeFocused();
      await expect(field).toHaveValue(`${blog.url}${basic.path}`);
      const selected = await field.evaluate((it) => it.value.slice(it.selectionStart, it.selectionEnd));
      expect(selected).toBe(`${blog.url}${basic.path}`);
      await expect(status(page)).not.toBeEmpty();
    });
  }
});
