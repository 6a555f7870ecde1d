// Discussions in the pages of the site, as the server sends them.

import { article, category } from '../e2e/support/content.mjs';
import {
  control,
  expect,
  expectInlineResponses,
  html,
  inside,
  make,
  responsesText,
  SITE,
  THEMES,
  tags,
  test,
} from './support.mjs';

const basic = article('basic');
const thread = article('long-thread');

for (const theme of THEMES) {
  test.describe(`with the theme ${theme}`, () => {
    test.use({ settings: `theme=${theme}` });

    test('an article has an element around the comments of the theme', async ({ request }) => {
      const page = await html(request, thread.path);
      expect(tags(page, 'comments')).toEqual([
        `<tadwina-comments post="${thread.id}" api="${SITE}/wp-json/" locale="en-US">`,
      ]);
      const fallback = inside(page, 'comments');
      expect(fallback).toContain('<form');
      expect(fallback).toContain('wp-comments-post.php');
      expect(fallback).toContain(`id="comment-${thread.comments[0].id}"`);
      expect(fallback.match(/<div\b/g)?.length ?? 0).toBe(fallback.match(/<\/div>/g)?.length ?? 0);
      // The wrapper of the theme is around the element and sets its width.
      const before = page.split('<tadwina-comments')[0].trimEnd();
      expect(before).toMatch(/<div[^>]*class="[^"]*(wp-block-comments|comments-area)[^"]*"[^>]*>$/);
    });

    test('an article has the responses of its discussion inline', async ({ request }) => {
      const addresses = await expectInlineResponses(await html(request, thread.path));
      expect(addresses).toEqual([
        `/wp-json/wp/v2/posts?_fields=id,link,title.rendered,author,comment_status,tadwina&include=${thread.id}`,
        `/wp-json/wp/v2/comments?post=${thread.id}&per_page=100&order=asc&_fields=id,parent,author,author_name,author_url,date,date_gmt,content,link,status,type&page=1`,
      ]);
    });

    test('the number of inline comments is the number in the settings of the site', async ({ request }) => {
      await control(request, '&paged=1');
      const [, comments] = await expectInlineResponses(await html(request, thread.path));
      expect(comments).toContain(`?post=${thread.id}&per_page=50&order=asc&`);
    });

    test('an open article without comments has an element, and a closed one has none', async ({ request }) => {
      expect(tags(await html(request, basic.path), 'comments')).toHaveLength(1);
      const closed = await make(request, { comment_status: 'closed' });
      expect(tags(await html(request, closed.link), 'comments')).toEqual([]);
    });

    test('without the setting an article has the comments of the theme', async ({ request }) => {
      await control(request, '&replace=0');
      const page = await html(request, thread.path);
      expect(page).toContain('wp-comments-post.php');
      expect(page).not.toContain('<tadwina-');
      expect(page).not.toContain('tadwina.js');
      expect(responsesText(page)).toBe('');
    });

    test('an article with a password has the form of the theme', async ({ request }) => {
      const locked = article('protected');
      const page = await html(request, locked.path);
      expect(page).not.toContain('<tadwina-');
      expect(responsesText(page)).toBe('');
    });

    test('a logged-in user has the form of the theme where only users may comment', async ({ request }) => {
      await control(request, '&registration=1');
      expect(tags(await html(request, thread.path), 'comments')).toHaveLength(1);
      await control(request, '=login');
      const page = await html(request, thread.path);
      expect(tags(page, 'comments')).toEqual([]);
      expect(page).toContain('wp-comments-post.php');
    });
  });
}

test('lists have no element and no script', async ({ request }) => {
  for (const path of ['/', category(3).path, '/feed/', `${thread.path}feed/`]) {
    const page = await html(request, path);
    expect(page, path).not.toContain('<tadwina-');
    expect(page, path).not.toContain('tadwina.js');
  }
});
