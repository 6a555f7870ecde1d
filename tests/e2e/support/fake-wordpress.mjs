// What a WordPress answers over the data of one site of tests/e2e/sites: its REST API, as far as tadwina asks it, and its
// comment form.

import { merge } from './site-data.mjs';

/** WordPress's own number of items on a page. */
const PER_PAGE = 10;

/** The headers of every response of the API to a page on another origin. */
export const corsHeaders = (origin, hasTotals) => ({
  'access-control-allow-origin': origin,
  'access-control-allow-credentials': 'true',
  'access-control-allow-methods': 'OPTIONS, GET, POST, PUT, PATCH, DELETE',
  'access-control-allow-headers': 'Authorization, X-WP-Nonce, Content-Disposition, Content-MD5, Content-Type',
  ...(hasTotals && { 'access-control-expose-headers': 'X-WP-Total, X-WP-TotalPages, Link' }),
  vary: 'Origin',
});

const json = (status, value, headers = {}) => ({
  status,
  headers: { 'content-type': 'application/json; charset=UTF-8', ...headers },
  body: JSON.stringify(value),
});

const refusal = (status, code) => json(status, { code, message: 'رسالة من الموقع', data: { status } });

/** A slug as WordPress compares it. */
const comparable = (slug) =>
  decodeURIComponent(slug)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, '-');

/** The path of a template such as `/{year}/{slug}/`. */
const filled = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** The categories with their addresses. */
function categories({ categories: all, permalinks, site }) {
  const path = ({ slug, parent }) => {
    const above = Object.values(all).find(({ id }) => id === parent);
    return above ? `${path(above)}/${slug}` : slug;
  };
  return Object.values(all).map((category) => ({
    link: site + filled(permalinks.categories, { ...category, path: path(category) }),
    taxonomy: 'category',
    path: path(category),
    ...category,
  }));
}

/** Posts or pages with their addresses and what they embed. */
function articles(data, kind, terms) {
  const { [kind]: written, permalinks, site } = data;
  return Object.values(written).map((article) => {
    // A record that is none.
    if (typeof article !== 'object') return article;
    const own = terms.filter(({ id }) => article.categories?.includes(id));
    const [year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(article.date)?.slice(1) ?? ['2023', '11', '03'];
    const values = { ...article, year, month, day, category: own[0]?.path };
    const link = site + filled(permalinks[kind], values);
    const embedded = { author: [{ id: 1, name: 'سلمى' }], 'wp:featuredmedia': [], 'wp:term': [own] };
    return merge({ link, _embedded: embedded }, article);
  });
}

/** Older posts than those of the data, until a list has enough pages. */
const filler = (count) =>
  Array.from({ length: count }, (_, index) => [
    `filler${index}`,
    {
      id: 101 + index,
      slug: `older-${101 + index}`,
      title: { rendered: `مقال أقدم ${index + 1}` },
      excerpt: { rendered: '<p>مقال أقدم.</p>' },
      content: { rendered: '<p>نص أقدم.</p>', protected: false },
      date: `2022-06-${String(28 - index).padStart(2, '0')}T10:00:00`,
      date_gmt: `2022-06-${String(28 - index).padStart(2, '0')}T09:00:00`,
      comment_status: 'open',
      categories: [3],
    },
  ]);

/** Those records for which a query asks. */
function matching(records, query) {
  const values = (name) => query.get(name)?.split(',');
  const numbers = (name) => values(name)?.map(Number);
  const slugs = values('slug')?.map(comparable);
  const [include, terms, posts] = ['include', 'categories', 'post'].map(numbers);
  const sticky = query.get('sticky');
  return records.filter(
    (record) =>
      (!slugs || slugs.includes(comparable(record.slug))) &&
      (!include || include.includes(Number(record.id))) &&
      (!terms || record.categories?.some((id) => terms.includes(id))) &&
      (!posts || posts.includes(record.post)) &&
      (!sticky || String(record.sticky === true) === sticky),
  );
}

/** A record with the fields for which a query asks. */
function picked(record, query) {
  const fields = query.get('_fields')?.split(',');
  if (!fields || typeof record !== 'object') return record;
  const names = fields.map((field) => field.split('.')[0]);
  if (query.has('_embed')) names.push('_embedded');
  return Object.fromEntries(Object.entries(record).filter(([name]) => names.includes(name)));
}

/** A page of a list, with its totals. */
function page(records, query, route, hasTotals) {
  const found = matching(records, query);
  if (query.get('order') === 'desc') found.reverse();
  const number = Number(query.get('page') ?? 1);
  const size = Number(query.get('per_page') ?? PER_PAGE);
  const pages = Math.ceil(found.length / size);
  if (['posts', 'pages'].includes(route) && number > pages && pages > 0) {
    return refusal(400, 'rest_post_invalid_page_number');
  }
  const items = found.slice((number - 1) * size, number * size).map((record) => picked(record, query));
  return json(200, items, hasTotals ? { 'x-wp-total': found.length, 'x-wp-totalpages': pages } : {});
}

/**
 * The WordPress of a site. Comments that arrive stay until it is gone.
 *
 * @returns {{ rest: Function, form: Function }} They answer `{ method, route, query, fields }` with a response.
 */
export function wordpress(data) {
  const { commenting, totals, index } = data;
  const terms = categories(data);
  const posts = { ...data.posts, ...Object.fromEntries(filler(data.filler)) };
  const records = {
    posts: articles({ ...data, posts }, 'posts', terms),
    pages: articles(data, 'pages', terms),
    categories: terms,
    comments: Object.values(data.comments),
  };
  const add = (fields, [post, name, content, parent]) => {
    const comment = {
      id: 1001 + records.comments.length,
      post: Number(fields.get(post)),
      parent: Number(fields.get(parent) ?? 0),
      author_name: fields.get(name),
      date: '2023-11-05T10:00:00',
      date_gmt: '2023-11-05T09:00:00',
      content: { rendered: `<p>${fields.get(content)}</p>` },
      status: 'approved',
    };
    records.comments.push(comment);
    return comment;
  };

  const rest = ({ method, route, query, fields }) => {
    if (route === '') return json(200, picked(index, query));
    if (!(route in records)) return refusal(404, 'rest_no_route');
    if (method === 'OPTIONS') {
      const allow = route === 'comments' && commenting.rest ? 'GET, POST' : 'GET';
      const value = { methods: allow.split(', ') };
      return query.has('_envelope')
        ? json(200, { body: value, status: 200, headers: { Allow: allow } }, { allow })
        : json(200, value, { allow });
    }
    if (method === 'POST' && route === 'comments') {
      if (!commenting.rest) return refusal(401, 'rest_comment_login_required');
      return json(201, add(fields, ['post', 'author_name', 'content', 'parent']));
    }
    return page(records[route], query, route, totals);
  };

  const form = ({ fields }) => {
    if (!commenting.form) return refusal(403, 'wp_die');
    const { id } = add(fields, ['comment_post_ID', 'author', 'comment', 'comment_parent']);
    return { status: 302, headers: { location: `${fields.get('redirect_to')}#comment-${id}` }, body: '' };
  };

  return { rest, form };
}
