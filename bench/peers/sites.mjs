// What each peer asks its own server, answered from the same comments. Written from the requests that the peers make; the
// settings are their own defaults, except what would ask another host (emoji, pictures of commenters).

const SITE = 'http://127.0.0.1';

/** The comments that reply to none, each with all below it, as widgets with two levels have them. */
function flatThreads(comments) {
  const roots = new Map();
  const rootOf = new Map();
  for (const comment of comments) {
    const root = comment.parent === 0 ? comment.id : rootOf.get(comment.parent);
    rootOf.set(comment.id, root);
    if (comment.parent === 0) roots.set(root, { comment, replies: [] });
    else roots.get(root).replies.push(comment);
  }
  return [...roots.values()];
}

const page = (head, body) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<link rel="icon" href="data:,"><title>Bread</title>${head}<h1>Bread</h1>${body}</html>`;

/** Waline: a page of threads, each with all its replies. */
export function waline(comments) {
  const threads = flatThreads(comments).reverse();
  const item = (comment) => ({
    objectId: comment.id,
    nick: comment.author_name,
    link: comment.author_url,
    avatar: '',
    comment: comment.content.rendered,
    orig: comment.content.rendered,
    time: Date.parse(`${comment.date_gmt}Z`),
    status: 'approved',
    like: 0,
    level: 0,
    browser: '',
    os: '',
    addr: '',
    sticky: 0,
  });
  return {
    files: { 'waline.js': '@waline/client/dist/waline.js', 'waline.css': '@waline/client/dist/waline.css' },
    page: page(
      '<link rel="stylesheet" href="/files/waline.css">',
      `<div id="waline"></div><script type="module">import { init } from '/files/waline.js';
init({ el: '#waline', serverURL: location.origin, path: '/bread/', emoji: false, search: false, imageUploader: false });</script>`,
    ),
    item: '.wl-card-item',
    answer({ pathname, searchParams }) {
      if (pathname !== '/api/comment') return undefined;
      const size = Number(searchParams.get('pageSize') ?? 10);
      const number = Number(searchParams.get('page') ?? 1);
      const shown = threads.slice((number - 1) * size, number * size);
      const data = shown.map(({ comment, replies }) => ({
        ...item(comment),
        children: replies.map((reply) => ({ ...item(reply), pid: reply.parent, rid: comment.id })),
      }));
      const totals = {
        page: number,
        totalPages: Math.ceil(threads.length / size),
        pageSize: size,
        count: comments.length,
      };
      return { errno: 0, errmsg: '', data: { ...totals, data } };
    },
  };
}

/** Artalk: a page of threads and their replies in one flat list. */
export function artalk(comments) {
  const threads = flatThreads(comments).reverse();
  const item = (comment, visible = true) => ({
    id: comment.id,
    content: comment.content.rendered,
    content_marked: comment.content.rendered,
    user_id: 1,
    nick: comment.author_name,
    email_encrypted: '',
    link: comment.author_url,
    ua: '',
    date: comment.date.replace('T', ' '),
    is_collapsed: false,
    is_pending: false,
    is_pinned: false,
    is_allow_reply: true,
    is_verified: false,
    rid: comment.parent,
    visible,
    vote_up: 0,
    vote_down: 0,
    page_key: '/bread/',
    page_url: '/bread/',
    site_name: 'Bread',
  });
  const about = {
    id: 1,
    admin_only: false,
    key: '/bread/',
    url: '/bread/',
    title: 'Bread',
    site_name: 'Bread',
    vote_up: 0,
    vote_down: 0,
    pv: 1,
  };
  return {
    files: { 'artalk.mjs': 'artalk/dist/Artalk.mjs', 'artalk.css': 'artalk/dist/Artalk.css' },
    page: page(
      '<link rel="stylesheet" href="/files/artalk.css">',
      `<div id="artalk"></div><script type="module">import Artalk from '/files/artalk.mjs';
