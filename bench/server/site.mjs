// A stand-in for a large WordPress: the sandbox's articles with their comments, copied as often as wanted. It asks the
// sandbox once for each kind of request and answers from memory then, so that it takes little of the processor.

import { startSandbox } from '../../tests/e2e/support/sandbox.mjs';
import { serve } from '../measure.mjs';

/** Ids of a copy are those of the original and this many times its number. */
const ID_STEP = 100_000;
const SUFFIX = '-copy-';
const MAX_PER_PAGE = 100;

const json = async (url) => (await fetch(url)).json();

/** What a request gets, by its text: asked of the sandbox once. */
function remembered(load) {
  const known = new Map();
  return (key, ...rest) => {
    if (!known.has(key)) known.set(key, load(key, ...rest));
    return known.get(key);
  };
}

/** Reads the articles that everybody sees, in the order of their ids, with the path of each. */
async function originals(api) {
  const posts = await json(
    `${api}wp/v2/posts?per_page=100&orderby=id&order=asc&_fields=id,slug,link,categories,content`,
  );
  return posts
    .filter(({ content }) => !content.protected)
    .map(({ id, slug, link, categories }) => ({ id, slug, categories, path: new URL(link).pathname }));
}

/**
 * Starts the site. `count` is how many articles it has, and may be changed.
 *
 * @returns {Promise<{ url: string, count: number, paths: () => string[], stop: () => Promise<void> }>}
 */
