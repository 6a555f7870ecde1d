// The share button: the platform's share sheet, or a menu.

import { article } from './support/content.mjs';
import { visit } from './support/page.mjs';
import { expect, test } from './support/test.mjs';

const basic = article('basic');

const button = (page) => page.getByRole('button', { name: 'مشاركة' });
const menu = (page) => page.locator('.td-share__menu');
const status = (page) => page.locator('.td-share__status');

test.describe('where there is a share sheet', () => {
  /** Gives the page a share sheet whose `share` does what `outcome` says. */
  async function withSheet(page, outcome) {
    await page.addInitScript((what) => {
      globalThis.shared = [];
      Object.assign(Navigator.prototype, {
        canShare: (data) => typeof data.url === 'string',
        share: async (data) => {
          globalThis.shared.push(data);
          if (what !== 'shared') throw new DOMException('no', what);
        },
      });
    }, outcome);
    await visit(page, basic.path);
    await button(page).click();
    await expect.poll(() => page.evaluate(() => globalThis.shared)).toHaveLength(1);
  }

  test('it opens with title and encoded address, and no menu', async ({ page, blog }) => {
    await withSheet(page, 'shared');
    const [data] = await page.evaluate(() => globalThis.shared);
    expect(data).toEqual({ title: basic.title, url: `${blog.url}${basic.path}` });
    await expect(menu(page)).toBeHidden();
  });

  test('cancelling it is no error', async ({ page }) => {
    await withSheet(page, 'AbortError');
    await expect(button(page)).toBeEnabled();
    await expect(menu(page)).toBeHidden();
    await expect(status(page)).toBeEmpty();
  });

  test('where it refuses, the menu opens', async ({ page }) => {
    await withSheet(page, 'NotAllowedError');
    await expect(menu(page)).toBeVisible();
  });
});

test.describe('where there is none', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      delete Navigator.prototype.share;
      delete Navigator.prototype.canShare;
    });
    await visit(page, basic.path);
  });

  test('the menu offers the link and five networks with title and address', async ({ page, blog }) => {
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
      const told = [...new URL(link).searchParams.values()].join(' ');
      expect(told, link).toContain(address);
      if (!link.includes('facebook')) expect(told, link).toContain(basic.title);
    }
    for (const link of await menu(page).getByRole('link').all()) {
      await expect(link).toHaveAttribute('rel', /noopener/);
    }
  });

  test('the address is shown decoded', async ({ page, blog }) => {
    await button(page).click();
    const shown = await page.locator('.td-share__address').innerText();
    expect(shown).toBe(`${new URL(blog.url).host}${decodeURI(basic.path)}`);
  });

  test('the keyboard alone opens it, goes through it and comes back with Escape', async ({ page }) => {
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

  test('a press outside closes it', async ({ page }) => {
    await button(page).click();
    await expect(menu(page)).toBeVisible();
    await page.locator('.td-site-header').click({ position: { x: 5, y: 5 } });
    await expect(menu(page)).toBeHidden();
    await expect(button(page)).toHaveAttribute('aria-expanded', 'false');
  });

  test('leaving it with Tab closes it', async ({ page }) => {
    await button(page).click();
    await menu(page).getByRole('link').last().focus();
    await page.keyboard.press('Tab');
    await expect(menu(page)).toBeHidden();
  });

  test('copying says so and copies the encoded address', async ({ page, blog, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await button(page).click();
    await page.getByRole('button', { name: 'نسخ الرابط' }).click();
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
    test(`where the clipboard ${how}, the address appears selected in a field`, async ({ page, blog }) => {
      await page.evaluate(script);
      await button(page).click();
      await page.getByRole('button', { name: 'نسخ الرابط' }).click();
      const field = page.locator('.td-share__field');
      await expect(field).toBeFocused();
      await expect(field).toHaveValue(`${blog.url}${basic.path}`);
      const selected = await field.evaluate((it) => it.value.slice(it.selectionStart, it.selectionEnd));
      expect(selected).toBe(`${blog.url}${basic.path}`);
      await expect(status(page)).not.toBeEmpty();
    });
  }
});
