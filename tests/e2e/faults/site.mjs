// A WordPress with one article and its comments on loopback, which fails where a plan says so: before it reads a request,
// after it has saved a comment, in the middle of an answer, or with the answer of something that stands before it.

import { createServer } from 'node:http';

import { withSettings } from '../../../scripts/preview.mjs';
import { listen, load, prepared, refuse, send } from '../../../scripts/static.mjs';
import { DIST } from '../support/blog.mjs';

const ARTICLE = 7;
export const PATH = '/bread/';
/** The comment that is there from the beginning, if replies are wanted. */
export const PARENT = 40;

const HTML = '<!doctype html><title>502</title><h1>Bad gateway</h1>';

const json = (status, value, headers = {}) => ({
  status,
  headers: { 'content-type': 'application/json; charset=UTF-8', ...headers },
  body: JSON.stringify(value),
});
const html = (status, body = HTML, headers = {}) => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  body,
});
const refusal = (status, code) => json(status, { code, message: 'رسالة', data: { status } });

/** Faults of an answer, whether or not the request was carried out. */
const ANSWERS = {
  cut: () => ({ cut: true }),
  truncated: ({ body, ...answer }) => ({ ...answer, body, cutAt: Math.floor(body.length / 2) }),
  500: () => html(500),
  502: () => html(502),
  503: () => html(503, HTML, { 'retry-after': '1' }),
  conflict: () => html(409),
  firewall: () => html(403),
  page: () => html(200),
};

/**
 * Faults that a request may meet, by what it is for. `stale` is the answer of a cache from before the first comment,
 * `nothing` is none at all, and `repeated` what WordPress answers when a proxy sends a comment once more.
 */
export const FAULTS = {
  read: [...Object.keys(ANSWERS), 'slow', 'stale', 'nothing'],
  before: ['cut', '500', '502', '503', 'conflict', 'firewall', 'login', 'dropped', 'nothing'],
  after: ['cut', 'truncated', '500', '502', '503', 'page', 'slow', 'permalink', 'repeated', 'nothing'],
};

/**
 * @param {{ way: 'rest' | 'form', isModerated: boolean, findsDuplicates: boolean, hasParent: boolean, fault: (kind: string, name: string) => string,
 *   log?: (line: string) => void }} plan
 *   `log` is told what happens. `fault` says for each request of a kind (`read`, `before`, `after`) which of {@link FAULTS} it meets; '' for none.
 */
