// The addresses of every page that the server renders of the sample blog, and of pages that say what is wrong.

import {
  allCategories,
  article,
  articleCount,
  category,
  encodedSlug,
  readableArticles,
  site,
  titlesIn,
} from '../e2e/support/content.mjs';
import { startSandbox } from '../e2e/support/sandbox.mjs';
import { startServer } from './server.mjs';

const PER_LIST = 10;
/** Comments on one page of a discussion. */
const PER_DISCUSSION = 100;

/** Where readers find the blog: neither where its WordPress is nor where the server listens. */
export const PUBLIC = 'https://blog.example';

/** The pages of what has so many items. The first has no number. */
function paged(path, items, perPage, segment) {
  const pages = Math.max(1, Math.ceil(items / perPage));
  return Array.from({ length: pages }, (_, index) => (index === 0 ? path : `${path}${segment}${index + 1}/`));
}

/** A category and all below it. */
const withDescendants = (id) => allCategories.filter((each) => category(each).trail.some((above) => above.id === id));

/** Every list, with its further pages. */
export const LISTS = [
  ...paged('/', articleCount, PER_LIST, 'page/'),
  ...allCategories.flatMap((id) => paged(category(id).path, titlesIn(withDescendants(id)).length, PER_LIST, 'page/')),
];

const PAGES_OF_SITE = site.pages.map(({ slug }) => `/${encodedSlug(slug)}/`);

/** Every article and page. */
export const ARTICLES = [...readableArticles.map((key) => article(key).path), ...PAGES_OF_SITE];

/** The further pages of long discussions. */
export const COMMENT_PAGES = readableArticles
  .map(article)
  .flatMap(({ path, comments }) => paged(path, comments.length, PER_DISCUSSION, 'comment-page-').slice(1));

export const PAGES = [...LISTS, ...ARTICLES, ...COMMENT_PAGES];

/** Those to which others lead: pages and an empty category are in menus of themes alone. */
export const LINKED = PAGES.filter((path) => path !== category(18).path && !PAGES_OF_SITE.includes(path));

/** WordPress asks for the password of this one. */
export const PROTECTED = article('protected').path;

/** A page that WordPress does not have either. */
export const MISSING = '/no-such-article/';

/**
 * Servers whose pages say what is wrong, by the status of the page: the site is not there, or cannot serve.
 *
 * @returns {Promise<{ 502: string, 503: string, stop: () => Promise<void> }>} Addresses of such pages.
 */
export async function brokenServers(options) {
  const sandbox = await startSandbox();
  await fetch(`${sandbox.url}/sandbox/faults`, { method: 'PUT', body: 'status=503' });
  // Nothing listens at port 1.
  const [away, ill] = await Promise.all(['http://127.0.0.1:1', sandbox.url].map((url) => startServer(url, options)));
  return {
    502: `${away.url}/`,
    503: `${ill.url}/`,
    stop: async () => {
      await Promise.all([away.stop(), ill.stop(), sandbox.stop()]);
    },
  };
}
