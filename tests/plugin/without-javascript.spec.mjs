// The whole blog without JavaScript: readers see all of it, with the form of the theme.

import { article } from '../e2e/support/content.mjs';
import { unique } from '../e2e/support/page.mjs';
import { control, expect, make, post, SITE, test } from './support.mjs';

const basic = article('basic');
const thread = article('long-thread');

test.describe('without JavaScript', () => {
  test.use({ settings: 'front=1', javaScriptEnabled: false });

  test('a reader reads an article and its discussion, and posts a comment', async ({ page }) => {
    await page.goto(thread.path);
    await expect(page).toHaveTitle(new RegExp(thread.title));
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', SITE + thread.path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(thread.title);
    await expect(page.locator('tadwina-blog article p').nth(2)).toBeVisible();
    await expect(page.locator(`#comment-${thread.comments[0].id}`)).toBeVisible();

    const text = unique('بلا جافاسكربت');
    await page.locator('#comment').fill(text);
    await page.locator('#author').fill('قارئة');
    await page.locator('#email').fill('reader@example.org');
    await page.locator('#submit').click();
    await expect(page.locator('.comment-list')).toContainText(text);
  });

  test('only the author sees a held comment', async ({ page, browser, request }) => {
    await control(request, '&moderation=1');
    await page.goto(basic.path);
    const text = unique('تنتظر');
    await page.locator('#comment').fill(text);
    await page.locator('#author').fill('قارئة');
    await page.locator('#email').fill('reader@example.org');
    await page.locator('#submit').click();
    await expect(page.locator('tadwina-blog .comment-list')).toContainText(text);
    const other = await browser.newPage();
    await other.goto(SITE + basic.path);
    await expect(other.locator('tadwina-blog #comment')).toBeVisible();
    await expect(other.locator('body')).not.toContainText(text);
    await other.close();
  });

  test('links lead to all pages of comments', async ({ page, request }) => {
    await control(request, '&paged=1'); // the newest page comes first
    const last = await (await post(request, { post: thread.id, content: unique('الأخير') })).json();
    await page.goto(thread.path);
    await expect(page.locator(`#comment-${last.id}`)).toBeVisible();
    await expect(page.locator(`#comment-${thread.comments[0].id}`)).toHaveCount(0);
    await page.locator('.pagination a', { hasText: /^1$/ }).click();
    await expect(page).toHaveURL(/\/comment-page-1\/#comments$/);
    await expect(page.locator(`#comment-${thread.comments[0].id}`)).toBeVisible();
  });

  test('a comment that comes sooner than anybody writes waits for a moderator', async ({ page, request, owner }) => {
    // Restored at the end.
    await owner.set({ tadwina_least_seconds: '60' });
    const open = () => page.goto(basic.path);
    const time = page.locator('[name="tadwina_form_time"]');
    const send = async (text) => {
      await page.locator('#comment').fill(text);
      await page.locator('#author').fill('قارئة');
      await page.locator('#email').fill('reader@example.org');
      await page.locator('#submit').click();
      await expect(page.locator('tadwina-blog .comment-list')).toContainText(text);
    };
    const isPublic = async (text) => {
      const { id } = basic;
      const url = `${SITE}/wp-json/wp/v2/comments?post=${id}&per_page=100&order=desc&_fields=content`;
      return (await (await request.get(url)).text()).includes(JSON.stringify(text).slice(1, -1));
    };
    const [fast, forged, slow] = ['fast', 'forged', 'slow'].map(unique);
    await open();
    await send(fast);
    expect(await isPublic(fast)).toBe(false);

    await open();
    await time.evaluate((field) => field.setAttribute('value', field.value.replace(/-.*/, '-00')));
    await send(forged);
    expect(await isPublic(forged), 'a time that the site did not sign says nothing').toBe(true);

    await owner.set({ tadwina_least_seconds: '1' });
    await open();
    const made = Number((await time.getAttribute('value')).split('-')[0]);
    await expect.poll(() => Math.floor(Date.now() / 1000) - made).toBeGreaterThan(1);
    await send(slow);
    expect(await isPublic(slow)).toBe(true);
  });

  test('without threads replies come in the order of their time', async ({ page, request, owner }) => {
    await owner.set({ thread_comments: '' });
    const ids = [];
    for (const parent of [0, 0, 1]) {
      const sent = await post(request, { post: basic.id, content: unique('تعليق'), parent: parent && ids[0] });
      ids.push((await sent.json()).id);
    }
    await page.goto(basic.path);
    const shown = await page
      .locator('.comment-list > li')
      .evaluateAll((items) => items.map(({ id }) => Number(id.replace('comment-', ''))));
    expect(shown.filter((id) => ids.includes(id))).toEqual(ids);
  });

  test('replies stand below their comments, and a reader replies', async ({ page, request }) => {
    const parent = await (await post(request, { post: basic.id, content: unique('سؤال'), author_name: 'سعيد' })).json();
    await page.goto(basic.path);
    const comment = page.locator(`#comment-${parent.id}`);
    await comment.locator('.comment-reply-link').first().click();
    await expect(page).toHaveURL(new RegExp(`replytocom=${parent.id}#respond$`));
    await expect(page.locator('#reply-title')).toContainText('سعيد');
    const text = unique('جواب');
    await page.locator('#comment').fill(text);
    await page.locator('#author').fill('قارئة');
    await page.locator('#email').fill('reader@example.org');
    await page.locator('#submit').click();
    await expect(comment.locator('.children')).toContainText(text);
    const { parent: of } = (
      await (await request.get(`${SITE}/wp-json/wp/v2/comments?post=${basic.id}&order=desc&orderby=id`)).json()
    )[0];
    expect(of).toBe(parent.id);
  });

  test('a reply can be called off, and none is offered where comments are closed or not nested', async ({
    page,
    request,
    owner,
  }) => {
    const { id } = await (await post(request, { post: basic.id, content: unique('سؤال') })).json();
    await page.goto(`${basic.path}?replytocom=${id}#respond`);
    await expect(page.locator('#comment_parent')).toHaveValue(String(id));
    await page.locator('#cancel-comment-reply-link').click();
    await expect(page.locator('#comment_parent')).toHaveValue('0');
    await control(request, '&close=1');
    await page.goto(basic.path);
    await expect(page.locator(`#comment-${id}`)).toBeVisible();
    await expect(page.locator('.comment-reply-link')).toHaveCount(0);
    await control(request, '&close=0');
    await owner.set({ thread_comments: '' });
    await page.goto(basic.path);
    await expect(page.locator(`#comment-${id}`)).toBeVisible();
    await expect(page.locator('.comment-reply-link')).toHaveCount(0);
  });

  test('a reply to a comment of another page of comments goes to that comment', async ({ page, request, owner }) => {
    await control(request, '&paged=1');
    await owner.set({ comments_per_page: '1' });
    const [first] = thread.comments;
    await page.goto(`${thread.path}?replytocom=${first.id}#respond`);
    await expect(page.locator('#comment_parent')).toHaveValue(String(first.id));
    await expect(page.locator(`#comment-${first.id}`), 'the comment that one replies to is in sight').toBeVisible();
  });

  test('links lead to the next page of a list and to its articles', async ({ page }) => {
    await page.goto('/');
    await expect(page.locator('tadwina-blog article')).toHaveCount(10);
    await page.locator('.pagination .next').click();
    await expect(page).toHaveURL(/\/page\/2\/$/);
    await page.locator('tadwina-blog article h2 a').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});

for (const theme of ['twentytwentythree', 'twentytwentyone']) {
  test.describe(`without JavaScript in the theme ${theme}`, () => {
    test.use({ settings: `theme=${theme}`, javaScriptEnabled: false });

    test('a reader replies to a comment', async ({ page, request }) => {
      const parent = await (await post(request, { post: basic.id, content: unique('سؤال') })).json();
      await page.goto(basic.path);
      await page.locator(`#comment-${parent.id} .comment-reply-link`).first().click();
      const text = unique('جواب');
      await page.locator('#comment').fill(text);
      await page.locator('#author').fill('قارئة');
      await page.locator('#email').fill('reader@example.org');
      await page.locator('#submit').click();
      await expect(page.locator('tadwina-comments')).toContainText(text);
      const list = await request.get(`${SITE}/wp-json/wp/v2/comments?post=${basic.id}&parent=${parent.id}`);
      expect((await list.json())[0].content.rendered).toContain(text);
    });
  });

  test.describe(`the discussion in an article, without JavaScript in the theme ${theme}`, () => {
    test.use({ settings: `theme=${theme}&replace=0`, javaScriptEnabled: false });

    test('has threads, and a reader replies', async ({ page, request }) => {
      const made = await make(request, { post_content: '[tadwina_comments]' });
      const { id: parent } = await (await post(request, { post: made.id, content: unique('سؤال') })).json();
      const { id: reply } = await (await post(request, { post: made.id, content: unique('رد'), parent })).json();
      await page.goto(made.link);
      const discussion = page.locator('tadwina-comments');
      await expect(discussion.locator(`#comment-${parent} .children #comment-${reply}`)).toBeVisible();
      await discussion.locator(`#comment-${reply} .comment-reply-link`).click();
      await expect(discussion.locator('#comment_parent')).toHaveValue(String(reply));
    });
  });
}
