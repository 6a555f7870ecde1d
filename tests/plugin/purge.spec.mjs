// The plugin tells tadwina-server what has changed. A listener of the test stands in the server's place.

import { createServer } from 'node:http';

import { article } from '../e2e/support/content.mjs';
import { unique } from '../e2e/support/page.mjs';
import { test as base, control, expect, make, post, SITE } from './support.mjs';

const basic = article('basic');
const thread = article('long-thread');
const SECRET = 'a-secret-of-the-tests';
const SETTINGS = '/wp-admin/options-general.php?page=tadwina';
const EVERY_PAGE = [];
const OF_LAST = [new URL(thread.path, SITE).pathname, '/'];
const OF_COMMENT = [new URL(basic.path, SITE).pathname, '/'];

const test = base.extend({
  /** The server in the plugin's settings, and what it was told. */
  told: async ({ owner, request }, use) => {
    const requests = [];
    const listener = createServer((message, response) => {
      let body = '';
      message.on('data', (part) => {
        body += part;
      });
      message.on('end', () => {
        requests.push({ method: message.method, url: message.url, headers: message.headers, body });
        response.writeHead(204).end();
      });
    });
    await new Promise((resolve) => listener.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${listener.address().port}`;
    await owner.set({ tadwina_server: address, tadwina_purge_secret: SECRET });
    /** Expects that these lists of addresses were told since the last call: what is told last has come then. */
    const expectTold = async (expected, message) => {
      expect((await post(request, { post: thread.id, content: unique('آخر') })).status()).toBe(201);
      const all = () => requests.map(({ body }) => JSON.parse(body).addresses);
      await expect.poll(all, message).toContainEqual(OF_LAST);
      await expect.poll(() => all().filter(([first]) => first !== OF_LAST[0]), message).toEqual(expected);
      requests.length = 0;
    };
    await use({ address, requests, expect: expectTold });
    await new Promise((resolve) => {
      listener.close(resolve);
      listener.closeAllConnections();
    });
  },
});

test('a setting that shows is told once, with the secret', async ({ owner, told }) => {
  await owner.set({ blogname: 'مدونة أخرى', blogdescription: 'وصف آخر' });
  await expect.poll(() => told.requests.length).toBe(1);
  const [{ method, url, headers, body }] = told.requests;
  expect([method, url, headers.authorization]).toEqual(['POST', '/tadwina-purge', `Bearer ${SECRET}`]);
  expect(headers['content-type']).toContain('application/json');
  expect(JSON.parse(body)).toEqual({ addresses: EVERY_PAGE });
});

test('other settings are nobody’s business', async ({ owner, told }) => {
  await owner.set({ admin_email_lifespan: '7', mailserver_port: '111' });
  await told.expect([]);
});

test('an article that readers see or saw is told, a draft is not', async ({ owner, told }) => {
  const { id } = await owner.api('posts', { method: 'POST', data: { title: 'مسودة', status: 'draft' } });
  await owner.api(`posts/${id}`, { method: 'POST', data: { title: 'مسودة أخرى' } });
  await told.expect([]);
  for (const data of [{ status: 'publish' }, { title: 'عنوان جديد' }, { status: 'draft' }]) {
    await owner.api(`posts/${id}`, { method: 'POST', data });
    await told.expect([EVERY_PAGE], JSON.stringify(data));
  }
  await owner.api(`posts/${id}?force=true`, { method: 'DELETE' });
  await told.expect([]);
  const published = await owner.api('posts', { method: 'POST', data: { title: 'أخرى', status: 'publish' } });
  await told.expect([EVERY_PAGE]);
  await owner.api(`posts/${published.id}?force=true`, { method: 'DELETE' });
  await told.expect([EVERY_PAGE]);
});

test('a comment is told when readers see it, and when they do not any more', async ({ request, owner, told }) => {
  const fields = { post: basic.id };
  expect((await post(request, { ...fields, content: unique('تعليق') })).status()).toBe(201);
  await told.expect([OF_COMMENT]);

  await control(request, '&moderation=1');
  const held = await post(request, { ...fields, content: unique('تعليق') });
  const { id } = await held.json();
  await control(request, '&moderation=0');
  await told.expect([]);
  for (const data of [{ status: 'approved' }, { content: unique('نص') }, { status: 'spam' }]) {
    await owner.api(`comments/${id}`, { method: 'POST', data });
    await told.expect([OF_COMMENT], JSON.stringify(data));
  }
  await owner.api(`comments/${id}?force=true`, { method: 'DELETE' });
  await told.expect([]);
});

test('a category is told, a tag is not', async ({ owner, told }) => {
  const { id } = await owner.api('categories', { method: 'POST', data: { name: unique('تصنيف') } });
  await told.expect([EVERY_PAGE]);
  await owner.api(`categories/${id}`, { method: 'POST', data: { description: 'وصف' } });
  await told.expect([EVERY_PAGE]);
  await owner.api(`categories/${id}?force=true`, { method: 'DELETE' });
  await told.expect([EVERY_PAGE]);
  const tag = await owner.api('tags', { method: 'POST', data: { name: unique('وسم') } });
  await owner.api(`tags/${tag.id}?force=true`, { method: 'DELETE' });
  await told.expect([]);
});

test('without a secret nothing is told', async ({ owner, told, request }) => {
  await owner.set({ tadwina_purge_secret: '' });
  await make(request, {});
  await owner.set({ tadwina_purge_secret: SECRET });
  await told.expect([]);
});

test('a server that is not there, or does not respond, keeps nobody from writing', async ({ owner, told, request }) => {
  const silent = createServer(() => {});
  await new Promise((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address();
  await owner.set({ tadwina_server: `http://127.0.0.1:1 http://127.0.0.1:${port} ${told.address}/blog` });
  told.requests.length = 0;
  const { link } = await make(request, {});
  expect((await request.get(link)).status()).toBe(200);
  await expect.poll(() => told.requests.map(({ url }) => url)).toEqual(['/blog/tadwina-purge']);
  silent.closeAllConnections();
  await new Promise((resolve) => silent.close(resolve));
});

test('address and secret are settings', async ({ page, owner, told }) => {
  await owner.set({ tadwina_server: '', tadwina_purge_secret: '' });
  await control(page.request, '=login');
  await page.goto(SETTINGS);
  const [address, secret] = [page.getByLabel('Address of tadwina-server'), page.getByLabel('Secret of tadwina-server')];
  const save = async () => {
    await page.locator('#submit').click();
    await expect(page.locator('.notice-success')).toBeVisible();
  };
  await address.fill(` ${told.address}/ ftp://a.example  http://b@c.example/ https://d.example/blog/ nothing`);
  await secret.fill(`${SECRET} `);
  await save();
  await expect(address).toHaveValue(`${told.address} https://d.example/blog`);
  await expect(secret).toHaveValue(SECRET);
  await secret.fill('two words');
  await save();
  await expect(secret).toHaveValue('');
});
