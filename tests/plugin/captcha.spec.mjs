// The captcha among the settings of the plugin, and the settings of discussions as attributes.

import { article } from '../e2e/support/content.mjs';
import { control, expect, expectInlineResponses, html, make, tags, test } from './support.mjs';

const basic = article('basic');
const thread = article('long-thread');
const SETTINGS = '/wp-admin/options-general.php?page=tadwina';

test('the captcha of the settings is an attribute of every element with a form, and of no other', async ({
  page,
  request,
  owner,
}) => {
  // Restored at the end.
  await owner.set({ tadwina_captcha: '', tadwina_captcha_key: '' });
  await control(page.request, '=login');
  await page.goto(SETTINGS);
  const [company, key] = [page.locator('#tadwina_captcha'), page.locator('#tadwina_captcha_key')];
  const save = async () => {
    await page.locator('#submit').click();
    await expect(page.locator('.notice-success')).toBeVisible();
  };
  await expect(company).toHaveValue('');
  expect(tags(await html(request, basic.path), 'comments')[0]).not.toContain('captcha');

  await company.selectOption('turnstile');
  await key.fill(' 0x4AAA_b-c ');
  await save();
  await expect(key).toHaveValue('0x4AAA_b-c');
  expect(tags(await html(request, basic.path), 'comments')[0]).toContain(' captcha="turnstile:0x4AAA_b-c"');
  const { link } = await make(request, {
    post_content: `[tadwina_share][tadwina_article post="${basic.id}"][tadwina_comments api="https://blog.example/wp-json/" slug="bread"]`,
    comment_status: 'closed',
  });
  const shown = await html(request, link);
  expect(tags(shown, 'share')[0]).not.toContain('captcha');
  expect(tags(shown, 'article')[0]).toContain(' captcha="turnstile:0x4AAA_b-c"');
  expect(tags(shown, 'comments')[0], 'another site').not.toContain('captcha');

  await key.fill('"><script>');
  await save();
  await expect(key).toHaveValue('');
  expect(tags(await html(request, basic.path), 'comments')[0]).not.toContain('captcha');
});

test('an element that sets the order has the comments of that order with the page', async ({ request }) => {
  const { link } = await make(request, {
    post_content: `[tadwina_comments post="${thread.id}" order="desc" depth="2"]`,
    comment_status: 'closed',
  });
  const page = await html(request, link);
  expect(tags(page, 'comments')[0]).toContain(' order="desc" depth="2"');
  const inline = await expectInlineResponses(page);
  expect(inline).toContainEqual(expect.stringContaining('&order=desc&'));
  expect(inline).not.toContainEqual(expect.stringContaining('&order=asc&'));
});
