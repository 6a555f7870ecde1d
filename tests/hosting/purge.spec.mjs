// The plugin of a real WordPress tells tadwina-server what has changed @wordpress

import { article } from '../e2e/support/content.mjs';
import { unique } from '../e2e/support/page.mjs';
import { apiOf, logIn } from './owner.mjs';
import { expect, SECRET, test } from './wordpress-fixtures.mjs';

const basic = article('basic');

test.use({ wordpress: process.env.TADWINA_WORDPRESS_PLUGIN_URL });

test('@wordpress a change is seen at once when the server stands in the settings of the plugin', async ({
  page,
  request,
  wordpress,
  baseURL,
}) => {
  await logIn(page, wordpress);
  const api = await apiOf(page.request);
  const change = async () => {
    const title = unique('عنوان جديد');
    await api(`posts/${basic.id}`, { method: 'POST', data: { title } });
    return title;
  };
  const shown = async () => (await request.get(basic.path)).text();

  /** Writes the address of the server into the settings. */
  const tell = async (server, secret) => {
    await page.goto('/wp-admin/options-general.php?page=tadwina');
    await page.getByLabel('Address of tadwina-server').fill(server);
    await page.getByLabel('Secret of tadwina-server').fill(secret);
    await page.locator('#submit').click();
    await expect(page.locator('.notice-success')).toBeVisible();
  };

  expect(await shown()).toContain(basic.title);
  const unseen = await change();
  expect(await shown()).not.toContain(unseen);
  await tell(baseURL, SECRET);
  const seen = await change();
  await expect.poll(shown).toContain(seen);

  await api(`posts/${basic.id}`, { method: 'POST', data: { title: basic.title } });
  await expect.poll(shown).not.toContain(seen);
  await tell('', '');
});
