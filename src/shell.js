// What the page does while the WASM is on its way. Trunk puts this into index.html, behind the shell.
//
// It begins the one request that this address needs, and shows an article's title and text as soon as
// the answer is here. The application takes the same answer when it starts and puts the same markup in
// its place. Addresses are those of src/api/client.rs, names those of src/browser/allowed.rs:
// tests/conventions.rs holds them equal. Where anything here fails, the application does it all itself.
{
  const elements =
    'a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p picture pre q rp rt ruby s samp section small source span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr audio video track';
  const attributes =
    'alt cite class colspan controls datetime decoding dir headers height href hreflang id kind label lang loading media open poster preload rel reversed rowspan scope sizes span src srclang srcset start target title type value width';
  const unwrapped =
    'acronym address article aside big body button center dialog fieldset font footer form header hgroup html label legend main marquee nav nobr optgroup option select strike tt';
  const article =
    'wp/v2/posts?_embed=author,wp:term,wp:featuredmedia&_fields=id,slug,link,title.rendered,excerpt.rendered,content,date,date_gmt,comment_status,_links.author,_links.wp:term,_links.wp:featuredmedia';
  const list = 'wp/v2/posts?per_page=10&_fields=id,link,title.rendered,excerpt.rendered,date,date_gmt';

  const { api = '/wp-json/', base = '' } = document.body.dataset;
  const main = document.querySelector('.td-main');

  /** What the application will ask first at this address, and whether that is an article. */
  const question = () => {
    const inside = location.pathname.slice(base.replace(/\/$/, '').length);
    const segments = inside.split('/').filter(Boolean);
    const id = new URLSearchParams(location.search).get('p');
    if (segments.length === 0) return id ? [`${article}&include=${id}`, true] : [`${list}&page=1`, false];
    const [before, last] = segments.slice(-2);
    if (last && before === 'page') return segments.length === 2 ? [`${list}&page=${last}`, false] : [];
    if (segments[0] === 'category' && last) return [];
    const slug = encodeURIComponent(decodeURIComponent(last ?? before).toLowerCase()).toLowerCase();
    return [`${article}&slug=${slug}`, true];
  };

  const ask = async (url) => {
    const response = await fetch(url, { headers: { Accept: 'application/json' } });
    return {
      status: response.status,
      total: response.headers.get('X-WP-Total'),
      pages: response.headers.get('X-WP-TotalPages'),
      body: await response.text(),
    };
  };

  const make = (parent, tag, className) => {
    const element = document.createElement(tag);
    element.className = className;
    parent.append(element);
    return element;
  };

  const line = (parent, part) => (make(parent, 'div', 'td-placeholder__line').dataset.part = part);

  let hasFailed = false;

  /** Says that the rest will not come. */
  const tell = () => {
    for (const waiting of main.querySelectorAll('.td-placeholder, .td-placeholder__line')) waiting.remove();
    main.append(document.getElementById('td-failure').content.cloneNode(true));
    main.querySelector('.td-error button').addEventListener('click', () => location.reload());
  };

  const show = ([post]) => {
    if (!main.isConnected || !post?.content.rendered || !main.setHTML) return;
    main.replaceChildren();
    line(make(main, 'div', 'td-breadcrumbs'), 'breadcrumbs');
    const view = make(main, 'article', 'td-article');
    const header = make(view, 'header', 'td-article__header');
    const title = make(header, 'h1', 'td-article__title');
    title.dir = 'auto';
    title.textContent = new DOMParser().parseFromString(post.title.rendered, 'text/html').body.textContent;
    line(make(header, 'div', 'td-article__meta'), 'byline');
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
    if (hasFailed) tell();
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
    const isOurs = target === globalThis || target?.localName === 'script';
    if (!isOurs || !main.isConnected) return;
    hasFailed = true;
    trust();
    tell();
  };
  const trust = () => {
    removeEventListener('error', fail, true);
    removeEventListener('unhandledrejection', fail);
  };
  addEventListener('error', fail, true);
  addEventListener('unhandledrejection', fail);
  addEventListener('TrunkApplicationStarted', trust);
}
