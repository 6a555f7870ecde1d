// What compare.mjs asks both sides, in this order: later questions meet the comments of earlier ones.
//
// A question is [site, 'METHOD path', options]. Sites: `open` allows anonymous comments over REST, `stock` does not,
// `flood` is open and enforces the waiting time between comments, `held` is open and holds every comment; these two
// begin without the comments that were posted before. Options: form (fields of a form), json (any value), text (a
// raw body), headers.

/** Ids of the content that the questions lean on; see sandbox/content. */
export const IDS = {
  article: 201,
  other: 202,
  commented: 206,
  closed: 204,
  protected: 205,
  held: 215002,
  page: 2,
  image: 102,
};

const posts = '/wp-json/wp/v2/posts';
const comments = '/wp-json/wp/v2/comments';
const form = '/wp-comments-post.php';
const json = { Accept: 'application/json' };
const origin = { Origin: 'http://reader.example' };

/** A comment that nothing is wrong with, for REST; `change` makes it wrong. */
const say = (text, change = {}) => ({
  post: IDS.article,
  author_name: 'قارئ',
  author_email: 'reader@example.org',
  content: text,
  ...change,
});
/** The same for the form. */
const write = (text, change = {}) => ({
  comment_post_ID: IDS.article,
  author: 'قارئ',
  email: 'reader@example.org',
  url: '',
  comment: text,
  comment_parent: 0,
  ...change,
});

