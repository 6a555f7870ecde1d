// Nothing in the blog leads nowhere, and nothing leads to its WordPress.

import { article } from '../e2e/support/content.mjs';
import { crawl } from './crawl.mjs';
import { LINKED, PROTECTED, PUBLIC } from './pages.mjs';
import { expect, test } from './support.mjs';

const readable = (addresses) => [...new Set(addresses.map(decodeURI))].sort();

test.use({ options: ['--public', PUBLIC] });

test('no link is broken, none leads to the WordPress, and all pages can be reached', async ({
  page,
  request,
  site,
}) => {
  const replies = new Set();
  const { pages, others, broken } = await crawl({
    page,
    origins: [PUBLIC, site.url],
    get: async (path) => {
      const response = await request.get(path);
      const type = response.headers()['content-type'] ?? '';
      return { status: response.status(), type, text: () => response.text() };
    },
    wanted: ({ kind, path, from }) => {
      // The sandbox has no feeds, and its form takes no GET.
      if (['feed', 'form'].includes(kind)) return false;
      if (!path.includes('replytocom=')) return true;
      // One reply of each page: the others are alike.
      const isFirst = !replies.has(from) && !from.includes('?');
      if (isFirst) replies.add(from);
      return isFirst;
    },
  });
  // It has pictures that are nowhere, to see what they do.
  const hostile = decodeURI(article('hostile').path);
  expect(broken.filter((link) => !link.startsWith(`${hostile} → ${hostile}`))).toEqual([]);
  expect(others.filter((url) => url.startsWith(site.api))).toEqual([]);
  expect(readable(pages.filter((path) => !path.includes('?')))).toEqual(readable([...LINKED, PROTECTED]));
  expect(replies.size).toBeGreaterThan(20);
});

test('what is passed on does not name the WordPress either', async ({ request, site }) => {
  const response = await request.get('/wp-json/wp/v2/posts?per_page=1&_fields=link');
  expect(await response.text()).not.toContain(new URL(site.api).host);
});
