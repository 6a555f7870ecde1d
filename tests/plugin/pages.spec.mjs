// Pages as the server sends them: elements, fallbacks, and inline responses that are those of the API.

import { article, category, site } from '../e2e/support/content.mjs';
import { unique } from '../e2e/support/page.mjs';
import {
  control,
  expect,
  html,
  inside,
  make,
  post,
  responses,
  responsesText,
  SITE,
  THEMES,
  tags,
  test,
} from './support.mjs';

const basic = article('basic');
const thread = article('long-thread');

/** Asks the API over HTTP, without an account, for everything that a page carries, and compares. */
async function expectAsOverHttp(page) {
  const carried = Object.entries(responses(page));
  for (const [address, { status, headers, body }] of carried) {
    const answer = await fetch(address);
    expect(status, address).toBe(answer.status);
    for (const name of ['X-WP-Total', 'X-WP-TotalPages']) {
      expect(headers[name] === undefined ? null : String(headers[name]), `${name} of ${address}`).toBe(
        answer.headers.get(name),
      );
    }
    expect(body, address).toEqual(await answer.json());
  }
  return carried.map(([address]) => address.slice(SITE.length));
}

for (const theme of THEMES) {
  test.describe(`with the theme ${theme}`, () => {
    test.use({ settings: `theme=${theme}` });

    test('an article has the discussion in place of the theme’s comments, which stay inside', async ({ request }) => {
      const page = await html(request, thread.path);
      expect(tags(page, 'comments')).toEqual([
        `<tadwina-comments post="${thread.id}" api="${SITE}/wp-json/" locale="en-US">`,
      ]);
      const fallback = inside(page, 'comments');
      expect(fallback).toContain('<form');
      expect(fallback).toContain('wp-comments-post.php');
      expect(fallback).toContain(`id="comment-${thread.comments[0].id}"`);
      expect(fallback.match(/<div\b/g)?.length ?? 0).toBe(fallback.match(/<\/div>/g)?.length ?? 0);
      // The theme's wrapper is around it, with its width.
      const before = page.split('<tadwina-comments')[0].trimEnd();
      expect(before).toMatch(/<div[^>]*class="[^"]*(wp-block-comments|comments-area)[^"]*"[^>]*>$/);
    });

    test('the page has the responses of the discussion inline', async ({ request }) => {
      const asked = await expectAsOverHttp(await html(request, thread.path));
      expect(asked).toEqual([
        `/wp-json/wp/v2/posts?_fields=id,link,title.rendered,comment_status,tadwina&include=${thread.id}`,
        `/wp-json/wp/v2/comments?post=${thread.id}&per_page=100&order=asc&_fields=id,parent,author_name,date,date_gmt,content,status&page=1`,
      ]);
    });

    test('comments come in the number of the site’s settings', async ({ request }) => {
      await control(request, '&paged=1');
      const [, comments] = await expectAsOverHttp(await html(request, thread.path));
      expect(comments).toContain(`?post=${thread.id}&per_page=50&order=asc&`);
    });

    test('an article without comments has it too, a closed one without comments has none', async ({ request }) => {
      expect(tags(await html(request, basic.path), 'comments')).toHaveLength(1);
      const closed = await make(request, { comment_status: 'closed' });
      expect(tags(await html(request, closed.link), 'comments')).toEqual([]);
    });

    test('with the setting off the theme’s comments are as they were', async ({ request }) => {
      await control(request, '&replace=0');
      const page = await html(request, thread.path);
      expect(page).toContain('wp-comments-post.php');
      expect(page).not.toContain('<tadwina-');
      expect(page).not.toContain('tadwina.js');
      expect(responsesText(page)).toBe('');
    });

    test('an article behind a password keeps the theme’s form', async ({ request }) => {
      const locked = article('protected');
      const page = await html(request, locked.path);
      expect(page).not.toContain('<tadwina-');
      expect(responsesText(page)).toBe('');
    });

    test('where only people with an account may comment, they keep the theme’s form', async ({ request }) => {
      await control(request, '&registration=1');
      expect(tags(await html(request, thread.path), 'comments')).toHaveLength(1);
      await control(request, '=login');
      const page = await html(request, thread.path);
      expect(tags(page, 'comments')).toEqual([]);
      expect(page).toContain('wp-comments-post.php');
    });
  });
}

