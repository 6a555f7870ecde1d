// The setting by which tadwina shows the whole blog: its pages, as the server sends them.

import { article, category, site } from '../e2e/support/content.mjs';
import {
  control,
  expect,
  expectInlineResponses,
  html,
  inside,
  make,
  responses,
  responsesText,
  SITE,
  THEMES,
  tags,
  test,
} from './support.mjs';

const thread = article('long-thread');

test.describe('the whole blog', () => {
  test.use({ settings: 'front=1' });

  const meta = (page, name) => page.match(new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)">`))?.[1];
  const canonical = (page) => [...page.matchAll(/<link rel="canonical" href="([^"]*)"/g)].map(([, href]) => href);

  for (const theme of THEMES) {
    test(`has the page of an article without the theme ${theme}`, async ({ request }) => {
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
      // Only the inline responses have addresses of other sites.
      expect(page.replace(responsesText(page), '').match(/s\.w\.org|gravatar\.com/)).toBeNull();
      const addresses = await expectInlineResponses(page);
      expect(addresses).toHaveLength(4);
      expect(addresses[0]).toContain('/wp-json/wp/v2/posts?_embed=author,wp:term,wp:featuredmedia&');
      expect(addresses[0]).toMatch(new RegExp(`&slug=${thread.path.split('/').at(-2)}$`));
    });
  }

  test('has lists with canonical addresses', async ({ request }) => {
    for (const [path, begin, end] of [
      ['/', 'sticky=false&', '&page=1'],
      ['/page/2/', 'sticky=false&', '&page=2'],
      [category(3).path, '', '&categories=3,4&page=1'],
    ]) {
      const page = await html(request, path);
      expect(tags(page, 'blog'), path).toHaveLength(1);
      expect(canonical(page)).toEqual([SITE + path]);
      expect(meta(page, 'og:type')).toBe('website');
      expect(inside(page, 'blog').match(/<article>/g).length).toBeGreaterThan(0);
      const [first, ...others] = await expectInlineResponses(page);
      expect(first).toBe(
        `/wp-json/wp/v2/posts?${begin}per_page=10&_fields=id,link,title.rendered,excerpt.rendered,date,date_gmt${end}`,
      );
      expect(others.filter((each) => each.includes('/comments?post=')).length).toBeGreaterThan(0);
    }
  });

  test('has pages of WordPress', async ({ request }) => {
    const page = await html(request, `/${encodeURI('عن-المدونة')}/`);
    expect(tags(page, 'blog')).toHaveLength(1);
    const addresses = await expectInlineResponses(page);
    expect(addresses.slice(0, 2).map((each) => each.split('?')[0])).toEqual([
      '/wp-json/wp/v2/posts',
      '/wp-json/wp/v2/pages',
    ]);
  });

  test('leaves to the theme what tadwina does not show', async ({ request }) => {
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

  test('leaves to the theme a page whose slug leads tadwina to another', async ({ request }) => {
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

  test('leaves to the theme a page with a form', async ({ request }) => {
    const form = await make(request, { post_content: '<p>راسلنا</p><!-- wp:search /-->' });
    const page = await html(request, form.link);
    expect(page).not.toContain('<tadwina-blog');
    expect(page).toContain('role="search"');
    // tadwina has a form for comments itself.
    expect(
      tags(await html(request, (await make(request, { post_content: '[tadwina_comments]' })).link), 'blog'),
    ).toHaveLength(1);
  });

  test('has lists of ten articles, whatever the settings of the site, below the sticky ones', async ({
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
      expect(await titles('/')).toEqual(['لاصقة', ...first]);
      const second = await titles('/page/2/');
      expect(second.length, '/page/2/').toBeGreaterThan(0);
      expect(second).not.toContain('لاصقة');
      await expectInlineResponses(await html(request, '/'));
      const page = await html(request, category(3).path);
      const [response] = Object.values(responses(page));
      expect(await titles(category(3).path)).toEqual(response.body.map(({ title }) => title.rendered));
      await expectInlineResponses(page);
    }
    // The theme uses the settings of the site.
    await control(request, '&front=0');
    await owner.set({ posts_per_page: '3' });
    expect((await html(request, '/page/2/')).match(/<h2[^>]*wp-block-post-title/g)).toHaveLength(3);
  });

  test('requests an article by its number where permalinks are plain', async ({ request }) => {
    await control(request, '&plain=1');
    const page = await html(request, `/?p=${thread.id}`);
    expect(tags(page, 'blog')).toEqual([
      `<tadwina-blog base="/" loading="eager" api="${SITE}/index.php?rest_route=/" locale="en-US">`,
    ]);
    const [first] = await expectInlineResponses(page);
    expect(first).toMatch(new RegExp(`^/index\\.php\\?rest_route=/wp/v2/posts&_embed=.*&include=${thread.id}$`));
    for (const path of ['/?cat=3', '/?page_id=2']) {
      const other = await html(request, path);
      expect(tags(other, 'blog'), path).toHaveLength(1);
      await expectInlineResponses(other);
    }
  });

  test('has the Arabic messages of tadwina on an Arabic site', async ({ request }) => {
    await control(request, '&arabic=1');
    const page = await html(request, thread.path);
    expect(tags(page, 'blog')[0]).toContain(' locale="ar">');
    expect(inside(page, 'blog')).toContain('كتبه <bdi>');
  });

  test('has the page of an article whose slug has a hyphen and an underscore', async ({ request }) => {
    const { link } = await make(request, { post_name: 'a-b_c', post_title: 'شرطة' });
    const page = await html(request, link);
    expect(tags(page, 'blog')).toHaveLength(1);
    await expectInlineResponses(page);
  });

  test('has nothing of posts that are not public, whoever is logged in', async ({ request }) => {
    const hidden = { post_content: '<p>سرّ المتن</p>', post_excerpt: 'سرّ المقتطف', post_date: '2026-01-01 00:00:00' };
    const locked = await make(request, { ...hidden, post_password: 'miftah', post_title: 'مقفلة' });
    await make(request, { ...hidden, post_status: 'private', post_title: 'سرّ العنوان' });
    await make(request, { ...hidden, post_status: 'draft', post_title: 'سرّ العنوان' });
    await control(request, '=login');
    // Sends the password as the form of the theme does. The cookie of this visitor opens the article from now on.
    await request.post(`${SITE}/wp-login.php?action=postpass`, {
      form: { post_password: 'miftah' },
      headers: { Referer: locked.link },
    });
    expect(await html(request, locked.link)).toContain('سرّ المتن');

    const page = await html(request, '/');
    expect(responsesText(page)).toContain('مقفلة');
    expect(responsesText(page)).not.toContain('سرّ');
    expect(inside(page, 'blog')).not.toContain('سرّ المتن');
    await expectInlineResponses(page);
    // The visitor is still logged in.
    expect(page).toContain('wp-admin-bar-my-account');
  });

  test('escapes HTML in inline responses, so that it cannot end the script element', async ({ request }) => {
    const { link } = await make(request, {
      post_content: '<p>a</p><!-- </script><script>window.leaked = 1</script> -->',
    });
    const page = await html(request, link);
    expect(responsesText(page)).not.toContain('<');
    await expectInlineResponses(page);
  });
});
