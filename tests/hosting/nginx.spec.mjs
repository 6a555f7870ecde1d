// nginx as a cache before tadwina-server, with the configuration that docs/hosting.md shows.

import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { test as base, expect } from '@playwright/test';

import { QUIET } from '../e2e/support/chromium.mjs';
import { article } from '../e2e/support/content.mjs';
import { unique } from '../e2e/support/page.mjs';
import { startSandbox } from '../e2e/support/sandbox.mjs';
import { startServer } from '../server/server.mjs';
import { plainBox } from '../server/support.mjs';
import { NAME, startNginx } from './nginx.mjs';
import { freePort } from './support.mjs';

const bread = article('bread');
const PUBLIC = `https://${NAME}`;
/** In tadwina's pages, and not in those of the site behind. */
const TADWINA = 'class="tadwina"';

/**
 * - `freshSeconds`: for how long pages are fresh.
 * - `site`: the sandbox `sandbox`, tadwina-server `server`, and nginx `nginx`, one before the other.
 */
const test = base.extend({
  freshSeconds: ['600', { option: true }],

  site: async ({ freshSeconds }, use) => {
    const [sandbox, port] = [await startSandbox(), await freePort()];
    const options = ['--public', PUBLIC, '--behind-proxy', '--metrics', '--fresh-s', freshSeconds];
    const start = () => startServer(sandbox.url, options, { hasElements: false, port });
    const site = { sandbox, start };
    try {
      site.server = await start();
      site.nginx = await startNginx(`127.0.0.1:${port}`);
      await use(site);
    } finally {
      for (const each of [site.nginx, site.server, sandbox]) await each?.stop();
    }
  },

  ask: async ({ site }, use) => {
    await use(site.nginx.ask);
  },
});

/** How many pages tadwina-server has sent. */
async function pagesSent({ server }) {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  return Number(/^tadwina_requests_total\{kind="page",status="2xx"\} (\d+)$/m.exec(text)?.[1] ?? 0);
}

/** Writes a comment at the site, behind the back of all caches. */
async function commentAtSite({ sandbox }, content) {
  const comment = { post: bread.id, content, author_name: 'قارئ', author_email: 'reader@example.org' };
  const headers = { 'content-type': 'application/json' };
  const url = `${sandbox.url}/wp-json/wp/v2/comments`;
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(comment) });
  expect(response.status).toBe(201);
}

test('tadwina-server is asked for a page once', async ({ site, ask }) => {
  const first = await ask(bread.path);
  expect([first.status, first.cache]).toEqual([200, 'MISS']);
  expect(first.text).toContain(TADWINA);
  expect(first.text).toContain(`<link rel="canonical" href="${PUBLIC}${bread.path}"`);
  for (const method of ['GET', 'HEAD', 'GET']) {
    const again = await ask(bread.path, { method });
    expect([again.status, again.cache, again.headers.etag]).toEqual([200, 'HIT', first.headers.etag]);
    expect(again.text).toBe(method === 'HEAD' ? '' : first.text);
  }
  expect(await pagesSent(site)).toBe(1);
});

test('a reader who has a page learns that it is the same', async ({ ask }) => {
  const { headers } = await ask(bread.path);
  const again = await ask(bread.path, { headers: { 'if-none-match': headers.etag } });
  expect([again.status, again.cache, again.text]).toEqual([304, 'HIT', '']);
});

test('everybody gets the page in an encoding that they know', async ({ ask }) => {
  const plain = await ask(bread.path);
  const tags = new Set([plain.headers.etag]);
  const encodings = { br: brotliDecompressSync, gzip: gunzipSync, zstd: null };
  for (const [encoding, decompress] of Object.entries(encodings)) {
    for (const cache of ['MISS', 'HIT']) {
      const found = await ask(bread.path, { headers: { 'accept-encoding': encoding } });
      expect([found.headers['content-encoding'], found.cache], encoding).toEqual([encoding, cache]);
      if (decompress) expect(decompress(found.body).toString()).toBe(plain.text);
      else expect(found.body.subarray(0, 4).toString('hex')).toBe('28b52ffd');
      tags.add(found.headers.etag);
    }
  }
  expect(tags.size).toBe(4);
  const again = await ask(bread.path);
  expect([again.headers['content-encoding'], again.cache, again.text]).toEqual([undefined, 'HIT', plain.text]);
});