export async function startFaultySite({ way, isModerated, findsDuplicates, hasParent, fault, log = () => {} }) {
  const files = load(DIST);
  const page = prepared(
    '/index.html',
    Buffer.from(withSettings(files.get('/index.html').raw.toString('utf8'), { 'data-api': '/wp-json/' })),
  );
  const comments = [];
  let open = 0;
  let stale = [];

  const add = (author, content, { status = isModerated ? 'hold' : 'approved', parent = 0 } = {}) => {
    const comment = {
      id: PARENT + comments.length,
      post: ARTICLE,
      parent,
      author_name: author,
      date: '2023-11-05T10:00:00',
      date_gmt: '2023-11-05T09:00:00',
      content: { rendered: `<p>${content}</p>` },
      status,
    };
    comments.push(comment);
    log(`saved ${comment.id}: ${author}: ${content}${parent ? ` below ${parent}` : ''}`);
    return comment;
  };
  if (hasParent) add('خبّازة', 'من أين الدقيق؟', { status: 'approved' });
  stale = [...comments];
  const isDuplicate = (author, content, parent) =>
    findsDuplicates &&
    comments.some(
      (one) => one.author_name === author && one.content.rendered === `<p>${content}</p>` && one.parent === parent,
    );

  const article = {
    id: ARTICLE,
    slug: 'bread',
    link: '/bread/',
    title: { rendered: 'خبز البيت' },
    excerpt: { rendered: '' },
    content: { rendered: '<p>نص المقال.</p>', protected: false },
    date: '2023-11-03T15:43:00',
    date_gmt: '2023-11-03T14:43:00',
    comment_status: 'open',
  };

  const list = (query, all) => {
    const include = query.get('include')?.split(',').map(Number);
    const found = all.filter(({ id, status }) => status === 'approved' && (!include || include.includes(id)));
    if (query.get('order') === 'desc') found.reverse();
    const items = found.slice(0, Number(query.get('per_page') ?? 10));
    return json(200, items, { 'x-wp-total': found.length, 'x-wp-totalpages': 1 });
  };

  const read = (route, query, kind) => {
    if (route === '') return json(200, { name: 'المدونة', description: '', url: '', home: '' });
    if (route === 'wp/v2/posts') return json(200, query.get('slug') === 'bread' ? [article] : []);
    if (route === 'wp/v2/comments') return list(query, kind === 'stale' ? stale : comments);
    return json(200, []);
  };

  /** Saves a comment, and answers as WordPress does over REST or by its form. */
  const post = (isForm, fields) => {
    const names = isForm ? ['author', 'comment', 'comment_parent'] : ['author_name', 'content', 'parent'];
    const [author, content, above] = names.map((name) => fields.get(name));
    const parent = Number(above ?? 0);
    if (isDuplicate(author, content, parent)) return refusal(409, isForm ? 'wp_die' : 'comment_duplicate');
    const comment = add(author, content, { parent });
    if (!isForm) return json(201, comment);
    const held = isModerated ? `&unapproved=${comment.id}&moderation-hash=0f` : '';
    return {
      status: 302,
      headers: { location: `${fields.get('redirect_to')}${held}#comment-${comment.id}` },
      body: '',
    };
  };

  /** What a request meets in the place of WordPress's own answer, if anything. */
  const refusedBefore = (kind, fields) => {
    if (kind === 'login')
      return { status: 302, headers: { location: `/wp-login.php?redirect_to=${fields.get('redirect_to')}` }, body: '' };
    if (kind === 'nothing') return { hasNoAnswer: true };
    if (kind === 'dropped') return { status: 302, headers: { location: fields.get('redirect_to') ?? PATH }, body: '' };
    return ANSWERS[kind]?.({ body: '{}' });
  };

  const answer = async (request, url) => {
    const { method } = request;
    const route = url.pathname.replace(/^\/wp-json\//, '');
    const isForm = url.pathname === '/wp-comments-post.php';
    if (method === 'POST') {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      const fields = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
      const before = fault('before', 'post');
      if (before) return refusedBefore(before, fields);
      if (!isForm && way === 'form') return refusal(401, 'rest_comment_login_required');
      stale = [...comments];
      const answered = post(isForm, fields);
      const after = fault('after', 'post');
      if (after === 'repeated') return post(isForm, fields);
      if (after === 'permalink') return { ...answered, ...(isForm && { headers: { location: PATH } }) };
      return {
        ...(ANSWERS[after]?.(answered) ?? answered),
        isSlow: after === 'slow',
        hasNoAnswer: after === 'nothing',
      };
    }
    const isOptions = method === 'OPTIONS';
    const kind = fault('read', `${method} ${route} ${url.searchParams.get('per_page') ?? ''}`);
    const allow = way === 'rest' ? 'GET, POST' : 'GET';
    const answered = isOptions
      ? json(200, { body: {}, status: 200, headers: { Allow: allow } }, { allow })
      : read(route, url.searchParams, kind);
    return {
      ...(ANSWERS[kind]?.(answered) ?? answered),
      isSlow: kind === 'slow',
      hasNoAnswer: kind === 'nothing',
    };
  };

  const server = await listen(
    createServer(async (request, response) => {
      const url = new URL(request.url, 'http://127.0.0.1');
      const isWordPress = /^\/(?:wp-json\/|wp-comments-post\.php$|wp-login\.php$)/.test(url.pathname);
      if (!isWordPress) {
        const file = files.get(url.pathname);
        if (file && url.pathname !== '/index.html') send(request, response, file);
        else if (/\.\w+$/.test(url.pathname)) refuse(response, 404, 'no such file');
        else send(request, response, page);
        return;
      }
      open += 1;
      log(`${request.method} ${url.pathname}${url.search.slice(0, 60)}`);
      response.on('close', () => {
        open -= 1;
      });
      const { status, headers, body, cut, cutAt, isSlow, hasNoAnswer } =
        url.pathname === '/wp-login.php' ? html(200, '<!doctype html><title>دخول</title>') : await answer(request, url);
      // Until the client gives up.
      if (hasNoAnswer) return;
      // Long enough for a second press and for a reader who leaves.
      if (isSlow) await new Promise((resume) => setTimeout(resume, 250));
      if (cut) {
        response.destroy();
        return;
      }
      const bytes = Buffer.from(body, 'utf8');
      response.writeHead(status, { ...headers, 'content-length': bytes.length });
      if (cutAt === undefined) response.end(bytes);
      else response.write(bytes.subarray(0, cutAt), () => response.destroy());
    }),
    0,
  );

  return {
    url: server.url,
    add,
    /** The comments of `author` with this text. */
    savedBy: (author, text) =>
      comments.filter(({ author_name, content }) => author_name === author && content.rendered === `<p>${text}</p>`),
    /** Whether every request was answered. */
    isIdle: () => open === 0,
    /** The moderator publishes what waits. */
    approve() {
      for (const comment of comments) comment.status = 'approved';
    },
    close: server.close,
  };
}
