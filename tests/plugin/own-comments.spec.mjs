// Changing and withdrawing one's own comment, with the token of the response to it.

import { article } from '../e2e/support/content.mjs';
import { unique } from '../e2e/support/page.mjs';
import { control, expect, heard, post, SITE, test } from './support.mjs';

const basic = article('basic');
const MINUTE_SECONDS = 60;
const code = async (response) => `${response.status()} ${(await response.json()).code}`;

/** Posts a comment; gives its id, its status and the token. */
async function posted(request, fields = {}) {
  const response = await post(request, { post: basic.id, content: unique('قبل'), ...fields });
  expect(response.status()).toBe(201);
  return response.json();
}

const url = ({ id }, method) => `${SITE}/wp-json/tadwina/v1/comments/${id}${method ? `?_method=${method}` : ''}`;
const accept = { Accept: 'application/json', Origin: 'https://elsewhere.example' };

/** Changes the text, as tadwina does: a form, so that another origin needs no preflight. */
const change = (request, comment, content, token = comment.tadwina.token) =>
  request.post(url(comment), { form: { token, content }, headers: accept });

const withdraw = (request, comment, token = comment.tadwina.token) =>
  request.post(url(comment, 'DELETE'), { form: { token }, headers: accept });

/** The comment as everybody sees it. */
const shown = async (request, { id }) => (await request.get(`${SITE}/wp-json/wp/v2/comments/${id}`)).json();

/** What a moderator does with a comment. */
const moderate = (owner, { id }, data) => owner.api(`comments/${id}`, { method: 'POST', data });

test.describe('the author of a comment without an account', () => {
  test('changes its text, again and from another origin', async ({ request }) => {
    await control(request, '&hear=1');
    const comment = await posted(request);
    expect(comment.tadwina.seconds).toBe(5 * MINUTE_SECONDS);
    for (const text of [unique('بعد'), unique('ثم <strong>بعد</strong>')]) {
      const response = await change(request, comment, text);
      expect(response.status()).toBe(200);
      expect(response.headers()['access-control-allow-origin']).toBe('https://elsewhere.example');
      expect(await response.json()).toMatchObject({ id: comment.id, status: 'approved', post: basic.id });
      expect((await shown(request, comment)).content.rendered).toContain(text);
    }
    expect(await heard(request, 'edit_comment')).toHaveLength(2);
    expect(await heard(request, 'preprocess_comment'), 'filters see each text').toHaveLength(3);
    expect(await heard(request, 'comment_post'), 'it is no new comment').toHaveLength(1);
  });

  test('sends a change again whose response was lost', async ({ request }) => {
    await control(request, '&hear=1');
    const comment = await posted(request);
    const text = unique('مرّتين & أكثر');
    for (let time = 0; time < 2; time += 1) expect((await change(request, comment, text)).status()).toBe(200);
    expect(await heard(request, 'edit_comment'), 'it is saved once').toHaveLength(1);
  });

  test('withdraws it; a moderator finds it in the trash', async ({ request, owner }) => {
    const comment = await posted(request);
    const response = await withdraw(request, comment);
    expect(response.status()).toBe(200);
    expect(await response.json()).toEqual({ id: comment.id, status: 'trash' });
    expect((await request.get(`${SITE}/wp-json/wp/v2/comments/${comment.id}`)).status()).not.toBe(200);
    expect((await owner.api(`comments/${comment.id}?context=edit`)).status).toBe('trash');
    expect(await code(await withdraw(request, comment))).toBe('410 tadwina_comment_gone');
  });

  test('changes one that is held, and it stays held', async ({ request, owner }) => {
    await control(request, '&moderation=1');
    const comment = await posted(request);
    expect(comment.status).toBe('hold');
    await control(request, '&moderation=0');
    const response = await change(request, comment, unique('بعد'));
    expect((await response.json()).status).toBe('hold');
    expect((await owner.api(`comments/${comment.id}?context=edit`)).status).toBe('hold');
  });
});

