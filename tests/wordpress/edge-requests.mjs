// Requests at the edges: what a client seldom asks for, and what becomes of a comment that nobody wants. See requests.mjs,
// whose form they have. Each site begins without the comments of others.
//
// Every new comment is taken for spam in `spam`, goes into the trash in `trash`, is refused by a plugin in `refused`, and is
// not taken by the database in `unsaved`. `nameless` needs no name and no address, `nameless held` holds such comments.

const posts = '/wp-json/wp/v2/posts';
const comments = '/wp-json/wp/v2/comments';
const categories = '/wp-json/wp/v2/categories';
const users = '/wp-json/wp/v2/users';
const form = '/wp-comments-post.php';
const json = { Accept: 'application/json' };
const origin = { Origin: 'http://reader.example' };
/** Stands for a site under maintenance: the sandbox knows the first header, the test WordPress the second. */
const maintenance = { 'X-Sandbox-Fault': 'status=503', 'X-Tadwina-Maintenance': '1' };
/** Another address of this machine, as another reader has. */
const ELSEWHERE = '127.0.0.2';

/** @param {{ ids: Record<string, number>, articles: object[], restComment: Function, formComment: Function }} of requests.mjs */
export function edgeRequests(given) {
  return [...reading(given), ...refusing(given), ...storing(given), ...nameless(given)];
}

/** Reading. */
function reading({ ids, articles }) {
  const { slug } = articles.find(({ id }) => id === ids.article);
  const vocalised = articles.find(({ key }) => key === 'vocalised').slug;
  const renamed = articles.find(({ id }) => id === ids.renamed);
  const bare = vocalised.replace(/[\u064b-\u0652]/g, '');
  const bySlug = (text) => `${posts}?_fields=id&slug=${encodeURIComponent(text)}`;
  const gets = (...paths) => paths.map((path) => ['edge', `GET ${path}`]);
  const permalink = (article) =>
    `/${article.date.slice(0, 10).replaceAll('-', '/')}/${encodeURIComponent(article.slug)}/`;
  return [
    // Beyond the last page, and lists that are empty.
    ...gets(`${posts}?search=zzzzqq&page=5`, `${posts}?search=zzzzqq`, `${users}?page=9`, `${categories}?post=999999`),
    ...gets(`${posts}?orderby=include`, `${posts}?order=sideways`, `${posts}?after=yesterday`),
    ...gets(`${comments}?order=sideways`, `${comments}?per_page=101`, `${comments}?page=0`, `${comments}?post=x`),

    // What is for moderators, and who has published nothing.
    ...gets(`${comments}?type=pingback`, `${comments}?author=1`, `${comments}?author_exclude=1`),
    ...gets(`${comments}?context=edit`, `${comments}?status=spam`, `${comments}?status=trash`),
    ...gets(`${comments}/${ids.spam}`, `${comments}/${ids.binned}`, `${comments}?include=${ids.spam},${ids.binned}`),
    ...gets(`${comments}?post=${ids.heldArticle}&order=asc&_fields=id,status,parent`),
    ...gets(`${comments}/215003?_fields=id,_links.children`, `${comments}?parent=215003&post=${ids.heldArticle}`),
    ...gets(`${users}/${ids.unpublished}`, `${users}?_fields=id&per_page=100`),

    // A total counts what nobody may see, and `parent` alone finds comments of other articles.
    ...gets(`${comments}?include=205001,206001&_fields=id`, `${comments}?parent=${ids.comment}&_fields=id,post`),

    // Slugs: invisible marks and vowel marks count, and nobody follows an old slug.
    ...gets(bySlug(vocalised), bySlug(bare), bySlug(`${slug}\u200f`), bySlug(`${slug}\u200c`)),
    ...gets(bySlug(renamed.old_slugs[0]), permalink(articles.find(({ id }) => id === ids.article)), '/'),

    // Whom a page of another origin may ask, and what it learns.
    ['edge', `GET ${posts}/999999`, { headers: origin }],
    ['edge', `GET ${comments}?post=${ids.draft}`, { headers: origin }],
    ['edge', `GET ${posts}/${ids.article}?_fields=id`, { headers: { 'X-WP-Nonce': 'bad' } }],
    ['edge', `GET ${posts}/${ids.article}?_fields=id&_wpnonce=bad`],
    ['edge', `POST /wp-json/wp/v2/nothing`, { text: '{', headers: { 'Content-Type': 'application/json' } }],
    ['edge', `OPTIONS ${comments}?post=${ids.closed}&_envelope`],
    ['edge', `GET ${comments}?post=${ids.commented}&_fields=id&per_page=1&_envelope`],

    // Maintenance: HTML, or JSON for those who ask for it, and unreadable for another origin.
    ['edge', `GET ${posts}`, { headers: { ...origin, ...maintenance } }],
    ['edge', `GET ${posts}`, { headers: { ...origin, ...maintenance, ...json } }],
    ['edge', `POST ${form}`, { form: { comment: 'أثناء الصيانة' }, headers: { ...maintenance, ...json } }],
  ];
}