for (const [who, headers] of [
  ['a reader whom WordPress knows', { cookie: 'a=b; wordpress_logged_in_0f=x' }],
  ['a reader who knows a password', { cookie: 'wp-postpass_0f=x' }],
  ['a program', { accept: 'application/activity+json' }],
]) {
  test(`${who} gets WordPress’s answer, and nobody else does`, async ({ ask }) => {
    const expectOwn = async () => {
      const own = await ask(bread.path, { headers });
      expect([own.status, own.cache]).toEqual([200, 'BYPASS']);
      expect(own.text).not.toContain(TADWINA);
    };
    await expectOwn();
    const first = await ask(bread.path);
    expect([first.cache, first.text.includes(TADWINA)]).toEqual(['MISS', true]);
    await expectOwn();
    expect((await ask(bread.path)).text).toBe(first.text);
  });
}

test('who has written a comment without scripts sees it at once', async ({ playwright, site, launchOptions }) => {
  const args = [...QUIET, `--host-resolver-rules=MAP ${NAME} 127.0.0.1:${site.nginx.port}`];
  const browser = await playwright.chromium.launch({ ...launchOptions, args });
  const options = { javaScriptEnabled: false, ignoreHTTPSErrors: true, reducedMotion: 'reduce' };
  const page = await browser.newPage(options);
  await page.goto(PUBLIC + bread.path);
  const body = unique('من وراء الذاكرة');
  const { text, name, email, send } = plainBox(page);
  await text.fill(body);
  await name.fill('قارئة');
  await email.fill('reader@example.org');
  await send.click();
  await expect(page.locator('.td-comment', { hasText: body })).toBeInViewport();
  await expect(page).toHaveURL(/^https:\/\/blog\.example\/.*#comment-\d+$/);
  await browser.close();
});

test('what one reader alone may see is not kept', async ({ ask }) => {
  for (let time = 0; time < 2; time += 1) {
    const { status, cache } = await ask(`${bread.path}?unapproved=1&moderation-hash=0f`);
    expect([status, cache]).toEqual([200, 'MISS']);
  }
});

test('numbers for monitoring are not public', async ({ ask }) => {
  expect((await ask('/metrics')).status).toBe(404);
  expect((await ask('/healthz')).text).toBe('ok\n');
});

test('who comes by HTTP is sent to HTTPS', async ({ site }) => {
  const url = `http://127.0.0.1:${site.nginx.plainPort}${bread.path}?a=b`;
  const { status, headers } = await fetch(url, { redirect: 'manual' });
  expect([status, headers.get('location')]).toEqual([301, `${PUBLIC}${bread.path}?a=b`]);
});

test.describe('after its time', () => {
  test.use({ freshSeconds: '1' });

  test('a page is shown while it is rendered again, and then the new one', async ({ site, ask }) => {
    await ask(bread.path);
    const body = unique('تعليق');
    await commentAtSite(site, body);
    const seen = [];
    await expect
      .poll(async () => {
        const { status, cache, text } = await ask(bread.path);
        seen.push(cache);
        expect(status).toBe(200);
        return text.includes(body);
      })
      .toBe(true);
    // Nobody waited: every answer came from the cache.
    expect(seen).toContain('STALE');
    expect(seen.filter((cache) => !['HIT', 'STALE', 'UPDATING'].includes(cache))).toEqual([]);
  });

  test('a page is shown as long as tadwina-server is gone, and no longer', async ({ site, ask }) => {
    const before = await ask(bread.path);
    await site.server.stop();
    const cache = async () => {
      const page = await ask(bread.path);
      expect([page.status, page.text]).toEqual([200, before.text]);
      return page.cache;
    };
    await expect.poll(cache).toBe('STALE');
    expect((await ask('/')).status).toBe(502);
    site.server = await site.start();
    expect((await ask('/')).status).toBe(200);
    await expect.poll(cache).toBe('HIT');
  });
});