test('lists have no element and no script', async ({ request }) => {
  for (const path of ['/', category(3).path, '/feed/', `${thread.path}feed/`]) {
    const page = await html(request, path);
    expect(page, path).not.toContain('<tadwina-');
    expect(page, path).not.toContain('tadwina.js');
  }
});

test.describe('a shortcode', () => {
  const shown = async (request, content) =>
    html(request, (await make(request, { post_content: content, comment_status: 'closed' })).link);

  test('for each element is the element', async ({ request }) => {
    const page = await shown(
      request,
      `[tadwina_article slug="${basic.slug}" comment_limit="500"] [tadwina_comments post="${thread.id}" locale="fr"] [tadwina_share theme="dark"] [tadwina_blog base="/blog"]`,
    );
    const api = `api="${SITE}/wp-json/"`;
    expect(tags(page, 'article')).toEqual([
      `<tadwina-article slug="${basic.slug}" comment-limit="500" ${api} locale="en-US">`,
    ]);
    expect(tags(page, 'comments')).toEqual([`<tadwina-comments post="${thread.id}" locale="fr" ${api}>`]);
    expect(tags(page, 'share')[0]).toMatch(
      new RegExp(`^<tadwina-share theme="dark" post="\\d+" ${api} locale="en-US">$`),
    );
    expect(tags(page, 'blog')).toEqual([`<tadwina-blog base="/blog" ${api} locale="en-US">`]);
    expect(inside(page, 'article')).toContain(basic.html.match(/<p>([^<]{20})/)[1]);
    expect(inside(page, 'comments')).toContain(`id="comment-${thread.comments[0].id}"`);
    expect(inside(page, 'comments')).toContain('#comments"');
    expect(inside(page, 'share')).toMatch(/^<a href="[^"]*">مقالة<\/a>$/);
    expect(inside(page, 'blog')).toContain(article('trees').title);
    expect(await expectAsOverHttp(page)).toContainEqual(expect.stringMatching(/wp\/v2\/posts\?_embed=.*&slug=%d9%83/));
  });

  test('takes what it encloses for the fallback, and knows nothing of another site', async ({ request }) => {
    const page = await shown(
      request,
      '[tadwina_comments api="https://blog.example/wp-json/" slug="bread"]<a href="https://blog.example/bread/">خبز</a>[/tadwina_comments]',
    );
    expect(tags(page, 'comments')).toEqual([
      '<tadwina-comments api="https://blog.example/wp-json/" slug="bread" locale="en-US">',
    ]);
    expect(inside(page, 'comments')).toBe('<a href="https://blog.example/bread/">خبز</a>');
    expect(responsesText(page)).toBe('');
  });

  test('lets nothing out of its attributes', async ({ request }) => {
    const page = await shown(request, `[tadwina_share locale='"><script>alert(1)</script>' onclick="alert(2)"]`);
    expect(page).not.toContain('<script>alert(1)');
    expect(page).not.toContain('alert(2)');
  });

  test('shows nothing of what not everybody may read', async ({ request }) => {
    const secrets = [];
    for (const fields of [{ post_status: 'draft' }, { post_status: 'private' }, { post_password: 'miftah' }]) {
      secrets.push(await make(request, { ...fields, post_title: 'سرّ العنوان', post_content: '<p>سرّ المتن</p>' }));
    }
    await control(request, '=login'); // who may read them all
    for (const { id } of secrets) {
      const page = await shown(
        request,
        `قبل [tadwina_article post="${id}"][tadwina_comments post="${id}"][tadwina_share post="${id}"] بعد`,
      );
      expect(page).not.toContain('<tadwina-');
      expect(page).not.toContain('سرّ العنوان');
      expect(page).not.toContain('سرّ المتن');
      expect(responsesText(page)).toBe('');
    }
  });

  test('with a number that is none shows nothing', async ({ request }) => {
    for (const number of ['abc', '0', '-1', `${basic.id}x`]) {
      expect(await shown(request, `[tadwina_share post="${number}"]`), number).not.toContain('<tadwina-');
    }
  });

  test('that shows the article it is a part of comes to an end', async ({ request }) => {
    const page = await shown(request, '[tadwina_article]');
    expect(inside(page, 'article')).toMatch(/^<a href="[^"]*">مقالة<\/a>$/);
  });

  test('within an article that an element shows is that article’s, and no second element', async ({ request }) => {
    const inner = await make(request, {
      post_content: '[tadwina_share] [tadwina_comments]نقاش[/tadwina_comments]',
      post_title: 'داخلية',
    });
    const page = await shown(request, `[tadwina_article post="${inner.id}"]`);
    expect(page.match(/<tadwina-/g)).toHaveLength(1);
    expect(inside(page, 'article')).toContain('نقاش');
    await control(request, '&front=1');
    expect((await html(request, inner.link)).match(/<tadwina-/g)).toHaveLength(1);
  });

  test('for the discussion takes the place of the theme’s', async ({ request }) => {
    for (const theme of THEMES) {
      await control(request, `&theme=${theme}`);
      const page = await html(request, (await make(request, { post_content: '[tadwina_comments]' })).link);
      expect(tags(page, 'comments'), theme).toHaveLength(1);
      expect(page.match(/wp-comments-post\.php/g), theme).toHaveLength(1);
    }
  });
});

