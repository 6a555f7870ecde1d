// A stand-in for a WordPress with one article and as many comments as wanted: the real ones and the sandbox would need
// minutes to fill. It answers the requests of docs/generated/requests.md as WordPress does: at most 100 on a page, in
// the order of the dates, with totals in the headers, and only the fields that are asked for.

import { createServer } from 'node:http';

import { listen } from '../../scripts/static.mjs';

const MAX_PER_PAGE = 100;
/** A reply is to one of so many comments before it. */
const NEAR = 60;
const DEEPEST = 4;
const MINUTE_MS = 60_000;
const FIRST_MS = Date.UTC(2024, 0, 5, 8, 0);
const POST = 7;

const NAMES = ['نهى', 'Amine', 'سلمى بنت أحمد', 'Zoé', 'يوسف', 'Omar', 'خديجة', 'طارق'];
const SENTENCES = [
  'شكراً على هذا المقال، قرأته مرتين.',
  'جرّبت الوصفة بنصف كيلو من الدقيق ونجحت.',
  'هل يمكن استعمال <strong>الخميرة الطازجة</strong> بدل الجافة؟',
  'Merci, c’est exactement ce que je cherchais.',
  'كان العجين طرياً جداً، فأضفت قليلاً من الماء الدافئ ثم تركته ساعة كاملة.',
  'I used <em>wholemeal</em> flour, and it needed 20 minutes more.',
  'عندنا في البيت نضع معه زيت الزيتون والزعتر.',
  'التفصيل هنا: <a href="https://example.org/خبز" rel="nofollow ugc">صفحة الخبز</a>.',
];

/** The same numbers from 0 to 1 in every run. */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** `count` comments, of which `threads` reply to none, in the order in which they were written. */
export function makeComments({ count, threads }) {
  const random = numbers(1);
  const depths = [];
  return Array.from({ length: count }, (_, index) => {
    const isRoot = Math.floor((index * threads) / count) !== Math.floor(((index - 1) * threads) / count);
    let parent = isRoot ? -1 : index - 1 - Math.floor(random() * Math.min(NEAR, index));
    while (parent >= 0 && depths[parent] >= DEEPEST) parent -= 1;
    depths.push(parent < 0 ? 0 : depths[parent] + 1);
    const length = 1 + Math.floor(random() * 4);
    const text = Array.from({ length }, () => SENTENCES[Math.floor(random() * SENTENCES.length)]).join(' ');
    const date = new Date(FIRST_MS + index * 17 * MINUTE_MS).toISOString().slice(0, 19);
    return {
      id: index + 1,
      parent: parent + 1,
      author: 0,
      author_name: NAMES[Math.floor(random() * NAMES.length)],
      author_url: index % 5 === 0 ? 'https://example.org/' : '',
      date,
      date_gmt: date,
      content: { rendered: `<p>${text}</p>\n` },
      link: `https://example.org/2024/01/05/bread/#comment-${index + 1}`,
      status: 'approved',
      type: 'comment',
    };
  });
}

/** What WordPress sends of an article. */
function post(origin, slug) {
  const date = '2024-01-05T07:00:00';
  return {
    id: POST,
    slug,
    link: `${origin}/2024/01/05/${slug}/`,
    title: { rendered: 'خبز البيت' },
    excerpt: { rendered: '<p>خبز</p>' },
    content: { rendered: '<p>الخبز من دقيق وماء وملح وخميرة.</p>', protected: false },
    date,
    date_gmt: date,
    author: 1,
    comment_status: 'open',
    _embedded: { author: [{ id: 1, name: 'ليلى' }], 'wp:term': [[]] },
  };
}

const integers = (text) => text.split(',').map(Number);

/** The comments that a query asks for, in its order, before they are cut into pages. */
function selected(comments, byParent, query) {
  const order = query.get('order') ?? 'desc';
  let found = comments;
  if (query.has('parent')) {
    found = integers(query.get('parent'))
      .flatMap((parent) => byParent.get(parent) ?? [])
      .sort((a, b) => a.id - b.id);
  } else if (query.has('include')) {
    const ids = new Set(integers(query.get('include')));
    found = comments.filter(({ id }) => ids.has(id));
  }
  return order === 'asc' ? found : [...found].reverse();
}

function picked(item, fields) {
  if (!fields) return item;
  const names = new Set(fields.split(',').map((name) => name.split('.')[0]));
  if (names.has('_links')) names.add('_embedded');
  return Object.fromEntries(Object.entries(item).filter(([name]) => names.has(name)));
}

/**
 * Starts the site. `slug` is its article.
 *
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function startSite(comments, slug = 'bread') {
  const byParent = new Map();
  for (const comment of comments) byParent.set(comment.parent, [...(byParent.get(comment.parent) ?? []), comment]);
  const server = createServer((request, response) => {
    const { pathname, searchParams: query } = new URL(request.url, 'http://127.0.0.1');
    const send = (json, headers = {}) => {
      const type = 'application/json; charset=UTF-8';
      response.writeHead(200, { 'content-type': type, ...headers }).end(JSON.stringify(json));
    };
    const fields = query.get('_fields');
    const route = pathname.replace(/^\/wp-json\/?/, '');
    if (route === '') {
      send({ name: 'مطبخ', description: '', url: `http://${request.headers.host}` });
    } else if (query.has('_envelope')) {
      send({ body: { methods: ['GET', 'POST'] }, status: 200, headers: { Allow: 'GET, POST' } });
    } else if (route === 'wp/v2/comments') {
      const found = selected(comments, byParent, query);
      const perPage = Math.min(Number(query.get('per_page') ?? 10), MAX_PER_PAGE);
      const from = (Number(query.get('page') ?? 1) - 1) * perPage;
      const totals = { 'x-wp-total': found.length, 'x-wp-totalpages': Math.ceil(found.length / perPage) };
      send(
        found.slice(from, from + perPage).map((comment) => picked(comment, fields)),
        totals,
      );
    } else if (route === 'wp/v2/posts') {
      const isHere = query.get('slug') === slug || query.get('include') === String(POST);
      const posts = isHere ? [post(`http://${request.headers.host}`, slug)] : [];
      send(
        posts.map((each) => picked(each, fields)),
        { 'x-wp-total': posts.length, 'x-wp-totalpages': posts.length },
      );
    } else {
      send([], { 'x-wp-total': 0, 'x-wp-totalpages': 0 });
    }
  });
  return listen(server, 0);
}

export const POST_ID = POST;
export const POST_PATH = '/2024/01/05/bread/';
