// Anonymous comments over REST: WordPress takes them and checks them as it checks those of its form.

import { article } from '../e2e/support/content.mjs';
import { unique } from '../e2e/support/page.mjs';
import { control, expect, heard, make, post, SITE, test } from './support.mjs';

const basic = article('basic');
const thread = article('long-thread');
const code = async (response) => `${response.status()} ${(await response.json()).code}`;

test.describe('a comment over REST', () => {
  test.use({ settings: 'hear=1' });

  test('is approved, runs each hook once and sends one mail', async ({ request }) => {
    const text = unique('مرحبا');
    const response = await post(request, { post: basic.id, content: text });
    expect(response.status()).toBe(201);
    const { id, status } = await response.json();
    expect(status).toBe('approved');

    const [before, ...others] = await heard(request, 'preprocess_comment');
    expect(others).toEqual([]);
    expect(before).toMatchObject({
      comment_post_ID: basic.id,
      comment_author: 'قارئة',
      comment_author_email: 'reader@example.org',
      comment_content: text,
      comment_type: 'comment',
      comment_parent: 0,
      user_id: 0,
    });
    expect(before.comment_author_IP).toBe('127.0.0.1');
    expect(await heard(request, 'comment_post')).toEqual([expect.objectContaining({ id, approved: 1 })]);
    const mails = await heard(request, 'mail');
    expect(mails).toHaveLength(1);
    expect([mails[0].to].flat()).toEqual([`${basic.author.login}@example.org`]);
  });

  test('that is held sends a mail to the moderators', async ({ request }) => {
    await control(request, '&moderation=1');
    const response = await post(request, { post: basic.id, content: unique('تنتظر') });
    expect((await response.json()).status).toBe('hold');
    expect(await heard(request, 'comment_post')).toEqual([expect.objectContaining({ approved: 0 })]);
    const mails = await heard(request, 'mail');
    expect(mails.length).toBeGreaterThan(0);
    for (const { subject } of mails) expect(subject).toContain('moderate');
  });

  test('runs comment_post once when another plugin runs it too', async ({ request }) => {
    await control(request, '&told=1');
    expect((await post(request, { post: basic.id, content: unique('مرّة') })).status()).toBe(201);
    expect(await heard(request, 'comment_post')).toHaveLength(1);
    expect(await heard(request, 'mail')).toHaveLength(1);
  });

  test('keeps quotation marks and backslashes', async ({ request }) => {
    const text = unique('a "b" \\ c \'d\'');
    const response = await post(request, { post: basic.id, content: text, author_name: "O'Brien" });
    expect(response.status()).toBe(201);
    const [before] = await heard(request, 'preprocess_comment');
    expect(before.comment_content).toBe(text.replace(/["'\\]/g, '\\$&')); // slashed, as filters expect it
    const { author_name: name } = await response.json();
    expect(name.replace(/&#0?39;|&#8217;/, "'")).toBe("O'Brien");
    const [after] = await heard(request, 'comment_post');
    expect(after.comment.comment_content).toBe(before.comment_content);
  });

  test('that WordPress refuses runs no hook', async ({ request }) => {
    expect(await code(await post(request, { post: basic.id, content: ' ' }))).toBe('400 rest_comment_content_invalid');
    expect(await code(await post(request, { post: basic.id, content: 'x', author_name: '' }))).toBe(
      '400 rest_comment_author_data_required',
    );
    expect(await code(await post(request, { post: basic.id, content: 'x'.repeat(70_000) }))).toBe(
      '400 comment_content_column_length',
    );
    expect(await code(await post(request, { post: article('closed').id, content: 'x' }))).toBe(
      '403 rest_comment_closed',
    );
    expect(await heard(request, 'preprocess_comment')).toEqual([]);
    expect(await heard(request, 'comment_post')).toEqual([]);
  });
});

test('the name of the browser can be longer than WordPress stores', async ({ request }) => {
  const response = await post(request, {
    post: basic.id,
    content: unique('متصفّح'),
    author_user_agent: 'Mozilla/5.0 '.repeat(40),
  });
  expect(response.status()).toBe(201);
});

test('a second comment too soon after the first is refused', async ({ request }) => {
  await control(request, '&flood=1');
  expect((await post(request, { post: basic.id, content: unique('الأول') })).status()).toBe(201);
  expect(await code(await post(request, { post: basic.id, content: unique('الثاني') }))).toBe('400 comment_flood');
});

test('a date in the request has no effect, also on the waiting time', async ({ request }) => {
  await control(request, '&flood=1');
  const first = await post(request, {
    post: basic.id,
    content: unique('الأول'),
    date_gmt: '2001-01-01T00:00:00',
    date: '2001-01-01T00:00:00',
  });
  expect(first.status()).toBe(201);
  expect((await first.json()).date_gmt).not.toMatch(/^2001/);
  const second = await post(request, { post: basic.id, content: unique('الثاني'), date_gmt: '2031-01-01T00:00:00' });
  expect(await code(second)).toBe('400 comment_flood');
});

for (const route of ['/wp-json/WP/v2/Comments', '/?rest_route=/wp/v2/comments%0A', '/wp-json/wp/v2/comments?id=0']) {
  test(`the checks of comments apply at ${route}`, async ({ request }) => {
    await control(request, '&flood=1&hear=1');
    const reply = await post(request, { post: basic.id, content: unique('رد'), parent: 9_999_999 }, route);
    expect(await code(reply)).toBe('400 tadwina_comment_invalid_parent');
    const first = await post(
      request,
      { post: basic.id, content: unique('الأول'), date_gmt: '2001-01-01T00:00:00' },
      route,
    );
    expect(first.status()).toBe(201);
    expect((await first.json()).date_gmt).not.toMatch(/^2001/);
    const second = await post(
      request,
      { post: basic.id, content: unique('الثاني'), date_gmt: '2031-01-01T00:00:00' },
      route,
    );
    expect(await code(second)).toBe('400 comment_flood');
    for (const what of ['comment_post', 'mail']) expect(await heard(request, what), what).toHaveLength(1);
  });
}

test('Akismet checks a comment once, in its way for REST', async ({ request, owner }) => {
  const akismet = 'plugins/akismet/akismet';
  await owner.set({ wordpress_api_key: 'test' });
  await owner.api(akismet, { method: 'PUT', data: { status: 'active' } });
  try {
    await control(request, '&hear=1');
    const response = await post(request, { post: basic.id, content: unique('مرحبا') });
    expect(response.status()).toBe(201);
    // Akismet's check of the form would add a field here.
    const [before, ...others] = await heard(request, 'preprocess_comment');
    expect(others).toEqual([]);
    expect(before).not.toHaveProperty('comment_as_submitted');
    // Akismet cannot reach its server from the test, and tells the owner so.
    const { id } = await response.json();
    const page = await (await owner.request.get(`${SITE}/wp-admin/comment.php?action=editcomment&c=${id}`)).text();
    expect(page.match(/Akismet was unable to check this comment/g)).toHaveLength(1);
  } finally {
    await owner.api(akismet, { method: 'PUT', data: { status: 'inactive' } });
  }
});

test('the same comment twice is a duplicate, also with characters that WordPress rewrites', async ({ request }) => {
  for (const text of [unique('مرّتين'), unique('a & b'), unique('1 &lt; 2 &amp; 3')]) {
    expect((await post(request, { post: basic.id, content: text })).status(), text).toBe(201);
    expect(await code(await post(request, { post: basic.id, content: text })), text).toBe('409 comment_duplicate');
  }
});

test('a comment with a disallowed word goes to the trash', async ({ request }) => {
  await control(request, '&blocklist=casino');
  const response = await post(request, { post: basic.id, content: unique('best casino') });
  expect(response.status()).toBe(201);
  expect((await response.json()).status).toBe('trash');
});

test('a reply needs an approved comment of the same article', async ({ request }) => {
  const [parent] = thread.comments;
  const reply = await post(request, { post: thread.id, content: unique('رد'), parent: parent.id });
  expect(reply.status()).toBe(201);
  expect((await reply.json()).parent).toBe(parent.id);

  await control(request, '&moderation=1');
  const { id: held } = await (await post(request, { post: thread.id, content: unique('تنتظر') })).json();
  for (const [name, fields] of Object.entries({
    'of another article': { post: basic.id, parent: parent.id },
    'that does not exist': { post: thread.id, parent: 9_999_999 },
    'that is held': { post: thread.id, parent: held },
  })) {
    expect(await code(await post(request, { content: unique('رد'), ...fields })), name).toBe(
      '400 tadwina_comment_invalid_parent',
    );
  }
});

test('where only users may comment, an anonymous comment is refused', async ({ request }) => {
  await control(request, '&registration=1');
  expect(await code(await post(request, { post: basic.id, content: unique('بلا حساب') }))).toBe(
    '401 rest_comment_login_required',
  );
});

test('an article that is too old takes no comments', async ({ request }) => {
  await control(request, '&close=1');
  expect(await code(await post(request, { post: basic.id, content: unique('متأخّر') }))).toBe('403 rest_comment_closed');
});

test('an article that is not public takes no comments', async ({ request }) => {
  const draft = await make(request, { post_status: 'draft' });
  expect(await code(await post(request, { post: draft.id, content: unique('مسودة') }))).toBe(
    '403 rest_comment_draft_post',
  );
  for (const fields of [{ post_status: 'private' }, { post_password: 'miftah' }]) {
    const { id } = await make(request, fields);
    expect(await code(await post(request, { post: id, content: unique('سرّ') }))).toBe('401 rest_cannot_read_post');
  }
});

test.describe('the settings of the discussion', () => {
  const discussion = async (request, id, route = 'posts') =>
    (
      await (
        await request.get(
          `${SITE}/wp-json/wp/v2/${route}?_fields=id,link,title.rendered,author,comment_status,tadwina&include=${id}`,
        )
      ).json()
    )[0].tadwina;
  const defaults = {
    require_name_email: true,
    order: 'asc',
    per_page: 0,
    depth: 5,
    open: true,
    registration: false,
    reply_mails: false,
  };

  test('are a field of posts and pages', async ({ request }) => {
    expect(await discussion(request, basic.id)).toEqual(defaults);
    expect(await discussion(request, article('closed').id)).toEqual({ ...defaults, open: false });
    expect(await discussion(request, 2, 'pages')).toEqual({ ...defaults, open: false });
  });

  test('follow the settings of WordPress', async ({ request }) => {
    await control(request, '&registration=1&close=1&mails=1');
    const changed = { ...defaults, registration: true, open: false, reply_mails: true };
    expect(await discussion(request, basic.id)).toEqual(changed);
  });

  test('are in the schema', async ({ request }) => {
    const { schema } = await (await request.fetch(`${SITE}/wp-json/wp/v2/posts`, { method: 'OPTIONS' })).json();
    expect(schema.properties.tadwina).toMatchObject({ type: 'object', context: ['view'], readonly: true });
    expect(Object.keys(schema.properties.tadwina.properties)).toEqual(Object.keys(defaults));
  });
});
