// The pages of the owner: the settings, and the blocks in the editor.

import { article } from '../e2e/support/content.mjs';
import { control, expect, html, SITE, tags, test } from './support.mjs';

const basic = article('basic');
const SETTINGS = '/wp-admin/options-general.php?page=tadwina';

/** Logs the browser in. */
async function logIn(page) {
  await control(page.request, '=login');
}

test.describe('the settings', () => {
  test('have the discussion on, the whole blog and mails off by default, and WordPress saves a change', async ({
    page,
    request,
  }) => {
    await logIn(page);
    await page.goto(SETTINGS);
    const comments = page.locator('input[name="tadwina_replace_comments"]');
    const blog = page.locator('input[name="tadwina_front_end"]');
    await expect(comments).toBeChecked();
    await expect(blog).not.toBeChecked();
    await expect(page.locator('input[name="tadwina_reply_mails"]')).not.toBeChecked();
    expect(tags(await html(request, basic.path), 'comments')).toHaveLength(1);

    await comments.uncheck();
    await page.locator('#submit').click();
    await expect(page.locator('.notice-success')).toBeVisible();
    await expect(comments).not.toBeChecked();
    expect(tags(await html(request, basic.path), 'comments')).toHaveLength(0);

    await comments.check();
    await blog.check();
    await page.locator('#submit').click();
    await expect(blog).toBeChecked();
    await expect(comments).toBeChecked();
    expect(tags(await html(request, basic.path), 'blog')).toHaveLength(1);
  });

  test('are linked from the list of plugins', async ({ page }) => {
    await logIn(page);
    await page.goto('/wp-admin/plugins.php');
    await expect(page.locator('tr[data-plugin="tadwina/tadwina.php"] a', { hasText: 'Settings' })).toHaveAttribute(
      'href',
      SITE + SETTINGS,
    );
  });

  test('are open only to the owner, and only through their form', async ({ page, request }) => {
    const stranger = await request.get(SITE + SETTINGS, { maxRedirects: 0 });
    expect(stranger.status()).toBe(302);
    await logIn(page);
    const forged = await page.request.post(`${SITE}/wp-admin/options.php`, {
      form: { option_page: 'tadwina', action: 'update', tadwina_front_end: '1' },
    });
    expect(forged.status()).toBe(403);
    expect(tags(await html(request, basic.path), 'blog')).toHaveLength(0);
  });
});

test('activation saves the default settings, and does not change saved ones', async ({ owner }) => {
  const plugin = async (status) => owner.api('plugins/tadwina/tadwina', { method: 'PUT', data: { status } });
  const names = ['tadwina_replace_comments', 'tadwina_front_end', 'tadwina_reply_mails'];
  const saved = async () => Promise.all(names.map((name) => owner.option(name)));
  const reactivate = async () => {
    await plugin('inactive');
    await plugin('active');
  };
  expect(await saved()).toEqual([undefined, undefined, undefined]);
  await reactivate();
  expect(await saved()).toEqual(['1', '0', '0']);
  await owner.set({ tadwina_replace_comments: '0', tadwina_front_end: '1', tadwina_reply_mails: '1' });
  await reactivate();
  expect(await saved()).toEqual(['0', '1', '1']);
});

test('the names of the blocks are in the language of the site', async ({ request, owner }) => {
  const title = async () => (await owner.api('block-types/tadwina/share')).title;
  expect(await title()).toBe('Share button');
  await control(request, '&arabic=1');
  expect(await title()).toBe('زرّ المشاركة');
});

test('the editor has the blocks and shows a preview', async ({ page }) => {
  await logIn(page);
  await page.goto('/wp-admin/post-new.php');
  await page.waitForFunction(
    () => globalThis.wp?.blocks?.getBlockType('tadwina/article') && wp.data?.select('core/block-editor'),
  );
  const names = await page.evaluate(() =>
    wp.blocks
      .getBlockTypes()
      .map(({ name }) => name)
      .filter((name) => name.startsWith('tadwina/')),
  );
  expect(names.sort()).toEqual(['tadwina/article', 'tadwina/blog', 'tadwina/comments', 'tadwina/share']);
  await page.evaluate((post) => {
    wp.data
      .dispatch('core/block-editor')
      .insertBlocks(wp.blocks.createBlock('tadwina/article', { post: String(post) }));
  }, basic.id);
  await expect(page.locator('[data-type="tadwina/article"]')).toContainText(basic.title);
  const content = await page.evaluate(() => wp.data.select('core/editor').getEditedPostContent());
  expect(content).toBe(`<!-- wp:tadwina/article {"post":"${basic.id}"} /-->`);
});
