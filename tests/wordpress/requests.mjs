// The requests that compare.mjs sends to both sides, in this order: later requests see the comments of earlier ones.
//
// A request is [site, 'METHOD path', options]. Sites: `open` takes anonymous comments over REST, `stock` does not,
// `flood` is open and enforces the waiting time between comments, `held` is open and holds every comment. The last two
// begin without the comments of earlier requests. Options: form (fields of a form), json (any value), text (a raw
// body), headers.

import { discussionRequests } from './discussion-requests.mjs';
import { edgeRequests } from './edge-requests.mjs';

/** Ids of the content that the requests use: see sandbox/content. */
export const IDS = {
  article: 201,
  other: 202,
  commented: 206,
  closed: 204,
  protected: 205,
  comment: 206001,
  heldArticle: 215,
  held: 215002,
  draft: 231,
  private: 232,
  trashed: 233,
  scheduled: 234,
  pending: 235,
  spam: 215005,
  binned: 215006,
  unpublished: 4,
  page: 2,
  image: 102,
  renamed: 217,
};

const posts = '/wp-json/wp/v2/posts';
const comments = '/wp-json/wp/v2/comments';
const form = '/wp-comments-post.php';
const json = { Accept: 'application/json' };
const origin = { Origin: 'http://reader.example' };

/** A correct comment for REST, with changes. */
const restComment = (text, change = {}) => ({
  post: IDS.article,
  author_name: 'قارئ',
  author_email: 'reader@example.org',
  content: text,
  ...change,
});

/** A correct comment for the form, with changes. */
const formComment = (text, change = {}) => ({
  comment_post_ID: IDS.article,
  author: 'قارئ',
  email: 'reader@example.org',
  url: '',
  comment: text,
  comment_parent: 0,
  ...change,
});

/** Requests for these addresses. */
const gets = (...paths) => paths.map((path) => ['open', `GET ${path}`]);