Artalk.init({ el: '#artalk', server: location.origin, site: 'Bread', pageKey: '/bread/', pageTitle: 'Bread', emoticons: false, gravatar: { mirror: '/avatar/', params: '' }, versionCheck: false });</script>`,
    ),
    item: '.atk-comment',
    answer({ pathname, searchParams }) {
      if (pathname === '/api/v2/conf')
        return { frontend_conf: {}, version: { app: 'artalk', version: '2.9.1', commit_hash: '' } };
      if (pathname === '/api/v2/pages/pv') return { pv: 1 };
      if (pathname === '/api/v2/stats/page_comment') return { data: { '/bread/': comments.length } };
      if (pathname === '/api/v2/user') return { user: null, is_login: false, notifies: [], notifies_count: 0 };
      if (pathname !== '/api/v2/comments') return undefined;
      const from = Number(searchParams.get('offset') ?? 0);
      const shown = threads.slice(from, from + Number(searchParams.get('limit') ?? 20));
      const list = shown.flatMap(({ comment, replies }) => [item(comment), ...replies.map((reply) => item(reply))]);
      return { comments: list, count: comments.length, roots_count: threads.length, page: about };
    },
  };
}

/** Ghost: twenty threads, each with its first three replies. */
export function ghost(comments) {
  const PAGE = 20;
  const REPLIES = 3;
  const threads = flatThreads(comments).reverse();
  const item = (comment) => ({
    id: String(comment.id),
    post_id: 'bread',
    member: { id: 'm1', uuid: 'm1', name: comment.author_name, expertise: '', avatar_image: null },
    html: comment.content.rendered,
    status: 'published',
    created_at: `${comment.date_gmt}.000Z`,
    edited_at: null,
    liked: false,
    disliked: false,
    in_reply_to_id: null,
    count: { replies: 0, likes: 0, dislikes: 0 },
    replies: [],
  });
  return {
    files: { 'comments-ui.js': '@tryghost/comments-ui/umd/comments-ui.min.js' },
    page: page(
      '',
      `<div><script src="/files/comments-ui.js" data-ghost-comments="${SITE}" data-api="${SITE}/ghost/api/content" data-key="k" data-title="Comments" data-count="true"
data-post-id="bread" data-color-scheme="light" data-avatar-saturation="60" data-accent-color="#15171A" data-comments-enabled="all" data-publication="Bread" data-locale="en"></script></div>`,
    ),
    item: '[data-testid="comment-component"]',
    answer({ pathname, searchParams }) {
      if (pathname === '/members/api/member/') return null;
      if (pathname === '/ghost/api/content/settings/') return { settings: { labs: {} } };
      if (pathname === '/members/api/comments/counts/') return { bread: comments.length };
      if (pathname !== '/members/api/comments/post/bread/') return undefined;
      const number = Number(searchParams.get('page') ?? 1);
      const shown = threads.slice((number - 1) * PAGE, number * PAGE);
      const list = shown.map(({ comment, replies }) => ({
        ...item(comment),
        count: { replies: replies.length, likes: 0, dislikes: 0 },
        replies: replies.slice(0, REPLIES).map(item),
      }));
      const pages = Math.ceil(threads.length / PAGE);
      const pagination = {
        page: number,
        limit: PAGE,
        pages,
        total: threads.length,
        next: number < pages ? number + 1 : null,
        prev: null,
      };
      return { comments: list, meta: { pagination } };
    },
  };
}

/** Isso: all comments, each with all below it on a second level. */
export function isso(comments) {
  const item = (comment, parent = null) => ({
    id: comment.id,
    parent,
    text: comment.content.rendered,
    author: comment.author_name,
    website: comment.author_url || null,
    hash: `h${comment.id % 8}`,
    created: Date.parse(`${comment.date_gmt}Z`) / 1000,
    modified: null,
    likes: 0,
    dislikes: 0,
    mode: 1,
    notification: 0,
  });
  const replies = flatThreads(comments).map(({ comment, replies: below }) => ({
    ...item(comment),
    replies: below.map((reply) => item(reply, comment.id)),
    total_replies: below.length,
    hidden_replies: 0,
  }));
  const config = {
    'reply-to-self': false,
    'require-author': false,
    'require-email': false,
    'reply-notifications': false,
    gravatar: false,
    avatar: true,
    feed: false,
  };
  return {
    files: { 'isso.js': 'isso/isso/js/embed.min.js', 'isso.css': 'isso/isso/css/isso.css' },
    page: page(
      '<link rel="stylesheet" href="/files/isso.css">',
      `<section id="isso-thread" data-isso-id="/bread/" data-title="Bread"></section>
<script data-isso="/isso/" data-isso-css="false" src="/files/isso.js" async></script>`,
    ),
    item: '#isso-root .isso-comment',
    answer({ pathname }) {
      if (pathname === '/isso/config') return { config };
      return pathname === '/isso/'
        ? { id: null, total_replies: replies.length, hidden_replies: 0, replies, config }
        : undefined;
    },
  };
}