test.describe('a changed text goes through the checks of a new one', () => {
  test('what is refused stays as it was', async ({ request }) => {
    const other = await posted(request);
    const text = unique('قبل');
    const comment = await posted(request, { content: text });
    const same = (await shown(request, other)).content.rendered.replace(/<[^>]+>/g, '').trim();
    expect(await code(await change(request, comment, ' \n '))).toBe('400 rest_comment_content_invalid');
    expect(await code(await change(request, comment, 'x'.repeat(70_000)))).toBe('400 comment_content_column_length');
    expect(await code(await change(request, comment, same))).toBe('409 comment_duplicate');
    await control(request, '&registration=1');
    expect(await code(await change(request, comment, unique('بعد')))).toBe('401 rest_comment_login_required');
    await control(request, '&registration=0&close=1');
    expect(await code(await change(request, comment, unique('بعد')))).toBe('403 rest_comment_closed');
    await control(request, '&close=0');
    expect((await shown(request, comment)).content.rendered).toContain(text);
  });

  test('markup that readers may not use is removed', async ({ request }) => {
    const comment = await posted(request);
    const response = await change(request, comment, `${unique('بعد')} <img src=x onerror=alert(1)><em>نعم</em>`);
    const { content } = await response.json();
    expect(content.rendered).not.toContain('<img');
    expect(content.rendered).toContain('<em>نعم</em>');
  });

  test('where comments are held, it is held, and the moderators get a mail', async ({ request, owner }) => {
    const comment = await posted(request);
    await control(request, '&moderation=1&hear=1');
    expect(await (await change(request, comment, unique('بعد'))).json()).toMatchObject({ status: 'hold' });
    expect((await owner.api(`comments/${comment.id}?context=edit`)).status).toBe('hold');
    const mails = await heard(request, 'mail');
    expect(mails.length).toBeGreaterThan(0);
    for (const { subject } of mails) expect(subject).toContain('moderate');
  });

  test('with a disallowed word it goes to the trash, and the token ends', async ({ request }) => {
    const comment = await posted(request);
    await control(request, '&blocklist=casino');
    expect((await (await change(request, comment, unique('best casino'))).json()).status).toBe('trash');
    expect(await code(await change(request, comment, unique('بعد')))).toBe('410 tadwina_comment_gone');
  });
});

test.describe('a token is refused', () => {
  test('of another comment, forged, or expired', async ({ request }) => {
    const [comment, other] = [await posted(request), await posted(request)];
    const [until, text, signature] = comment.tadwina.token.split('.');
    const forged = [
      other.tadwina.token,
      [Number(until) + MINUTE_SECONDS, text, signature].join('.'),
      [until, other.tadwina.token.split('.')[1], signature].join('.'),
      `${until}.${text}`,
      `${comment.tadwina.token} `,
      '',
    ];
    for (const token of forged) {
      expect(await code(await change(request, comment, unique('بعد'), token)), token).toBe('403 tadwina_token_invalid');
      expect(await code(await withdraw(request, comment, token)), token).toBe('403 tadwina_token_invalid');
    }
    const now = Math.floor(Date.now() / 1000);
    const { token: expired } = await control(request, `=token&id=${comment.id}&until=${now - 1}`);
    expect(await code(await change(request, comment, unique('بعد'), expired))).toBe('403 tadwina_token_expired');
    expect(await code(await withdraw(request, comment, expired))).toBe('403 tadwina_token_expired');
    const { token: valid } = await control(request, `=token&id=${comment.id}&until=${now + MINUTE_SECONDS}`);
    expect((await change(request, comment, unique('بعد'), valid)).status()).toBe(200);
  });

  test('once a moderator has changed the text, also after a change by its author', async ({ request, owner }) => {
    const [first, second] = [await posted(request), await posted(request)];
    expect((await change(request, second, unique('بعد'))).status()).toBe(200);
    for (const comment of [first, second]) {
      await moderate(owner, comment, { content: 'حرّره المشرف' });
      expect(await code(await change(request, comment, unique('بعد')))).toBe('409 tadwina_comment_changed');
      expect(await code(await withdraw(request, comment))).toBe('409 tadwina_comment_changed');
      expect((await shown(request, comment)).content.rendered).toContain('حرّره المشرف');
    }
  });

  test('once a moderator has put the comment into the trash, or called it spam', async ({ request, owner }) => {
    for (const status of ['trash', 'spam']) {
      const comment = await posted(request);
      await moderate(owner, comment, { status });
      expect(await code(await change(request, comment, unique('بعد'))), status).toBe('410 tadwina_comment_gone');
      expect(await code(await withdraw(request, comment)), status).toBe('410 tadwina_comment_gone');
    }
  });

  test('once somebody has replied, also where the reply is held', async ({ request }) => {
    for (const moderation of [0, 1]) {
      await control(request, '&moderation=0');
      const comment = await posted(request);
      await control(request, `&moderation=${moderation}`);
      await posted(request, { parent: comment.id });
      expect(await code(await change(request, comment, unique('بعد')))).toBe('409 tadwina_comment_answered');
      expect(await code(await withdraw(request, comment))).toBe('409 tadwina_comment_answered');
    }
  });
});

test('nobody else gets a token', async ({ request, owner }) => {
  const comment = await posted(request);
  for (const path of [
    `comments/${comment.id}`,
    `comments?post=${basic.id}&order=desc&orderby=id`,
    `posts/${basic.id}?_embed=replies`,
  ]) {
    expect(await (await request.get(`${SITE}/wp-json/wp/v2/${path}`)).text(), path).not.toContain(
      comment.tadwina.token,
    );
    expect(JSON.stringify(await owner.api(path)), path).not.toContain('"token"');
  }
  const page = await (await request.get(SITE + basic.path)).text();
  expect(page).toContain(`comment-${comment.id}`);
  expect(page).not.toContain(comment.tadwina.token);
  const made = await owner.api('comments', { method: 'POST', data: { post: basic.id, content: unique('بحساب') } });
  expect(made).not.toHaveProperty('tadwina');
  await control(request, '&blocklist=casino');
  expect(await posted(request, { content: unique('casino') }), 'a comment in the trash has none').not.toHaveProperty(
    'tadwina',
  );
});
