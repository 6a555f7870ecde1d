// Follows every link of a blog, as a search engine does, and finds those that lead nowhere.

/** Most requests at the same time. */
const AT_ONCE = 8;

/** Runs in a page: what another document links, loads and names, and the ids in it. */
function read(html) {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const links = [];
  const add = (kind, url) => url && links.push({ kind, url });
  const ATTRIBUTES = {
    link: ['a[href], area[href]', 'href'],
    head: ['link[href]', 'href'],
    file: ['img[src], source[src], video[src], audio[src], track[src], script[src]', 'src'],
    poster: ['video[poster]', 'poster'],
    form: ['form[action]', 'action'],
    source: ['blockquote[cite], q[cite]', 'cite'],
    network: ['meta[property="og:image"], meta[property="og:url"]', 'content'],
  };
  for (const [kind, [selector, name]] of Object.entries(ATTRIBUTES)) {
    for (const element of parsed.querySelectorAll(selector)) {
      const isFeed = element.matches('[type="application/rss+xml"]');
      add(isFeed ? 'feed' : kind, element.getAttribute(name));
    }
  }
  for (const element of parsed.querySelectorAll('[srcset]')) {
    for (const candidate of element.srcset.split(/,\s+/)) add('file', candidate.trim().split(/\s+/)[0]);
  }
  for (const { text } of parsed.querySelectorAll('script[type="application/ld+json"]')) {
    JSON.parse(text, (key, value) => {
      if (['url', 'item', 'image', 'mainEntityOfPage'].includes(key)) {
        for (const url of [value].flat()) if (typeof url === 'string') add('described', url);
      }
      return value;
    });
  }
  const ids = [...parsed.querySelectorAll('[id]')].map(({ id }) => id);
  return { links, ids };
}

/** A fragment as a browser looks for it. */
function decoded(fragment) {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/**
 * Follows all links from `/`.
 *
 * - `page`: a page of a browser, which reads HTML.
 * - `get`: the response to a path: `{ status, type, text() }`.
 * - `origins`: where readers find the blog; links to any other origin are not followed.
 * - `wanted`: whether a link has to be followed.
 *
 * @returns {Promise<{ pages: string[], others: string[], broken: string[] }>} The addresses of all pages, links to other
 *   origins, and what leads nowhere, with the page that has it.
 */
export async function crawl({ page, get, origins, wanted = () => true }) {
  const own = new Set(origins);
  const home = `${origins[0]}/`;
  /** Of each path: its ids, or why it is not there. */
  const seen = new Map();
  const fragments = [];
  const others = new Set();
  const broken = new Set();
  let next = [{ path: '/', from: '/' }];

  const follow = async ({ path, from }) => {
    const { status, type, text } = await get(path);
    if (status !== 200) {
      broken.add(`${from} → ${decoded(path)}: ${status}`);
      return [];
    }
    if (!type.startsWith('text/html')) {
      seen.set(path, null);
      return [];
    }
    const { links, ids } = await page.evaluate(read, await text());
    seen.set(path, new Set(ids));
    const found = [];
    for (const link of links) {
      let url;
      try {
        url = new URL(link.url, new URL(path, home));
      } catch {
        // No address at all: a browser goes nowhere.
        continue;
      }
      if (!['http:', 'https:'].includes(url.protocol)) continue;
      if (!own.has(url.origin)) {
        others.add(url.href);
        continue;
      }
      if (!wanted({ ...link, path: url.pathname + url.search, from: path })) continue;
      const target = url.pathname + url.search;
      if (url.hash.length > 1) fragments.push({ from: path, target, fragment: url.hash.slice(1) });
      found.push({ path: target, from: decoded(path) });
    }
    return found;
  };

  while (next.length > 0) {
    const some = next.splice(0, AT_ONCE);
    for (const { path } of some) seen.set(path, undefined);
    const found = (await Promise.all(some.map(follow))).flat();
    for (const link of found) {
      if (seen.has(link.path) || next.some(({ path }) => path === link.path)) continue;
      next = [...next, link];
    }
  }
  for (const { from, target, fragment } of fragments) {
    const ids = seen.get(target);
    const isThere = fragment === 'top' || !ids || ids.has(fragment) || ids.has(decoded(fragment));
    if (!isThere) broken.add(`${decoded(from)} → ${decoded(target)}#${decoded(fragment)}: no such id`);
  }
  const pages = [...seen].filter(([, ids]) => ids).map(([path]) => path);
  return { pages, others: [...others], broken: [...broken] };
}
