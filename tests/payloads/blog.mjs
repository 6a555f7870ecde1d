// Blogs that serve payloads in every field that the API has for a text.

import { readFileSync } from 'node:fs';

import { startSite } from '../e2e/support/fake-site.mjs';
import { merge } from '../e2e/support/site-data.mjs';

const DEFAULTS = JSON.parse(readFileSync(new URL('../e2e/sites/defaults.json', import.meta.url), 'utf8')).site;

/** Ends what a payload may have left open, so that the next one in the same text is read. */
const CLOSED =
  '"\'>--></style></script></title></textarea></noscript></xmp></iframe></noembed></noframes></svg></math></select></template></table></form>';

/** What is in a text before all payloads. */
export const FIRST = 'نصّ المقال';

/** One text of many payloads. Long ones and those that a browser reads slowly together are comments alone. */
function together(payloads) {
  const short = payloads.filter((payload) => payload.length < 500 && !/auto/i.test(payload));
  // What follows `<plaintext>` is never read, so those come last.
  const isLast = (payload) => /<plaintext/i.test(payload);
  return [FIRST, ...short.filter((each) => !isLast(each)), ...short.filter(isLast)].join(CLOSED);
}

/** What stands at the article's address. */
export const ARTICLE = { id: 7, path: '/2023/11/03/payloads/' };

const DATES = { date: '2023-11-03T15:43:00', date_gmt: '2023-11-03T14:43:00' };

const list = (items) => ({
  headers: { 'content-type': 'application/json', 'x-wp-total': items.length, 'x-wp-totalpages': 1 },
  body: items,
});

/**
 * A blog with these payloads. Together they are the text, the title and the names of one article; each on its own is a
 * comment and the name of its author, and the title and the excerpt of an article in the list.
 */
export function startBlog(payloads) {
  const all = together(payloads);
  const category = { id: 3, slug: 'kitchen', name: all, parent: 0 };
  const article = {
    ...DATES,
    id: ARTICLE.id,
    slug: 'payloads',
    title: { rendered: all },
    excerpt: { rendered: all },
    content: { rendered: all, protected: false },
    comment_status: 'open',
    categories: [3],
    tadwina: { per_page: 100 },
    _embedded: {
      author: [{ id: 1, name: all }],
      'wp:featuredmedia': [
        { alt_text: all, caption: { rendered: all }, source_url: '/x.png', media_details: { width: 4, height: 3 } },
      ],
    },
  };
  const teaser = (payload, index) => ({
    ...DATES,
    id: 1000 + index,
    slug: `teaser-${index}`,
    title: { rendered: payload },
    excerpt: { rendered: payload },
    content: { rendered: '', protected: false },
    link: `{site}/2023/11/03/teaser-${index}/`,
  });
  const comment = (payload, index) => ({
    ...DATES,
    id: 1 + index,
    post: ARTICLE.id,
    parent: 0,
    author_name: payload,
    content: { rendered: payload },
    status: 'approved',
  });
  return startSite({
    ...merge(DEFAULTS, { index: { name: all, description: all } }),
    posts: { article },
    categories: { category },
    // More than WordPress sends at once, so that fewer pages show all.
    answers: {
      'GET posts?sticky=true': list(payloads.map(teaser)),
      'GET comments': list(payloads.map(comment)),
    },
  });
}
