// Blocks, as the server renders them, and elements in the responses of the API.

import { article } from '../e2e/support/content.mjs';
import { control, expect, expectInlineResponses, html, inside, make, SITE, tags, test } from './support.mjs';

const basic = article('basic');
const thread = article('long-thread');

test('a block renders its element', async ({ request }) => {
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
  await expectInlineResponses(page);
});

test('an element has all pages of an article', async ({ request }) => {
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
  test('has the content of an element in place of the element, as inline responses do', async ({ request }) => {
    const content = `قبل [tadwina_comments post="${thread.id}"] <!-- wp:tadwina/article {"post":"${thread.id}"} /--> [tadwina_share]مشاركة[/tadwina_share] بعد`;
    const { id, link } = await make(request, { post_content: content });
    const response = await request.get(`${SITE}/wp-json/wp/v2/posts/${id}`);
    const { rendered } = (await response.json()).content;
    expect(rendered).toMatch(/قبل\s+مشاركة بعد/);
    expect(rendered).not.toContain('<tadwina-');
    expect(rendered).not.toContain('id="comment-');
    await control(request, '&front=1');
    await expectInlineResponses(await html(request, link));
  });

  test('renders the preview of a block, also in a draft', async ({ request, owner }) => {
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
    // Readers will not see a post that is not public.
    expect(await preview('share', basic.id, { post: draft.id })).toBe('');
  });
});
