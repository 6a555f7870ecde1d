// Mails to readers about replies to their comments.

import { article } from '../e2e/support/content.mjs';
import { unique } from '../e2e/support/page.mjs';
import { control, expect, heard, make, post, SITE, test } from './support.mjs';

const basic = article('basic');
const READER = 'reader@example.org';
const OTHER = { author_name: 'سعيد', author_email: 'said@example.org' };

/** Posts a comment; gives its id. */
async function posted(request, fields = {}) {
  const response = await post(request, { post: basic.id, content: unique('تعليق'), ...fields });
  expect(response.status()).toBe(201);
  return (await response.json()).id;
}

/** Posts a comment whose author wants mails about replies. */
const asked = (request, fields = {}) => posted(request, { tadwina_replies: 1, ...fields });

/** The mails to a reader. */
const mails = async (request, to = READER) =>
  (await heard(request, 'mail')).filter((mail) => [mail.to].flat().includes(to));

/** The address that ends the mails. */
const endLink = ({ message }) => message.match(/https?:\S+tadwina-end-mails\S+/)[0];

test.describe('where the owner allows mails about replies', () => {
  test.use({ settings: 'mails=1&hear=1' });

  test('who asked for it gets one, as plain text with a link to the reply', async ({ request }) => {
    const parent = await asked(request);
    const text = unique('ردّ & <em>تأكيد</em>');
    const reply = await posted(request, { ...OTHER, parent, content: text });
    const [mail, ...more] = await mails(request);
    expect(more).toEqual([]);
    expect(mail.subject).toContain(basic.title);
    expect(mail.message).toContain('سعيد');
    expect(mail.message).toContain(text.replace(/<[^>]+>/g, ''));
    expect(mail.message).toContain(`#comment-${reply}`);
    expect(mail.headers.join('\n')).toContain('text/plain');
    expect(mail.headers.join('\n')).toContain(`List-Unsubscribe: <${endLink(mail)}>`);
  });

  test('it is in the language of the site', async ({ request }) => {
    const parent = await asked(request);
    await control(request, '&arabic=1');
    await posted(request, { ...OTHER, parent });
    const [{ subject, message }] = await mails(request);
    expect(subject).toContain('ردّ على تعليقك');
    expect(message).toContain('إيقاف رسائل الردود');
  });

  test('it comes when a held reply is published, once', async ({ request, owner }) => {
    const parent = await asked(request);
    await control(request, '&moderation=1');
    const reply = await posted(request, { ...OTHER, parent });
    expect(await mails(request)).toEqual([]);
    for (const status of ['approved', 'hold', 'approved', 'trash', 'approved']) {
      await owner.api(`comments/${reply}`, { method: 'POST', data: { status } });
    }
    expect(await mails(request)).toHaveLength(1);
  });

  test('a reply from the admin counts, by whichever way', async ({ request, owner }) => {
    const parent = await asked(request);
    await owner.api('comments', { method: 'POST', data: { post: basic.id, parent, content: unique('جواب') } });
    expect(await mails(request)).toHaveLength(1);
  });

  test('a comment by the form of the theme asks too', async ({ request }) => {
    const text = unique('بالنموذج');
    await request.post(`${SITE}/wp-comments-post.php`, {
      form: { comment_post_ID: basic.id, comment: text, author: 'قارئة', email: READER, tadwina_replies: 1 },
    });
    const list = await (await request.get(`${SITE}/wp-json/wp/v2/comments?post=${basic.id}&orderby=id`)).json();
    const { id: parent } = list.find(({ content }) => content.rendered.includes(text));
    await posted(request, { ...OTHER, parent });
    expect(await mails(request)).toHaveLength(1);
  });

  test('nobody gets one who did not ask, who replies to oneself, or whose comment is held', async ({
    request,
    owner,
  }) => {
    await posted(request, { ...OTHER, parent: await posted(request) });
    await posted(request, { author_email: READER.toUpperCase(), parent: await asked(request) });
    await posted(request, OTHER);
    const held = await asked(request);
    await owner.api(`comments/${held}`, { method: 'POST', data: { status: 'hold' } });
    await owner.api('comments', { method: 'POST', data: { post: basic.id, parent: held, content: unique('جواب') } });
    expect(await mails(request)).toEqual([]);
  });

  test('nobody gets one about an article that is not public', async ({ request, owner }) => {
    const { id: made } = await make(request, {});
    const parent = await asked(request, { post: made });
    await owner.api(`posts/${made}`, { method: 'POST', data: { status: 'private' } });
    await owner.api('comments', { method: 'POST', data: { post: made, parent, content: unique('جواب') } });
    expect(await mails(request)).toEqual([]);
  });

  test('its link ends the mails of all comments of the address, once the reader says so', async ({ page, request }) => {
    const [parent, second] = [await asked(request), await asked(request)];
    const others = await asked(request, OTHER);
    await posted(request, { ...OTHER, parent });
    const link = endLink((await mails(request))[0]);
    // Programs that check mails open links.
    expect((await request.get(link)).status()).toBe(200);
    await posted(request, { ...OTHER, parent: second });
    expect(await mails(request)).toHaveLength(2);
    await page.goto(link);
    await page.getByRole('button').click();
    await expect(page.locator('body')).toContainText('no more mails');
    for (const comment of [parent, second]) await posted(request, { ...OTHER, parent: comment });
    expect(await mails(request)).toHaveLength(2);
    await posted(request, { parent: others });
    expect(await mails(request, OTHER.author_email), 'the mails of others go on').toHaveLength(1);
  });

  test('a mail program ends them with one request', async ({ request }) => {
    const parent = await asked(request);
    await posted(request, { ...OTHER, parent });
    const response = await request.post(endLink((await mails(request))[0]), {
      form: { 'List-Unsubscribe': 'One-Click' },
    });
    expect(response.status()).toBe(200);
    await posted(request, { ...OTHER, parent });
    expect(await mails(request)).toHaveLength(1);
  });

  test('a link with another token or another comment ends nothing', async ({ request }) => {
    const [parent, second] = [await asked(request), await asked(request, OTHER)];
    await posted(request, { ...OTHER, parent });
    const link = endLink((await mails(request))[0]);
    for (const wrong of [link.replace(/.$/, 'x'), link.replace(`=${parent}&`, `=${second}&`)]) {
      expect((await request.post(wrong)).status(), wrong).toBe(403);
    }
    await posted(request, { parent: second });
    expect(await mails(request, OTHER.author_email)).toHaveLength(1);
  });

  test('the form of the theme has the checkbox', async ({ request }) => {
    expect(await (await request.get(SITE + basic.path)).text()).toContain('name="tadwina_replies"');
  });

  test('the wish is in no response', async ({ request }) => {
    const id = await asked(request);
    expect(await (await request.get(`${SITE}/wp-json/wp/v2/comments/${id}`)).text()).not.toContain('replies"');
  });
});

test.describe('where the owner does not allow them', () => {
  test.use({ settings: 'hear=1' });

  test('nobody is asked and no mail is sent, also about wishes from before', async ({ request }) => {
    expect(await (await request.get(SITE + basic.path)).text()).not.toContain('tadwina_replies');
    await control(request, '&mails=1');
    const parent = await asked(request);
    await control(request, '&mails=0');
    await posted(request, { ...OTHER, parent });
    const ignored = await asked(request);
    await control(request, '&mails=1');
    await posted(request, { ...OTHER, parent: ignored });
    expect(await mails(request)).toEqual([]);
  });
});
