// What the page does while the WASM is on its way. Trunk puts this at the top of index.html, so that it
// waits for nothing.
//
// It begins the one request that this address needs, and shows an article's title and text as soon as
// the answer is here. The application takes the same answer when it starts and puts the same markup in
// its place: what is not shown yet already has its room. Addresses are those of src/api/client.rs, names those of src/browser/sanitizer/policy.rs:
// tests/conventions.rs holds them equal. Where anything here fails, the application does it all itself.
{
  const elements =
    'a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p picture pre q rp rt ruby s samp section small source span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr audio video track';
  const attributes =
    'alt cite class colspan controls datetime decoding dir headers height href hreflang id kind label lang loading media open poster preload rel reversed rowspan scope sizes span src srclang srcset start target title type value width';
  const unwrapped =
    'acronym address article aside big body button center dialog fieldset font footer form header hgroup label legend main marquee nav nobr optgroup option select strike tt';
  const article =
    'wp/v2/posts?_embed=author,wp:term,wp:featuredmedia&_fields=id,slug,link,title.rendered,excerpt.rendered,content,date,date_gmt,comment_status,tadwina,_links.author,_links.wp:term,_links.wp:featuredmedia';
  const list = 'wp/v2/posts?per_page=10&_fields=id,link,title.rendered,excerpt.rendered,date,date_gmt';

  const { api = '/wp-json/', base = '' } = document.documentElement.dataset;

  /** The shell's main part; null once the application has taken its place. */
  const shell = () => document.querySelector('.td-main:not([id])');

  /** What the application will ask first at this address, and whether that is an article. */
  const question = () => {
    const inside = location.pathname.slice(base.replace(/\/$/, '').length);
    const segments = inside.replace(/\/comment-page-\d+\/?$/, '').split('/').filter(Boolean);
    const id = Number(new URLSearchParams(location.search).get('p'));
    if (segments[0] === 'category' && segments[1]) return [];
    if (id > 0) return [`${article}&include=${id}`, true];
    if (segments.length === 0) return [`${list}&page=1`, false];
    const [before, last] = segments.slice(-2);
    if (last && before === 'page') return segments.length === 2 ? [`${list}&page=${last}`, false] : [];
    const slug = encodeURIComponent(decodeURIComponent(last ?? before)).toLowerCase();
    return [`${article}&slug=${slug}`, true];
  };

  const ask = async (url) => {
    // As long as src/browser/edge.js waits, which then asks again.
    const signal = AbortSignal.timeout(35_000);
    const response = await fetch(url, { headers: { Accept: 'application/json' }, priority: 'high', signal });
    return {
      url: response.url,
      status: response.status,
      total: response.headers.get('X-WP-Total'),
      pages: response.headers.get('X-WP-TotalPages'),
      body: await response.text(),
    };
  };

  const make = (parent, tag, className, text = '') => {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = text;
    parent.append(element);
    return element;
  };

  const plain = (html) => new DOMParser().parseFromString(html, 'text/html').body.textContent;

  let hasFailed = false;

  /** Says that the rest will not come. */
  const tell = (main) => {
    for (const waiting of main.querySelectorAll('.td-placeholder, .td-later')) waiting.remove();
    main.append(document.getElementById('td-failure').content.cloneNode(true));
    main.querySelector('.td-error button').addEventListener('click', () => location.reload());
  };

  /** The room of the breadcrumbs: as many words as they will have. */
  const crumbs = (main, post, title) => {
    const list = make(make(main, 'nav', 'td-breadcrumbs td-later'), 'ol', 'td-breadcrumbs__list');
    const terms = (post._embedded?.['wp:term'] ?? []).flat().filter(({ taxonomy }) => taxonomy === 'category');
    const names = terms.map(({ link, name }) => {
      const above = new URL(link).pathname.split('/category/')[1]?.split('/').filter(Boolean).slice(0, -1) ?? [];
      return [...above.map((slug) => decodeURIComponent(slug).replaceAll('-', ' ')), plain(name)];
    });
    const longest = names.reduce((best, trail) => (trail.length > best.length ? trail : best), []);
    for (const name of ['الرئيسية', ...longest]) {
      make(make(list, 'li', 'td-breadcrumbs__item'), 'span', 'td-breadcrumbs__link', name);
    }
    const here = make(list, 'li', 'td-breadcrumbs__item');
    here.ariaCurrent = 'page';
    make(here, 'bdi', '', title);
  };

  const show = ([post]) => {
    const main = shell();
    if (!post?.content.rendered || !main?.setHTML) return;
    const title = plain(post.title.rendered);
    main.replaceChildren();
    crumbs(main, post, title);
    const view = make(main, 'article', 'td-article');
    const header = make(view, 'header', 'td-article__header');
    make(header, 'h1', 'td-article__title', title).dir = 'auto';
    const meta = make(header, 'div', 'td-article__meta td-later');
    const author = post._embedded?.author?.[0]?.name ?? '';
    make(meta, 'p', 'td-byline', `كتبه ${plain(author)} في ${post.date.slice(0, 10)} - 00:00 م 0`);
    const button = make(make(meta, 'div', 'td-share'), 'span', 'td-share__button td-button', 'مشاركة');
    button.prepend(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
    button.firstChild.classList.add('td-icon');
    const picture = post._embedded?.['wp:featuredmedia']?.[0]?.media_details;
    if (picture?.width) {
      const room = make(make(view, 'figure', 'td-figure'), 'div', 'td-figure__image');
      room.style.aspectRatio = `${picture.width} / ${picture.height}`;
    }
    const body = make(view, 'div', 'td-prose');
    body.dir = 'auto';
    body.setHTML(post.content.rendered, {
      sanitizer: {
        elements: elements.split(' '),
        attributes: attributes.split(' '),
        replaceWithChildrenElements: unwrapped.split(' '),
        comments: false,
        dataAttributes: false,
      },
    });
    if (hasFailed) tell(main);
  };

  try {
    const [path, isArticle] = question();
    if (path) {
      const root = api.includes('?') ? api : api.replace(/\/?$/, '/');
      const url = root + (api.includes('?') ? path.replace('?', '&') : path);
      const early = { url, coming: ask(url) };
      globalThis.tadwinaEarly = early;
      early.coming
        .then((answer) => {
          early.answer = answer;
          if (isArticle) show(JSON.parse(answer.body));
        })
        .catch(() => {});
    }
  } catch {
    // An address that is no address: the application says so.
  }

  // A page whose WASM never comes says so instead of promising more for ever. What is there already stays.
  const fail = ({ target }) => {
    const main = shell();
    const isOurs = target === globalThis || target?.localName === 'script';
    if (!isOurs || !main) return;
    hasFailed = true;
    trust();
    tell(main);
  };
  const trust = () => {
    removeEventListener('error', fail, true);
    removeEventListener('unhandledrejection', fail);
  };
  addEventListener('error', fail, true);
  addEventListener('unhandledrejection', fail);
  addEventListener('TrunkApplicationStarted', trust);
}