test('a block for each element is the element', async ({ request }) => {
  const content = [
    `<!-- wp:tadwina/article {"post":"${basic.id}","discussion":"none","commentLimit":"500"} /-->`,
    `<!-- wp:tadwina/comments {"post":"${thread.id}","align":"wide"} /-->`,
    '<!-- wp:tadwina/share /-->',
    '<!-- wp:tadwina/blog /-->',
  ].join('\n');
  const page = await html(request, (await make(request, { post_content: content, comment_status: 'closed' })).link);
  expect(tags(page, 'article')[0]).toContain(`post="${basic.id}" discussion="none" comment-limit="500"`);
  expect(page).toContain(`<div class="alignwide wp-block-tadwina-comments"><tadwina-comments post="${thread.id}"`);
  expect(tags(page, 'share')).toHaveLength(1);
  expect(tags(page, 'blog')).toHaveLength(1);
  await expectAsOverHttp(page);
});

test('no shortcode runs in what stands inside an element', async ({ request }) => {
  const shortcode = '[tadwina_share locale="fr"]';
  const inner = await make(request, {
    post_title: shortcode,
    post_excerpt: shortcode,
    post_content: '<p>[[tadwina_share locale="fr"]]</p>',
    post_date: '2026-01-01 00:00:00',
  });
  await post(request, { post: inner.id, author_name: shortcode, content: `${unique('تعليق')} ${shortcode}` });
  const blocks = ['article', 'comments'].map((name) => `<!-- wp:tadwina/${name} {"post":"${inner.id}"} /-->`);
  const outer = await make(request, {
    post_content: [...blocks, '<!-- wp:tadwina/blog /-->'].join('\n'),
    comment_status: 'closed',
  });
  const page = await html(request, outer.link);
  expect(page.replace(responsesText(page), '')).not.toContain('locale="fr">');
  const shown = (name) => inside(page, name).match(/&#091;tadwina_share locale=[^\s\]]*&#093;/g)?.length;
  expect(shown('article')).toBe(2); // title and text
  expect(shown('comments')).toBeGreaterThan(2); // name, comment, link to the article
  expect(shown('blog')).toBe(2); // title and excerpt
});

test('an article is all of its pages', async ({ request }) => {
  const { id, link } = await make(request, {
    post_content: '<p>أولى</p><!--more--><p>ثانية</p><!--nextpage--><p>ثالثة</p>',
  });
  const page = await html(request, (await make(request, { post_content: `[tadwina_article post="${id}"]` })).link);
  await control(request, '&front=1');
  for (const shown of [inside(page, 'article'), inside(await html(request, link), 'blog')]) {
    expect(shown).toMatch(/أولى.*ثانية.*ثالثة/s);
  }
});

test.describe('the API', () => {
  test('says of an element in a text what a page carries: what it encloses', async ({ request }) => {
    const content = `قبل [tadwina_comments post="${thread.id}"] <!-- wp:tadwina/article {"post":"${thread.id}"} /--> [tadwina_share]مشاركة[/tadwina_share] بعد`;
    const { id, link } = await make(request, { post_content: content });
    const answer = await request.get(`${SITE}/wp-json/wp/v2/posts/${id}`);
    const { rendered } = (await answer.json()).content;
    expect(rendered).toMatch(/قبل\s+مشاركة بعد/);
    expect(rendered).not.toContain('<tadwina-');
    expect(rendered).not.toContain('id="comment-');
    await control(request, '&front=1');
    await expectAsOverHttp(await html(request, link));
  });

  test('previews a block for whoever writes, in a draft too', async ({ request, owner }) => {
    const preview = async (name, number, attributes = {}) => {
      const query = new URLSearchParams({ context: 'edit', post_id: number });
      for (const [attribute, value] of Object.entries(attributes)) query.set(`attributes[${attribute}]`, value);
      return (await owner.api(`block-renderer/tadwina/${name}?${query}`)).rendered;
    };
    const draft = await make(request, {
      post_status: 'draft',
      post_title: 'مسودة',
      post_content: '<p>متن المسودة</p>',
    });
    expect(inside(await preview('article', draft.id), 'article')).toContain('متن المسودة');
    expect(inside(await preview('share', draft.id), 'share')).toContain('مسودة');
    expect(inside(await preview('comments', draft.id, { post: thread.id }), 'comments')).toContain(
      `id="comment-${thread.comments[0].id}"`,
    );
    // Readers will not see what is named and not public.
    expect(await preview('share', basic.id, { post: draft.id })).toBe('');
  });
});

test.describe('the whole blog', () => {
  test.use({ settings: 'front=1' });

  const meta = (page, name) => page.match(new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)">`))?.[1];
  const canonical = (page) => [...page.matchAll(/<link rel="canonical" href="([^"]*)"/g)].map(([, href]) => href);

  for (const theme of THEMES) {
    test(`an article, with the theme ${theme} not in the page`, async ({ request }) => {
      await control(request, `&theme=${theme}`);
      const page = await html(request, thread.path);
      expect(tags(page, 'blog')).toEqual([
        `<tadwina-blog base="/" loading="eager" api="${SITE}/wp-json/" locale="en-US">`,
      ]);
      expect(page.match(/<title>[^<]*<\/title>/g)).toHaveLength(1);
      expect(page).toContain(`<title>${thread.title} &#8211; ${site.name}</title>`);
      expect(canonical(page)).toEqual([SITE + thread.path]);
      expect(meta(page, 'og:title')).toBe(thread.title);
      expect(meta(page, 'og:url')).toBe(SITE + thread.path);
      expect(meta(page, 'og:type')).toBe('article');
      expect(meta(page, 'description')).toBeTruthy();
      expect(inside(page, 'blog')).toContain(`<h1 dir="auto">${thread.title}</h1>`);
      expect(inside(page, 'blog')).toContain(`id="comment-${thread.comments[0].id}"`);
      expect(inside(page, 'blog')).toContain('wp-comments-post.php');
      expect(page).not.toContain(`/themes/${theme}/`);
      // Addresses of another site stand in the API's responses, and nowhere else.
      expect(page.replace(responsesText(page), '').match(/s\.w\.org|gravatar\.com/)).toBeNull();
      const asked = await expectAsOverHttp(page);
      expect(asked).toHaveLength(4);
      expect(asked[0]).toContain('/wp-json/wp/v2/posts?_embed=author,wp:term,wp:featuredmedia&');
      expect(asked[0]).toMatch(new RegExp(`&slug=${thread.path.split('/').at(-2)}$`));
    });
  }

  test('lists, with canonical addresses and pages', async ({ request }) => {
    for (const [path, question] of [
      ['/', '&page=1'],
      ['/page/2/', '&page=2'],
      [category(3).path, '&categories=3&page=1'],
    ]) {
      const page = await html(request, path);
      expect(tags(page, 'blog'), path).toHaveLength(1);
      expect(canonical(page)).toEqual([SITE + path]);
      expect(meta(page, 'og:type')).toBe('website');
      expect(inside(page, 'blog').match(/<article>/g).length).toBeGreaterThan(0);
      const [first, ...others] = await expectAsOverHttp(page);
      expect(first).toBe(
        `/wp-json/wp/v2/posts?per_page=10&_fields=id,link,title.rendered,excerpt.rendered,date,date_gmt${question}`,
      );
      expect(others.filter((each) => each.includes('/comments?post=')).length).toBeGreaterThan(0);
    }
  });

  test('a page', async ({ request }) => {
    const page = await html(request, `/${encodeURI('عن-المدونة')}/`);
    expect(tags(page, 'blog')).toHaveLength(1);
    const asked = await expectAsOverHttp(page);
    expect(asked.slice(0, 2).map((each) => each.split('?')[0])).toEqual([
      '/wp-json/wp/v2/posts',
      '/wp-json/wp/v2/pages',
    ]);
  });

  test('what tadwina does not show stays with the theme', async ({ request }) => {
    for (const path of [
      '/?s=الكتاب',
      `/tag/${encodeURI('كتب')}/`,
      '/2023/',
      '/author/salma/',
      article('protected').path,
    ]) {
      expect(await html(request, path), path).not.toContain('<tadwina-blog');
    }
    const missing = await request.get('/nothing-here/');
    expect(missing.status()).toBe(404);
    expect(await missing.text()).not.toContain('<tadwina-blog');
  });

  test('neither does a slug that leads tadwina to another article', async ({ request }) => {
    const page = { post_type: 'page', post_name: 'shared' };
    const old = await make(request, { ...page, post_date: '2021-01-01 00:00:00' });
    expect(tags(await html(request, old.link), 'blog')).toHaveLength(1);

    const parent = await make(request, { post_type: 'page', post_name: 'parent' });
    const below = await make(request, { ...page, post_parent: parent.id, post_date: '2022-01-01 00:00:00' });
    expect(tags(await html(request, below.link), 'blog')).toHaveLength(1);
    expect(tags(await html(request, old.link), 'blog')).toHaveLength(0);

    const { link } = await make(request, { post_name: 'shared' });
    expect(tags(await html(request, link), 'blog')).toHaveLength(1);
    expect(tags(await html(request, below.link), 'blog')).toHaveLength(0);
  });

  test('neither does what has a form', async ({ request }) => {
    const form = await make(request, { post_content: '<p>راسلنا</p><!-- wp:search /-->' });
    const page = await html(request, form.link);
    expect(page).not.toContain('<tadwina-blog');
    expect(page).toContain('role="search"');
    // The form of the discussion is tadwina's own.
    expect(
      tags(await html(request, (await make(request, { post_content: '[tadwina_comments]' })).link), 'blog'),
    ).toHaveLength(1);
  });

  test('lists are as long as tadwina’s, whatever the site’s own are, and nothing is sticky', async ({
    request,
    owner,
  }) => {
    const titles = async (path) =>
      [...inside(await html(request, path), 'blog').matchAll(/<h2 dir="auto"><a[^>]*>(.*?)<\/a>/g)].map(
        ([, title]) => title,
      );
    const first = await titles('/');
    expect(first).toHaveLength(10);
    const old = await make(request, { post_date: '2020-01-01 00:00:00', post_title: 'لاصقة' });
    await owner.api(`posts/${old.id}`, { method: 'POST', data: { sticky: true } });
    for (const number of ['3', '100']) {
      await owner.set({ posts_per_page: number });
      expect(await titles('/')).toEqual(first);
      expect((await titles('/page/2/')).length, '/page/2/').toBeGreaterThan(0);
      const page = await html(request, category(3).path);
      const [answer] = Object.values(responses(page));
      expect(await titles(category(3).path)).toEqual(answer.body.map(({ title }) => title.rendered));
      await expectAsOverHttp(page);
    }
    // The theme's lists are the site's.
    await control(request, '&front=0');
    await owner.set({ posts_per_page: '3' });
    expect((await html(request, '/page/2/')).match(/<h2[^>]*wp-block-post-title/g)).toHaveLength(3);
  });

  test('with plain permalinks addresses are numbers', async ({ request }) => {
    await control(request, '&plain=1');
    const page = await html(request, `/?p=${thread.id}`);
    expect(tags(page, 'blog')).toEqual([
      `<tadwina-blog base="/" loading="eager" api="${SITE}/index.php?rest_route=/" locale="en-US">`,
    ]);
    const [first] = await expectAsOverHttp(page);
    expect(first).toMatch(new RegExp(`^/index\\.php\\?rest_route=/wp/v2/posts&_embed=.*&include=${thread.id}$`));
    // Categories and pages have addresses that tadwina does not read.
    for (const path of ['/?cat=3', '/?page_id=2'])
      expect(await html(request, path), path).not.toContain('<tadwina-blog');
  });

  test('in Arabic it is tadwina’s Arabic', async ({ request }) => {
    await control(request, '&arabic=1');
    const page = await html(request, thread.path);
    expect(tags(page, 'blog')[0]).toContain(' locale="ar">');
    expect(inside(page, 'blog')).toContain('كتبه <bdi>');
  });

  test('a slug has every sign that WordPress leaves in it', async ({ request }) => {
    const { link } = await make(request, { post_name: 'a-b_c', post_title: 'شرطة' });
    const page = await html(request, link);
    expect(tags(page, 'blog')).toHaveLength(1);
    await expectAsOverHttp(page);
  });

  test('nothing leaks of what not everybody may read, whoever looks', async ({ request }) => {
    const hidden = { post_content: '<p>سرّ المتن</p>', post_excerpt: 'سرّ المقتطف', post_date: '2026-01-01 00:00:00' };
    const locked = await make(request, { ...hidden, post_password: 'miftah', post_title: 'مقفلة' });
    await make(request, { ...hidden, post_status: 'private', post_title: 'سرّ العنوان' });
    await make(request, { ...hidden, post_status: 'draft', post_title: 'سرّ العنوان' });
    await control(request, '=login');
    // The password as the theme's form sends it: from now on this visitor's cookie opens the article.
    await request.post(`${SITE}/wp-login.php?action=postpass`, {
      form: { post_password: 'miftah' },
      headers: { Referer: locked.link },
    });
    expect(await html(request, locked.link)).toContain('سرّ المتن');

    const page = await html(request, '/');
    expect(responsesText(page)).toContain('مقفلة');
    expect(responsesText(page)).not.toContain('سرّ');
    expect(inside(page, 'blog')).not.toContain('سرّ المتن');
    await expectAsOverHttp(page);
    // The visitor is who he was: WordPress still greets him.
    expect(page).toContain('wp-admin-bar-my-account');
  });

  test('HTML within inline responses cannot end the script element', async ({ request }) => {
    const { link } = await make(request, {
      post_content: '<p>a</p><!-- </script><script>window.leaked = 1</script> -->',
    });
    const page = await html(request, link);
    expect(responsesText(page)).not.toContain('<');
    await expectAsOverHttp(page);
  });
});