export async function startLargeSite(count) {
  const sandbox = await startSandbox();
  const api = `${sandbox.url}/wp-json/`;
  const bases = await originals(api);
  const bySlug = new Map(bases.map(({ slug }, index) => [decodeURIComponent(slug), index]));
  const byId = new Map(bases.map(({ id }, index) => [id, index]));
  const site = { count };

  const copyOf = (number) => ({ base: number % bases.length, copy: Math.floor(number / bases.length) });
  const pathOf = ({ base, copy }) =>
    copy === 0 ? bases[base].path : bases[base].path.replace(/\/$/, `${SUFFIX}${copy}/`);
  const bySlugOf = (text) => {
    const [, slug, copy] = new RegExp(`^(.*?)(?:${SUFFIX}(\\d+))?$`, 's').exec(text);
    return bySlug.has(slug) ? [{ base: bySlug.get(slug), copy: Number(copy ?? 0) }] : [];
  };
  const byIdOf = (id) => ({ base: byId.get(id % ID_STEP), copy: Math.floor(id / ID_STEP) });
  const exists = ({ base, copy }) => base !== undefined && base + copy * bases.length < site.count;

  /** All originals with these fields. */
  const shape = remembered(async (fields) => {
    const posts = await json(`${api}wp/v2/posts?per_page=100&orderby=id&order=asc&${fields}`);
    return posts.filter(({ id }) => byId.has(id));
  });
  /** The comments of an original: `query` has the rest of the request. */
  const comments = remembered(async (query) => {
    const response = await fetch(`${api}wp/v2/comments?${query}`);
    return { text: await response.text(), totals: totalsOf(response.headers) };
  });
  /** What concerns no article. */
  const other = remembered(async (path, method) => {
    const response = await fetch(sandbox.url + path, { method, redirect: 'manual' });
    const text = (await response.text()).replaceAll(sandbox.url, site.url);
    return { status: response.status, text, totals: totalsOf(response.headers) };
  });

  function copied(post, which) {
    const changed = { ...post, id: bases[which.base].id + which.copy * ID_STEP };
    if (post.link) changed.link = site.url + pathOf(which);
    if (post.slug && which.copy > 0) changed.slug = `${post.slug}${SUFFIX}${which.copy}`;
    return changed;
  }

  /** Which articles a query names, and how many there are in all. */
  function selected(query) {
    if (query.has('slug')) return one(bySlugOf(query.get('slug')));
    if (query.has('include')) return one([byIdOf(Number(query.get('include')))]);
    if (query.get('sticky') === 'true') return one([]);
    const perPage = Math.min(Number(query.get('per_page') ?? 10), MAX_PER_PAGE);
    const from = (Number(query.get('page') ?? 1) - 1) * perPage;
    const categories = query.get('categories')?.split(',').map(Number);
    const chosen = bases.flatMap((base, index) =>
      !categories || base.categories.some((id) => categories.includes(id)) ? [index] : [],
    );
    // Copies of the chosen originals, one round after the other.
    const whole = Math.floor(site.count / bases.length);
    const rest = chosen.filter((index) => index < site.count % bases.length).length;
    const total = whole * chosen.length + rest;
    const which = [];
    for (let number = from; number < Math.min(from + perPage, total); number += 1) {
      which.push({ base: chosen[number % chosen.length], copy: Math.floor(number / chosen.length) });
    }
    return { which, total, pages: Math.ceil(total / perPage) };
  }
  const one = (which) => {
    const found = which.filter(exists);
    return { which: found, total: found.length, pages: found.length };
  };

  async function posts(query) {
    const fields = ['_embed', '_fields'].filter((name) => query.has(name)).map((name) => `${name}=${query.get(name)}`);
    const shapes = await shape(fields.join('&'));
    const { which, total, pages } = selected(query);
    const text = JSON.stringify(which.map((each) => copied(shapes[each.base], each))).replaceAll(sandbox.url, site.url);
    return { text, totals: { 'x-wp-total': total, 'x-wp-totalpages': pages } };
  }

  /** Whether a query for comments names articles, and not a page of the site. */
  const isOfPosts = (query) =>
    query.has('post') &&
    query
      .get('post')
      .split(',')
      .every((id) => byId.has(id % ID_STEP));

  async function commentsOf(query) {
    const ids = query.get('post').split(',').map(Number);
    const rest = new URLSearchParams(query);
    const parts = ids.map(byIdOf).map(async (which) => {
      rest.set('post', bases[which.base].id);
      const { text, totals } = await comments(String(rest));
      const moved = text.replaceAll(sandbox.url + bases[which.base].path, site.url + pathOf(which));
      return { text: moved, totals, which };
    });
    if (ids.length === 1) return parts[0];
    // The numbers of comments of a list.
    const lists = (await Promise.all(parts)).map(({ text, which: { base, copy } }) =>
      JSON.parse(text).map((comment) => ({ ...comment, post: bases[base].id + copy * ID_STEP })),
    );
    const all = lists.flat();
    const totals = { 'x-wp-total': all.length, 'x-wp-totalpages': Math.ceil(all.length / MAX_PER_PAGE) };
    return { text: JSON.stringify(all.slice(0, MAX_PER_PAGE)), totals };
  }

  const server = await serve(async (request, response) => {
    const { pathname, searchParams: query } = new URL(request.url, site.url);
    let found;
    if (pathname.endsWith('/wp/v2/posts')) found = await posts(query);
    else if (pathname.endsWith('/wp/v2/comments') && isOfPosts(query)) found = await commentsOf(query);
    // Nobody writes while the figures are taken.
    else if (query.has('after')) found = { text: '[]', totals: { 'x-wp-total': 0, 'x-wp-totalpages': 0 } };
    else found = await other(request.url, request.method);
    const body = Buffer.from(found.text);
    const headers = { 'content-type': 'application/json; charset=UTF-8', 'content-length': body.length };
    response.writeHead(found.status ?? 200, { ...headers, ...found.totals }).end(body);
  });
  site.url = server.url;
  site.paths = () => Array.from({ length: site.count }, (_, number) => pathOf(copyOf(number)));
  site.stop = async () => {
    await server.close();
    await sandbox.stop();
  };
  return site;
}

function totalsOf(headers) {
  const names = ['x-wp-total', 'x-wp-totalpages', 'allow'];
  return Object.fromEntries(names.filter((name) => headers.has(name)).map((name) => [name, headers.get(name)]));
}
