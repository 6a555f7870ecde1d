// Shortcodes, as the server renders them.

import { article } from '../e2e/support/content.mjs';
import { unique } from '../e2e/support/page.mjs';
import {
  control,
  expect,
  expectInlineResponses,
  html,
  inside,
  make,
  post,
  responsesText,
  SITE,
  THEMES,
  tags,
  test,
} from './support.mjs';

const basic = article('basic');
const thread = article('long-thread');

test.describe('a shortcode', () => {
  const render = async (request, content) =>
    html(request, (await make(request, { post_content: content, comment_status: 'closed' })).link);

  test('renders its element', async ({ request }) => {
    const page = await render(
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
    expect(await expectInlineResponses(page)).toContainEqual(
      expect.stringMatching(/wp\/v2\/posts\?_embed=.*&slug=%d9%83/),
    );
  });

  test('for another site has its content as the fallback, and no inline responses', async ({ request }) => {
    const page = await render(
      request,
      '[tadwina_comments api="https://blog.example/wp-json/" slug="bread"]<a href="https://blog.example/bread/">خبز</a>[/tadwina_comments]',
    );
    expect(tags(page, 'comments')).toEqual([
      '<tadwina-comments api="https://blog.example/wp-json/" slug="bread" locale="en-US">',
    ]);
    expect(inside(page, 'comments')).toBe('<a href="https://blog.example/bread/">خبز</a>');
    expect(responsesText(page)).toBe('');
  });

  test('escapes its attributes', async ({ request }) => {
    const page = await render(request, `[tadwina_share locale='"><script>alert(1)</script>' onclick="alert(2)"]`);
    expect(page).not.toContain('<script>alert(1)');
    expect(page).not.toContain('alert(2)');
  });

  test('shows nothing of a post that is not public', async ({ request }) => {
    const hidden = [];
    for (const fields of [{ post_status: 'draft' }, { post_status: 'private' }, { post_password: 'miftah' }]) {
      hidden.push(await make(request, { ...fields, post_title: 'سرّ العنوان', post_content: '<p>سرّ المتن</p>' }));
    }
    await control(request, '=login'); // the owner may read them all
    for (const { id } of hidden) {
      const page = await render(
        request,
        `قبل [tadwina_article post="${id}"][tadwina_comments post="${id}"][tadwina_share post="${id}"] بعد`,
      );
      expect(page).not.toContain('<tadwina-');
      expect(page).not.toContain('سرّ العنوان');
      expect(page).not.toContain('سرّ المتن');
      expect(responsesText(page)).toBe('');
    }
  });

  test('with a wrong number shows nothing', async ({ request }) => {
    for (const number of ['abc', '0', '-1', `${basic.id}x`]) {
      expect(await render(request, `[tadwina_share post="${number}"]`), number).not.toContain('<tadwina-');
    }
  });

  test('for the article that contains it shows a link', async ({ request }) => {
    const page = await render(request, '[tadwina_article]');
    expect(inside(page, 'article')).toMatch(/^<a href="[^"]*">مقالة<\/a>$/);
  });

  test('in an article that an element shows renders no second element', async ({ request }) => {
    const inner = await make(request, {
      post_content: '[tadwina_share] [tadwina_comments]نقاش[/tadwina_comments]',
      post_title: 'داخلية',
    });
    const page = await render(request, `[tadwina_article post="${inner.id}"]`);
    expect(page.match(/<tadwina-/g)).toHaveLength(1);
    expect(inside(page, 'article')).toContain('نقاش');
    await control(request, '&front=1');
    expect((await html(request, inner.link)).match(/<tadwina-/g)).toHaveLength(1);
  });

  test('for the discussion replaces the comments of the theme', async ({ request }) => {
    for (const theme of THEMES) {
      await control(request, `&theme=${theme}`);
      const page = await html(request, (await make(request, { post_content: '[tadwina_comments]' })).link);
      expect(tags(page, 'comments'), theme).toHaveLength(1);
      expect(page.match(/wp-comments-post\.php/g), theme).toHaveLength(1);
    }
  });
});

test('WordPress runs no shortcode in the content of an element', async ({ request }) => {
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
  const count = (name) => inside(page, name).match(/&#091;tadwina_share locale=[^\s\]]*&#093;/g)?.length;
  expect(count('article')).toBe(2); // title and text
  expect(count('comments')).toBeGreaterThan(2); // name, comment, link to the article
  expect(count('blog')).toBe(2); // title and excerpt
});