/** All questions. `content` has the article list and slugs. */
export function questions(content) {
  const { slug, title } = content.articles.find(({ id }) => id === IDS.article);
  const long = content.articles.find(({ id }) => id === IDS.other);
  const encoded = encodeURIComponent(slug);
  const password = content.articles.find(({ id }) => id === IDS.protected).password;
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

    // Slugs in every form that reaches a client.
    ['open', `GET ${posts}?_fields=id&slug=${encoded}`],
    ['open', `GET ${posts}?_fields=id&slug=${encoded.toLowerCase()}`],
    ['open', `GET ${posts}?_fields=id&slug=${encodeURIComponent(encoded.toLowerCase())}`],
    ['open', `GET ${posts}?_fields=id&slug=${encodeURIComponent(encoded)}`],
    ['open', `GET ${posts}?_fields=id&slug=${encodeURIComponent(long.title.replaceAll(' ', '-'))}`],
    ['open', `GET ${posts}?_fields=id&slug=${encodeURIComponent(title)}`],
    ['open', `GET ${posts}?_fields=id&slug=nothing-of-the-kind`],
    ['open', `GET ${posts}?_fields=id&slug=${encoded},${encodeURIComponent(long.slug)}`],

    // An article under a password.
    ['open', `GET ${posts}/${IDS.protected}?_fields=id,title,content,excerpt`],
    ['open', `GET ${posts}/${IDS.protected}?_fields=id,content&password=wrong`],
    ['open', `GET ${posts}/${IDS.protected}?_fields=id,content,excerpt&password=${password}`],
    [
      'open',
      `GET ${posts}?slug=${encodeURIComponent(content.articles.find(({ id }) => id === IDS.protected).slug)}&_fields=id,content&password=wrong`,
    ],

    // Terms, people, pages, images.
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

    // Comments, read.
    ['open', `GET ${comments}?post=${IDS.commented}`],
    ['open', `GET ${comments}?post=${IDS.commented}&order=asc&per_page=2&page=2&_fields=id,parent,link,author_name`],
    ['open', `GET ${comments}?post=203&parent=0&order=asc&per_page=5&_fields=id,parent`],
    ['open', `GET ${comments}?post=203&per_page=100&page=2&order=asc&orderby=date_gmt&_fields=id,parent,content`],
    ['open', `GET ${comments}?post=208&order=asc&_fields=id,author_name,author_url,content`],
    ['open', `GET ${comments}?post=216&order=asc&_fields=id,author_name,content`],
    ['open', `GET ${comments}?post=${IDS.commented}&page=99`],
    ['open', `GET ${comments}?post=999999`],
    ['open', `GET ${comments}?post=0`],
    ['open', `GET ${comments}?post=${IDS.protected}`],
    ['open', `GET ${comments}?post=${IDS.protected}&password=${password}&_fields=id`],
    ['open', `GET ${comments}?status=hold`],
    ['open', `GET ${comments}?author_email=a@example.org`],
    ['open', `GET ${comments}/${IDS.held}`],
    ['open', `GET ${comments}/999999`],
    ['open', `GET ${comments}/206001`],
    ['open', `GET ${comments}/206001?_embed=up,children&_fields=id,_links,_embedded`],

    // May I comment?
    ['open', `OPTIONS ${comments}?post=${IDS.article}`],
    ['open', `OPTIONS ${comments}?post=${IDS.closed}`],
    ['open', `OPTIONS ${comments}?post=${IDS.protected}`],
    ['open', `OPTIONS ${comments}?post=999999`],
    ['stock', `OPTIONS ${comments}?post=${IDS.article}`],
    ['open', `OPTIONS ${comments}?post=${IDS.article}&_envelope`],

    // Comments, written over REST.
    ['stock', `POST ${comments}`, { form: say('لا يصل') }],
    ['stock', `POST ${comments}`, { form: say('لا يصل', { author_email: 'bad' }) }],
    ['open', `POST ${comments}`, { form: say('تعليق أوّل') }],
    ['open', `POST ${comments}`, { form: say('تعليق أوّل') }],
    [
      'open',
      `POST ${comments}`,
      { json: say('تعليق ثانٍ\nفي سطرين\n\nوفقرتين', { author_url: 'https://example.org/x' }) },
    ],
    ['open', `POST ${comments}`, { json: say('  ردّ  ', { parent: 206001, post: IDS.commented }) }],
    ['open', `POST ${comments}`, { json: say('ردّ على لا شيء', { parent: 999999 }) }],
    [
      'open',
      `POST ${comments}`,
      {
        json: say(
          '<script>x()</script> <b onclick="y()">غليظ</b> <a href="javascript:z()">ر</a> https://example.org/a :) "q" -- 5 < 6 & 7',
        ),
      },
    ],
    [
      'open',
      `POST ${comments}`,
      {
        json: say(
          '<a href="https://example.org/" title="t" target="_blank">ر</a> <em>م</em> <img src=x> <blockquote cite="https://example.org">ق</blockquote> <code>a < b</code>',
        ),
      },
    ],
    ['open', `POST ${comments}`, { json: say('اسم غريب', { author_name: '<b>أ</b> & "ب" ' }) }],
    ['open', `POST ${comments}`, { json: say('عنوان غريب', { author_url: 'javascript:alert(1)' }) }],
    ['open', `POST ${comments}`, { json: say('عنوان بلا بروتوكول', { author_url: 'example.org/me' }) }],
    ['open', `POST ${comments}`, { json: say('   ') }],
    ['open', `POST ${comments}`, { json: say('بلا اسم', { author_name: '' }) }],
    ['open', `POST ${comments}`, { json: say('بلا بريد', { author_email: '' }) }],
    ['open', `POST ${comments}`, { form: { post: IDS.article, content: 'بلا اسم ولا بريد' } }],
    ['open', `POST ${comments}`, { json: say('بريد خطأ', { author_email: 'not an address' }) }],
    ['open', `POST ${comments}`, { json: say('بريد عربيّ', { author_email: 'قارئ@مثال.إختبار' }) }],
    ['open', `POST ${comments}`, { json: say('اسم طويل', { author_name: 'س'.repeat(123) }) }],
    [
      'open',
      `POST ${comments}`,
      { json: say('بريد طويل', { author_email: `${'a'.repeat(60)}@${'b'.repeat(60)}.example.org` }) },
    ],
    ['open', `POST ${comments}`, { json: say('عنوان طويل', { author_url: `https://example.org/${'a'.repeat(200)}` }) }],
    ['open', `POST ${comments}`, { json: say('ط'.repeat(32_763)) }],
    ['open', `POST ${comments}`, { json: say('حالة', { status: 'approve' }) }],
    ['open', `POST ${comments}`, { json: say('كاتب', { author: 1 }) }],
    ['open', `POST ${comments}`, { json: say('كاتب', { author: 0 }) }],
    ['open', `POST ${comments}`, { json: say('رقم', { id: 206001 }) }],
    ['open', `POST ${comments}`, { json: say('نوع', { type: 'pingback' }) }],
    ['open', `POST ${comments}`, { json: say('لا مقال', { post: 0 }) }],
    ['open', `POST ${comments}`, { json: say('لا مقال', { post: 999999 }) }],
    [
      'open',
      `POST ${comments}`,
      { json: { author_name: 'ق', author_email: 'reader@example.org', content: 'لا مقال' } },
    ],
    ['open', `POST ${comments}`, { json: say('مغلق', { post: IDS.closed }) }],
    ['open', `POST ${comments}`, { json: say('بلا كلمة', { post: IDS.protected }) }],
    ['open', `POST ${comments}`, { json: say('بكلمة', { post: IDS.protected, password }) }],
    ['open', `POST ${comments}`, { json: say('على صفحة', { post: IDS.page }) }],
    ['open', `POST ${comments}`, { text: '{"post":', headers: { 'Content-Type': 'application/json' } }],
    ['open', `POST /?rest_route=/wp/v2/comments`, { form: say('من الطريق الآخر') }],
    ['open', `POST ${comments}`, { form: say('رمز'), headers: { 'X-WP-Nonce': 'bad' } }],
    ['open', `DELETE ${comments}/206001`],
    ['open', `GET ${comments}?post=${IDS.article}&order=asc&_fields=parent,author_name,author_url,content,status`],
    ['open', `GET ${posts}/${IDS.article}?_fields=_links.replies`],

    // Comments, written through the form.
    ['stock', `GET ${form}`],
    ['stock', `POST ${form}`, { form: write('من النموذج') }],
    ['stock', `POST ${form}`, { form: write('من النموذج') }],
    ['stock', `POST ${form}`, { form: write('من النموذج'), headers: json }],
    ['stock', `POST ${form}`, { form: write('مع موافقة', { 'wp-comment-cookies-consent': 'yes' }) }],
    [
      'stock',
      `POST ${form}`,
      { form: write('إلى القائمة', { redirect_to: `${comments}?post=${IDS.article}&per_page=1&_fields=id,status` }) },
    ],
    ['stock', `POST ${form}`, { form: write('إلى بعيد', { redirect_to: 'https://other.example/' }) }],
    ['stock', `POST ${form}`, { form: write('ردّ', { comment_post_ID: IDS.commented, comment_parent: 206001 }) }],
    ['stock', `POST ${form}`, { form: write('ردّ على لا شيء', { comment_parent: 999999 }) }],
    ['stock', `POST ${form}`, { form: write('بلا اسم', { author: '' }) }],
    ['stock', `POST ${form}`, { form: write('بلا اسم', { author: '' }), headers: json }],
    ['stock', `POST ${form}`, { form: write('بريد خطأ', { email: 'bad' }), headers: json }],
    ['stock', `POST ${form}`, { form: write('  '), headers: json }],
    ['stock', `POST ${form}`, { form: write('اسم طويل', { author: 'س'.repeat(123) }), headers: json }],
    ['stock', `POST ${form}`, { form: write('مغلق', { comment_post_ID: IDS.closed }), headers: json }],
    ['stock', `POST ${form}`, { form: write('مغلق', { comment_post_ID: IDS.closed }) }],
    ['stock', `POST ${form}`, { form: write('بلا كلمة', { comment_post_ID: IDS.protected }) }],
    ['stock', `POST ${form}`, { form: write('لا مقال', { comment_post_ID: 999999 }) }],
    ['stock', `POST ${form}`, { form: write('<script>x()</script> <b>غليظ</b> & "q"') }],
    ['stock', `GET ${comments}?post=${IDS.article}&order=asc&_fields=parent,author_name,content,status`],

    // The waiting time between two comments.
    ['flood', `POST ${comments}`, { form: say('أوّل') }],
    ['flood', `POST ${comments}`, { form: say('ثانٍ بعده') }],
    ['flood', `POST ${form}`, { form: write('ثالث من النموذج', { email: 'second@example.org' }), headers: json }],
    ['flood', `POST ${form}`, { form: write('أوّل'), headers: json }],

    // Moderation.
    ['held', `POST ${comments}`, { form: say('ينتظر من REST') }],
    ['held', `POST ${form}`, { form: write('ينتظر بلا موافقة') }],
    ['held', `POST ${form}`, { form: write('ينتظر بموافقة', { 'wp-comment-cookies-consent': 'yes' }) }],
    [
      'held',
      `POST ${form}`,
      {
        form: write('ينتظر إلى القائمة', {
          redirect_to: `${comments}?post=${IDS.article}&per_page=1&_fields=id,status`,
        }),
      },
    ],
    ['held', `GET ${comments}?post=${IDS.article}`],
  ];
}
