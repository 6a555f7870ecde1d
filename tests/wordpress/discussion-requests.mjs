// Requests for what keeps a discussion from going on: see requests.mjs, whose form they have. Each site begins without the
// comments of others.
//
// `fresh` is open and `fresh stock` takes comments by the form alone; `aged` and `aged stock` are the same sites with
// articles that WordPress has closed for their age, `members` and `members stock` with comments for registered people only.

const posts = '/wp-json/wp/v2/posts';
const comments = '/wp-json/wp/v2/comments';
const form = '/wp-comments-post.php';
const json = { Accept: 'application/json' };

/** @param {{ ids: Record<string, number>, restComment: Function, formComment: Function }} of requests.mjs */
export function discussionRequests({ ids, restComment, formComment }) {
  const rest = (site, text, change) => [site, `POST ${comments}`, { form: restComment(text, change) }];
  const byForm = (site, text, change) => [site, `POST ${form}`, { form: formComment(text, change), headers: json }];
  const hidden = [ids.draft, ids.private, ids.trashed, ids.scheduled, ids.pending];
  const held = { rest: { post: ids.heldArticle, parent: ids.held }, form: [ids.heldArticle, ids.held] };
  const reply = ([comment_post_ID, comment_parent]) => ({ comment_post_ID, comment_parent });
  const again = 'مرّتين & مرّتين';
  return [
    // Articles that are not public.
    ...hidden.flatMap((id) => [
      ['fresh', `GET ${posts}/${id}`],
      ['fresh', `GET ${comments}?post=${id}`],
      ['fresh', `GET /wp-json/wp/v2/categories?post=${id}`],
      ['fresh', `OPTIONS ${comments}?post=${id}`],
      rest('fresh', 'إلى ما لا يُرى', { post: id }),
    ]),
    ['fresh', `GET ${posts}?per_page=100&_fields=id`],
    ['fresh', `GET ${posts}?include=${hidden}&_fields=id`],

    // Whom a comment replies to is not looked at over REST.
    rest('fresh', 'ردّ على ما ينتظر', held.rest),
    rest('fresh', 'ردّ على تعليق مقال آخر', { parent: ids.comment }),
    ['fresh', `GET ${comments}?post=${ids.heldArticle}&order=asc&_fields=parent,status,content`],

    // Limits are of bytes: an Arabic letter has two.
    rest('fresh', 'أطول اسم', { author_name: `${'س'.repeat(122)}a`, author_email: 'longest@example.org' }),
    rest('fresh', 'اسم أطول ببايت', { author_name: `${'س'.repeat(122)}ab` }),
    rest('fresh', `${'ط'.repeat(32_762)}a`),
    rest('fresh', `${'ط'.repeat(32_762)}ab`),

    // The same comment again, and below another.
    rest('fresh', again),
    rest('fresh', again),
    rest('fresh', 'في موضعين'),
    rest('fresh', 'في موضعين', { parent: 999_999 }),

    ...hidden.map((id) => byForm('fresh stock', 'إلى ما لا يُرى', { comment_post_ID: id })),
    byForm('fresh stock', 'ردّ على ما ينتظر', reply(held.form)),
    byForm('fresh stock', 'ردّ على تعليق مقال آخر', { comment_parent: ids.comment }),
    byForm('fresh stock', 'أطول اسم', { author: `${'س'.repeat(122)}a`, email: 'longest@example.org' }),
    byForm('fresh stock', 'اسم أطول ببايت', { author: `${'س'.repeat(122)}ab` }),
    byForm('fresh stock', 'بريد طويل', { email: `${'a'.repeat(60)}@${'b'.repeat(60)}.example.org` }),
    byForm('fresh stock', 'عنوان طويل', { url: `https://example.org/${'a'.repeat(200)}` }),
    byForm('fresh stock', `${'ط'.repeat(32_762)}ab`),
    byForm('fresh stock', 'في موضعين', { comment_post_ID: ids.commented }),
    byForm('fresh stock', 'في موضعين', { comment_post_ID: ids.commented, comment_parent: ids.comment }),

    // Articles that were closed for their age still say that they are open.
    ...['aged', 'aged stock'].flatMap((site) => [
      [site, `GET ${posts}/${ids.article}?_fields=id,comment_status`],
      [site, `OPTIONS ${comments}?post=${ids.article}`],
      rest(site, 'بعد زمن'),
      byForm(site, 'بعد زمن'),
    ]),

    // Only registered people.
    ...['members', 'members stock'].flatMap((site) => [
      [site, `OPTIONS ${comments}?post=${ids.article}`],
      rest(site, 'بلا حساب'),
      byForm(site, 'بلا حساب'),
      rest(site, 'بلا حساب على مغلق', { post: ids.closed }),
      byForm(site, 'بلا حساب على مغلق', { comment_post_ID: ids.closed }),
    ]),
  ];
}
