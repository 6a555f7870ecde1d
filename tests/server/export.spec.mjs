// The static site: served as plain hosts do, nothing in it leads nowhere, and its sitemap names every page.

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { listen, load, refuse, send } from '../../scripts/static.mjs';
import { allCategories, article, category, titlesIn } from '../e2e/support/content.mjs';
import { crawl } from './crawl.mjs';
import { ARTICLES, COMMENT_PAGES, LINKED, PROTECTED, PUBLIC } from './pages.mjs';
import { SERVER } from './server.mjs';
import { readSitemap } from './sitemap.mjs';
import { test as base, expect } from './support.mjs';

const readable = (addresses) => [...new Set(addresses.map(decodeURI))].sort();

/** What a static site asks of its WordPress: comments, feeds, files. */
const AT_WORDPRESS = /replytocom=|\/wp-comments-post\.php$|\/feed\/$|\/wp-content\/uploads\/|\/comment-page-\d+\//;

const test = base.extend({
  /** The exported site: `url`, where a host serves it, and `read`, which reads a file. */
  exported: async ({ site }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'tadwina-export-'));
    await promisify(execFile)(SERVER, ['export', '--site', site.api, '--public', PUBLIC, '--out', folder]);
    const files = load(folder);
    const host = createServer((request, response) => {
      const path = decodeURIComponent(new URL(request.url, PUBLIC).pathname);
      const file = files.get(path) ?? files.get(`${path}index.html`);
      if (file) send(request, response, file);
      else refuse(response, 404, 'no such file');
    });
    const { url, close } = await listen(host, 0);
    await use({ url, read: (name) => readFile(join(folder, name), 'utf8') });
    await close();
    await rm(folder, { recursive: true });
  },
});

test('no link is broken, and only what needs WordPress leads there', async ({ page, request, site, exported }) => {
  const { pages, others, broken } = await crawl({
    page,
    origins: [PUBLIC, exported.url],
    get: async (path) => {
      const response = await request.get(exported.url + path);
      return { status: response.status(), type: response.headers()['content-type'], text: () => response.text() };
    },
  });
  // Pictures of texts that name no host have to be at the host; and the hostile article has some that are nowhere.
  const hostile = decodeURI(article('hostile').path);
  const known = (link) => link.includes(' → /wp-content/') || link.startsWith(`${hostile} → ${hostile}`);
  expect(broken.filter((link) => !known(link))).toEqual([]);
  // The file of an article with a password leads to WordPress, which can ask for it.
  const linked = [...LINKED.filter((path) => !COMMENT_PAGES.includes(path)), PROTECTED];
  expect(readable(pages)).toEqual(readable(linked));
  const atWordPress = others.filter((url) => url.startsWith(site.api));
  const locked = site.api + PROTECTED;
  expect(atWordPress).toContain(locked);
  expect(atWordPress.filter((url) => !AT_WORDPRESS.test(url) && url !== locked)).toEqual([]);
  for (const path of COMMENT_PAGES.slice(0, 1)) expect(atWordPress).toContain(`${site.api}${path}#comments`);
});

test('the sitemap is one of the protocol and names every page once, and robots.txt names the sitemap', async ({
  page,
  exported,
}) => {
  const index = await readSitemap(page, await exported.read('sitemap.xml'));
  expect(index.kind).toBe('sitemapindex');
  const listed = [];
  for (const { loc } of index.entries) {
    const { kind, entries } = await readSitemap(page, await exported.read(loc.slice(PUBLIC.length)));
    expect(kind).toBe('urlset');
    listed.push(...entries);
  }
  // Who reads the first page of a list finds the others.
  const lists = allCategories.filter((id) => titlesIn([id]).length > 0).map((id) => category(id).path);
  const paths = listed.map(({ loc }) => loc.replace(PUBLIC, ''));
  expect(readable(paths)).toEqual(readable(['/', ...lists, ...ARTICLES]));
  const articles = listed.filter(({ loc }) => ARTICLES.includes(loc.slice(PUBLIC.length)));
  expect(articles.every(({ lastmod }) => lastmod)).toBe(true);

  const lines = (await exported.read('robots.txt')).trim().split('\n');
  expect(lines).toEqual(['User-agent: *', 'Allow: /', `Sitemap: ${PUBLIC}/sitemap.xml`]);
});