/** All requests, for the articles of the content. */
export function requests({ articles }) {
  const { slug, title } = articles.find(({ id }) => id === IDS.article);
  const long = articles.find(({ id }) => id === IDS.other);
  const encoded = encodeURIComponent(slug);
  const locked = articles.find(({ id }) => id === IDS.protected);
  const { password } = locked;
  const passwords = ['', '&password=wrong', `&password=${password}`];
  const renamed = articles.find(({ id }) => id === IDS.renamed);
  const day = `/${renamed.date.slice(0, 10).replaceAll('-', '/')}`;
  const old = encodeURIComponent(renamed.old_slugs[0]);
  const beginning = encodeURIComponent(renamed.slug.slice(0, 8));
  const embedded = '_embed=author,wp:term,wp:featuredmedia';
  return [
    // The site.
    ['open', 'GET /wp-json/?_fields=name,description,home,url,gmt_offset,timezone_string,site_icon_url'],
    ['open', 'GET /wp-json/wp/v2/nothing'],
    ['open', `GET /wp-json/?_fields=name`, { headers: origin }],
    ['open', `OPTIONS ${comments}`, { headers: { ...origin, 'Access-Control-Request-Method': 'POST' } }],

    // Articles.
    ['open', `GET ${posts}?per_page=3`],
    [
      'open',
      `GET ${posts}?per_page=100&_fields=id,slug,title,excerpt,link,date,date_gmt,comment_status,categories,tags,author,featured_media`,
    ],
    ['open', `GET ${posts}?per_page=100&_fields=id,content`],
    ['open', `GET ${posts}?per_page=5&page=2&_fields=id`],
    ['open', `GET ${posts}?page=99`],
    ['open', `GET ${posts}?per_page=101`],
    ['open', `GET ${posts}?page=0`],
    ['open', `GET ${posts}?per_page=x`],
    ['open', `GET ${posts}?categories=2,3&_fields=id,categories`],
    ['open', `GET ${posts}?tags=31&_fields=id`],
    ['open', `GET ${posts}?author=2&_fields=id`],
    ['open', `GET ${posts}?include=203,201&orderby=include&_fields=id`],
    ['open', `GET ${posts}?exclude=201&per_page=2&_fields=id`],
    ['open', `GET ${posts}?orderby=title&order=asc&per_page=5&_fields=id`],
    ['open', `GET ${posts}?orderby=relevance`],
    ['open', `GET ${posts}?search=${encodeURIComponent('الكتاب')}&_fields=id&orderby=date`],
    ...gets(`${posts}?sticky=true&_fields=id,sticky`, `${posts}?sticky=true&include=${IDS.article}&_fields=id`),
    ...gets(`${posts}?sticky=false&per_page=100&_fields=id,sticky`, `${posts}?sticky=yes`, `${posts}?sticky=`),
    ...gets('/wp-json/wp/v2/pages?sticky=yes&_fields=id'),
    ['open', `GET ${posts}?status=draft`],
    ['open', `GET ${posts}?context=edit`],
    ['open', `GET ${posts}/${IDS.article}`],
    ['open', `GET ${posts}/${IDS.article}?${embedded}`],
    ['open', `GET ${posts}/${IDS.other}?${embedded}`],
    ['open', `GET ${posts}/${IDS.other}?_fields=id,title.rendered,_links.author`],
    ['open', `GET ${posts}?slug=${encoded}&${embedded}&_fields=id,title,_links,_embedded`],
    ['open', `GET ${posts}?slug=${encoded}&${embedded}&_fields=id,_embedded`],
    ['open', `GET ${posts}/999999`],
    ['open', `GET ${posts}/${IDS.page}`],
    ['open', `GET ${posts}/999999?_envelope`],
    ['open', `GET ${posts}?per_page=2&_fields=id&_envelope`],
    ['open', `GET /?rest_route=/wp/v2/posts&per_page=2&page=2&_fields=id`],
    ['open', `GET /index.php/wp-json/wp/v2/posts?per_page=1&_fields=id`],

    // Slugs in every form that a client may send.
    ['open', `GET ${posts}?_fields=id&slug=${encoded}`],
    ['open', `GET ${posts}?_fields=id&slug=${encoded.toLowerCase()}`],
    ['open', `GET ${posts}?_fields=id&slug=${encodeURIComponent(encoded.toLowerCase())}`],
    ['open', `GET ${posts}?_fields=id&slug=${encodeURIComponent(encoded)}`],
    ['open', `GET ${posts}?_fields=id&slug=${encodeURIComponent(long.title.replaceAll(' ', '-'))}`],
    ['open', `GET ${posts}?_fields=id&slug=${encodeURIComponent(title)}`],
    ['open', `GET ${posts}?_fields=id&slug=nothing-of-the-kind`],
    ['open', `GET ${posts}?_fields=id&slug=${encoded},${encodeURIComponent(long.slug)}`],

    // An article with a password.
    ...gets(...passwords.map((query) => `${posts}/${IDS.protected}?_fields=id,title,content,excerpt${query}`)),
    ...gets(...passwords.map((query) => `${posts}?slug=${encodeURIComponent(locked.slug)}&_fields=id,content${query}`)),

    // Addresses of an article that are not its permalink.
    ...gets(`${day}/${old}/`, `${day}/${old}?a=1`, `/${old}/`, `/2023/01/01/${old}/`),
    ...gets(`${day}/${beginning}/`, `/${beginning}?a=1`, `/2023/01/01/${beginning}/`),
    ...gets(`/?p=${renamed.id}`, `/?p=${renamed.id}&a=1`, `/?p=${IDS.page}`, '/?p=999999'),
    ['open', `HEAD ${day}/${old}/`],
    ['open', `HEAD /?p=${renamed.id}`],

    // Terms, users, pages, images.
    ['open', 'GET /wp-json/wp/v2/categories?per_page=100'],
    ['open', 'GET /wp-json/wp/v2/categories/3'],
    ['open', 'GET /wp-json/wp/v2/categories/999999'],
    ['open', 'GET /wp-json/wp/v2/categories?parent=2&_fields=id,parent'],
    ['open', 'GET /wp-json/wp/v2/categories?include=4,3,2&_fields=id,name,link'],
    ['open', `GET /wp-json/wp/v2/categories?post=${IDS.article}&_fields=id`],
    ['open', 'GET /wp-json/wp/v2/categories?page=9&_fields=id'],
    ['open', 'GET /wp-json/wp/v2/tags?per_page=100&_fields=id,name,slug,count,link,taxonomy,description,meta'],
    ['open', 'GET /wp-json/wp/v2/users'],
    ['open', 'GET /wp-json/wp/v2/users/1'],
    ['open', 'GET /wp-json/wp/v2/users/999999'],
    ['open', 'GET /wp-json/wp/v2/users/me'],
    ['open', 'GET /wp-json/wp/v2/pages?_fields=id,slug,title,content,link,date,parent,comment_status'],
    ['open', `GET /wp-json/wp/v2/pages/${IDS.page}?_fields=id,slug,excerpt`],
    ['open', `GET /wp-json/wp/v2/media/${IDS.image}`],

    // Reading comments.
    ['open', `GET ${comments}?post=${IDS.commented}`],
    ['open', `GET ${comments}?post=${IDS.commented}&order=asc&per_page=2&page=2&_fields=id,parent,link,author_name`],
    ['open', `GET ${comments}?post=203&parent=0&order=asc&per_page=5&_fields=id,parent`],
    ['open', `GET ${comments}?post=203&parent=0&per_page=40&order=desc&_fields=id,parent,date&page=2`],
    ['open', `GET ${comments}?post=203&parent=203001,203002,203005&per_page=100&order=asc&_fields=id,parent&page=1`],
    ['open', `GET ${comments}?post=203&parent=203001&per_page=100&order=asc&_fields=id,parent&page=9`],
    ['open', `GET ${comments}?post=203&include=203001&_fields=id,parent`],
    ['open', `GET ${comments}?post=206&include=203001&_fields=id,parent`],
    ['open', `GET ${comments}?post=203&per_page=100&page=2&order=asc&orderby=date_gmt&_fields=id,parent,content`],
    ['open', `GET ${comments}?post=223&order=asc`],
    ['open', `GET ${comments}?post=208&order=asc&_fields=id,author_name,author_url,content`],
    ['open', `GET ${comments}?post=216&order=asc&_fields=id,author_name,content`],
    ['open', `GET ${comments}?post=${IDS.commented}&page=99`],
    ['open', `GET ${comments}?post=999999`],
    ['open', `GET ${comments}?post=0`],
    ...gets(...passwords.map((query) => `${comments}?post=${IDS.protected}&_fields=id${query}`)),
    ['open', `GET ${comments}?status=hold`],
    ['open', `GET ${comments}?author_email=a@example.org`],
    ['open', `GET ${comments}/${IDS.held}`],
    ['open', `GET ${comments}/999999`],
    ['open', `GET ${comments}/206001`],
    ['open', `GET ${comments}/206001?_embed=up,children&_fields=id,_links,_embedded`],

    // Permission to comment.
    ['open', `OPTIONS ${comments}?post=${IDS.article}`],
    ['open', `OPTIONS ${comments}?post=${IDS.closed}`],
    ...passwords.map((query) => ['open', `OPTIONS ${comments}?post=${IDS.protected}${query}`]),
    ['open', `OPTIONS ${comments}?post=999999`],
    ['stock', `OPTIONS ${comments}?post=${IDS.article}`],
    ['open', `OPTIONS ${comments}?post=${IDS.article}&_envelope`],

    // Writing comments over REST.
    ['stock', `POST ${comments}`, { form: restComment('لا يصل') }],
    ['stock', `POST ${comments}`, { form: restComment('لا يصل', { author_email: 'bad' }) }],
    ['open', `POST ${comments}`, { form: restComment('تعليق أوّل') }],
    ['open', `POST ${comments}`, { form: restComment('تعليق أوّل') }],
    [
      'open',
      `POST ${comments}`,
      { json: restComment('تعليق ثانٍ\nفي سطرين\n\nوفقرتين', { author_url: 'https://example.org/x' }) },
    ],
    ['open', `POST ${comments}`, { json: restComment('  ردّ  ', { parent: 206001, post: IDS.commented }) }],
    ['open', `POST ${comments}`, { json: restComment('ردّ على لا شيء', { parent: 999999 }) }],
    [
      'open',
      `POST ${comments}`,
      {
        json: restComment(
          '<script>x()</script> <b onclick="y()">غليظ</b> <a href="javascript:z()">ر</a> https://example.org/a :) "q" -- 5 < 6 & 7',
        ),
      },
    ],
    [
      'open',
      `POST ${comments}`,
      {
        json: restComment(
          '<a href="https://example.org/" title="t" target="_blank">ر</a> <em>م</em> <img src=x> <blockquote cite="https://example.org">ق</blockquote> <code>a < b</code>',
        ),
      },
    ],
    ['open', `POST ${comments}`, { json: restComment('اسم غريب', { author_name: '<b>أ</b> & "ب" ' }) }],
    ['open', `POST ${comments}`, { json: restComment('عنوان غريب', { author_url: 'javascript:alert(1)' }) }],
    ['open', `POST ${comments}`, { json: restComment('عنوان بلا بروتوكول', { author_url: 'example.org/me' }) }],
    ['open', `POST ${comments}`, { json: restComment('   ') }],
    ['open', `POST ${comments}`, { json: restComment('بلا اسم', { author_name: '' }) }],
    ['open', `POST ${comments}`, { json: restComment('بلا بريد', { author_email: '' }) }],
    ['open', `POST ${comments}`, { form: { post: IDS.article, content: 'بلا اسم ولا بريد' } }],
    ['open', `POST ${comments}`, { json: restComment('بريد خطأ', { author_email: 'not an address' }) }],
    ['open', `POST ${comments}`, { json: restComment('بريد عربيّ', { author_email: 'قارئ@مثال.إختبار' }) }],
    ['open', `POST ${comments}`, { json: restComment('اسم طويل', { author_name: 'س'.repeat(123) }) }],
    [
      'open',
      `POST ${comments}`,
      { json: restComment('بريد طويل', { author_email: `${'a'.repeat(60)}@${'b'.repeat(60)}.example.org` }) },
    ],
    [
      'open',
      `POST ${comments}`,
      { json: restComment('عنوان طويل', { author_url: `https://example.org/${'a'.repeat(200)}` }) },
    ],
    ['open', `POST ${comments}`, { json: restComment('ط'.repeat(32_763)) }],
    ['open', `POST ${comments}`, { json: restComment('حالة', { status: 'approve' }) }],
    ['open', `POST ${comments}`, { json: restComment('كاتب', { author: 1 }) }],
    ['open', `POST ${comments}`, { json: restComment('كاتب', { author: 0 }) }],
    ['open', `POST ${comments}`, { json: restComment('رقم', { id: 206001 }) }],
    ['open', `POST ${comments}`, { json: restComment('نوع', { type: 'pingback' }) }],
    ['open', `POST ${comments}`, { json: restComment('لا مقال', { post: 0 }) }],
    ['open', `POST ${comments}`, { json: restComment('لا مقال', { post: 999999 }) }],
    [
      'open',
      `POST ${comments}`,
      { json: { author_name: 'ق', author_email: 'reader@example.org', content: 'لا مقال' } },
    ],
    ['open', `POST ${comments}`, { json: restComment('مغلق', { post: IDS.closed }) }],
    ['open', `POST ${comments}`, { json: restComment('بلا كلمة', { post: IDS.protected }) }],
    ['open', `POST ${comments}`, { json: restComment('بكلمة خطأ', { post: IDS.protected, password: 'wrong' }) }],
    ['open', `POST ${comments}`, { json: restComment('بكلمة', { post: IDS.protected, password }) }],
    ['open', `POST ${comments}`, { json: restComment('على صفحة', { post: IDS.page }) }],
    ['open', `POST ${comments}`, { text: '{"post":', headers: { 'Content-Type': 'application/json' } }],
    ['open', `POST /?rest_route=/wp/v2/comments`, { form: restComment('من الطريق الآخر') }],
    ['open', `POST ${comments}`, { form: restComment('رمز'), headers: { 'X-WP-Nonce': 'bad' } }],
    ['open', `DELETE ${comments}/206001`],
    ['open', `GET ${comments}?post=${IDS.article}&order=asc&_fields=parent,author_name,author_url,content,status`],
    ['open', `GET ${posts}/${IDS.article}?_fields=_links.replies`],

    // Writing comments through the form.
    ['stock', `GET ${form}`],
    ['stock', `POST ${form}`, { form: formComment('من النموذج') }],
    ['stock', `POST ${form}`, { form: formComment('من النموذج') }],
    ['stock', `POST ${form}`, { form: formComment('من النموذج'), headers: json }],
    ['stock', `POST ${form}`, { form: formComment('مع موافقة', { 'wp-comment-cookies-consent': 'yes' }) }],
    [
      'stock',
      `POST ${form}`,
      {
        form: formComment('إلى القائمة', {
          redirect_to: `${comments}?post=${IDS.article}&per_page=1&_fields=id,status`,
        }),
      },
    ],
    ['stock', `POST ${form}`, { form: formComment('إلى بعيد', { redirect_to: 'https://other.example/' }) }],
    ['stock', `POST ${form}`, { form: formComment('ردّ', { comment_post_ID: IDS.commented, comment_parent: 206001 }) }],
    ['stock', `POST ${form}`, { form: formComment('ردّ على لا شيء', { comment_parent: 999999 }) }],
    ['stock', `POST ${form}`, { form: formComment('بلا اسم', { author: '' }) }],
    ['stock', `POST ${form}`, { form: formComment('بلا اسم', { author: '' }), headers: json }],
    ['stock', `POST ${form}`, { form: formComment('بريد خطأ', { email: 'bad' }), headers: json }],
    ['stock', `POST ${form}`, { form: formComment('  '), headers: json }],
    ['stock', `POST ${form}`, { form: formComment('اسم طويل', { author: 'س'.repeat(123) }), headers: json }],
    ['stock', `POST ${form}`, { form: formComment('مغلق', { comment_post_ID: IDS.closed }), headers: json }],
    ['stock', `POST ${form}`, { form: formComment('مغلق', { comment_post_ID: IDS.closed }) }],
    ['stock', `POST ${form}`, { form: formComment('بلا كلمة', { comment_post_ID: IDS.protected }) }],
    ['stock', `POST ${form}`, { form: formComment('لا مقال', { comment_post_ID: 999999 }) }],
    ['stock', `POST ${form}`, { form: formComment('<script>x()</script> <b>غليظ</b> & "q"') }],
    ['stock', `GET ${comments}?post=${IDS.article}&order=asc&_fields=parent,author_name,content,status`],

    // The waiting time between two comments.
    ['flood', `POST ${comments}`, { form: restComment('أوّل') }],
    ['flood', `POST ${comments}`, { form: restComment('ثانٍ بعده') }],
    ['flood', `POST ${form}`, { form: formComment('ثالث من النموذج', { email: 'second@example.org' }), headers: json }],
    ['flood', `POST ${form}`, { form: formComment('أوّل'), headers: json }],

    // Moderation.
    ['held', `POST ${comments}`, { form: restComment('ينتظر من REST') }],
    ['held', `POST ${form}`, { form: formComment('ينتظر بلا موافقة') }],
    ['held', `POST ${form}`, { form: formComment('ينتظر بموافقة', { 'wp-comment-cookies-consent': 'yes' }) }],
    [
      'held',
      `POST ${form}`,
      {
        form: formComment('ينتظر إلى القائمة', {
          redirect_to: `${comments}?post=${IDS.article}&per_page=1&_fields=id,status`,
        }),
      },
    ],
    ['held', `GET ${comments}?post=${IDS.article}`],
    ...discussionRequests({ ids: IDS, restComment, formComment }),
    ...edgeRequests({ ids: IDS, articles, restComment, formComment }),
  ];
}