/** Comments that are refused for what they say about themselves, or for who sent the one before. */
function refusing({ ids, restComment, formComment }) {
  const rest = (site, text, change, more) => [site, `POST ${comments}`, { form: restComment(text, change), ...more }];
  const again = 'بهارات & ملح';
  const byForm = (site, text, change, more) => [
    site,
    `POST ${form}`,
    { form: formComment(text, change), headers: json, ...more },
  ];
  return [
    rest('edge', 'بعنوان غيره', { author_ip: '10.0.0.1' }),
    rest('edge', 'بلا عنوان', { author_ip: '' }),
    rest('edge', 'بعنوان خطأ', { author_ip: 'elsewhere' }),
    rest('edge', 'بنوع فارغ', { type: '' }),
    rest('edge', 'بنوعه', { type: 'comment' }),
    rest('edge', 'برقم صفر', { id: 0 }),
    rest('edge', 'بمقال ليس رقمًا', { post: 'x' }),
    rest('edge', '<b>وسم</b> مرّتين'),
    rest('edge', '<b>وسم</b> مرّتين'),
    ['edge stock', `OPTIONS ${comments}?post=${ids.article}&_envelope`],
    byForm('edge stock', again),
    byForm('edge stock', again),
    ['edge stock', `POST ${comments}`, { form: restComment('من أصل آخر'), headers: origin }],
    byForm('edge stock', 'من أصل آخر', {}, { headers: { ...json, ...origin } }),
    byForm(
      'edge stock',
      'بعد الإغلاق من أصل آخر',
      { comment_post_ID: ids.closed },
      { headers: { ...json, ...origin } },
    ),

    // The same reader at another address of the network, and another reader there.
    rest('flood again', 'من هنا'),
    rest('flood again', 'من هناك', {}, { from: ELSEWHERE }),
    rest('flood again', 'من هناك أيضًا', { author_email: 'another@example.org' }, { from: ELSEWHERE }),
    byForm('flood again', 'ومن النموذج', { email: 'another@example.org' }),
  ];
}

/** Comments that are taken and shown to nobody, and those that are lost. */
function storing({ ids, restComment, formComment }) {
  const both = (site, text) => [
    [site, `POST ${comments}`, { form: restComment(`${text} من REST`) }],
    [site, `POST ${comments}`, { form: restComment(`${text} من REST`) }],
    [site, `POST ${form}`, { form: formComment(`${text} من النموذج`), headers: json }],
    [site, `POST ${form}`, { form: formComment(`${text} من النموذج`), headers: json }],
    [site, `POST ${form}`, { form: formComment(`${text} من النموذج`) }],
    [site, `GET ${comments}?post=${ids.article}`],
  ];
  return ['spam', 'trash', 'refused', 'unsaved'].flatMap((site) => both(site, 'لا يُرى'));
}

/** Sites that require no name and no address. */
function nameless({ ids, restComment, formComment }) {
  const rest = (site, text, change) => [site, `POST ${comments}`, { form: restComment(text, change) }];
  const byForm = (site, text, change) => [site, `POST ${form}`, { form: formComment(text, change), headers: json }];
  return [
    rest('nameless', 'بلا اسم', { author_name: '', author_email: '' }),
    rest('nameless', 'بلا اسم', { author_name: '', author_email: '' }),
    rest('nameless', 'بريد خطأ', { author_email: 'bad' }),
    ['nameless', `POST ${comments}`, { json: { post: ids.article, content: 'لا شيء سوى النصّ' } }],
    byForm('nameless', 'من النموذج بلا اسم', { author: '', email: '' }),
    byForm('nameless', 'من النموذج ببريد خطأ', { email: 'bad' }),
    ['nameless', `GET ${comments}?post=${ids.article}&order=asc&_fields=author_name,content,status`],
    byForm('nameless held', 'ينتظر بلا بريد', { author: '', email: '' }),
    byForm('nameless held', 'ينتظر ببريد', {}),
  ];
}
