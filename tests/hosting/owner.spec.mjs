// The owner of a real WordPress works in it through tadwina-server @wordpress

import { readFileSync } from 'node:fs';

import { article } from '../e2e/support/content.mjs';
import { unique } from '../e2e/support/page.mjs';
import { apiOf, logIn } from './owner.mjs';
import { expect, test } from './wordpress-fixtures.mjs';

const basic = article('basic');
const PICTURE = readFileSync(new URL('../../sandbox/content/uploads/2023/11/mint-tea.webp', import.meta.url));
const TADWINA = 'class="tadwina"';

/** Expects that an uploaded file comes back as it was, and a part of it. */
async function expectFile(request, url) {
  const { pathname } = new URL(url);
  const whole = await request.get(pathname);
  expect([whole.status(), (await whole.body()).equals(PICTURE)]).toEqual([200, true]);
  const part = await request.get(pathname, { headers: { range: 'bytes=100-199' } });
  expect([part.status(), part.headers()['content-range']]).toEqual([206, `bytes 100-199/${PICTURE.length}`]);
  expect((await part.body()).equals(PICTURE.subarray(100, 200))).toBe(true);
}

test.describe('@wordpress the owner', () => {
  test('logs in and works in the administration, on the same host', async ({ page, baseURL, wordpress }) => {
    const others = [];
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== baseURL) others.push(request.url());
    });
    await logIn(page, wordpress);
    await expect(page).toHaveURL(`${baseURL}/wp-admin/`);
    await page.goto('/wp-admin/edit.php');
    await expect(page.locator('#the-list')).toContainText(basic.title);
    const links = await page.locator('#the-list a.row-title').evaluateAll((all) => all.map(({ href }) => href));
    expect(links.filter((link) => !link.startsWith(`${baseURL}/`))).toEqual([]);
    expect(others.filter((url) => !/gravatar\.com|\/\/s\.w\.org\//.test(url))).toEqual([]);
  });

  test('sees WordPress’s own pages, and nobody else does', async ({ page, wordpress, request }) => {
    await logIn(page, wordpress);
    await page.goto(basic.path);
    await expect(page.locator('#wpadminbar')).toBeVisible();
    const other = await (await request.get(basic.path)).text();
    expect(other).toContain(TADWINA);
    expect(other).not.toContain('wpadminbar');
    await page.goto('/wp-login.php?action=logout');
    await page.locator('a[href*="action=logout"]').click();
    await page.goto(basic.path);
    await expect(page.locator('.tadwina')).toBeVisible();
  });

  test('previews what nobody else can see', async ({ page, wordpress, request }) => {
    await logIn(page, wordpress);
    const api = await apiOf(page.request);
    const title = unique('مسودّة');
    const { id } = await api('posts', { method: 'POST', data: { title, status: 'draft', content: 'نصّ' } });
    const preview = `/?p=${id}&preview=true`;
    await page.goto(preview);
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    const other = await request.get(preview);
    expect([other.status(), (await other.text()).includes(title)]).toEqual([404, false]);
    await api(`posts/${id}?force=true`, { method: 'DELETE' });
  });

  test('uploads pictures, over REST and by the form of the library', async ({ page, wordpress }) => {
    await logIn(page, wordpress);
    const api = await apiOf(page.request);
    const headers = { 'content-type': 'image/webp', 'content-disposition': 'attachment; filename="over-rest.webp"' };
    const { id, source_url: url } = await api('media', { method: 'POST', headers, data: PICTURE });
    await expectFile(page.request, url);

    await page.goto('/wp-admin/media-new.php?browser-uploader');
    await page.locator('#async-upload').setInputFiles({ name: 'form.webp', mimeType: 'image/webp', buffer: PICTURE });
    await page.locator('#html-upload').click();
    await page.waitForURL(/upload\.php/);
    const [newest] = await api('media?per_page=1&orderby=id');
    expect(newest.id).toBeGreaterThan(id);
    await expectFile(page.request, newest.source_url);
    for (const each of [id, newest.id]) await api(`media/${each}?force=true`, { method: 'DELETE' });
  });
});
