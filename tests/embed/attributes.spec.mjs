// Every attribute: what it does, what it is without, and what is said of a wrong one.

import { article } from '../e2e/support/content.mjs';
import { ASKS, collect, hold, plain, unique } from '../e2e/support/page.mjs';
import { host } from '../support/host.mjs';
import { box, expect, heard, hears, page as hostPage, set, settled, test } from './support.mjs';

const basic = article('basic');
const bread = article('bread');
const thread = article('long-thread');

const title = (page) => page.locator('tadwina-article .td-article__title');
const heading = (page) => page.locator('tadwina-comments .td-discussion__title');

test.describe('api', () => {
  for (const [what, attribute] of [
    ['absent it is /wp-json/ of the page', ''],
    ['blank it is /wp-json/ of the page', 'api="  "'],
    ['it may be a path of the page’s origin', 'api=" /wp-json/ "'],
  ]) {
    test(what, async ({ page, blog }) => {
      const html = hostPage(`<tadwina-article ${attribute} post="${basic.id}"></tadwina-article>`);
      const { url, close } = await host({ pages: { '/deep/below/': html }, api: blog });
      const asked = collect(page, ASKS.anything);
      await page.goto(`${url}/deep/below/`);
      await expect(title(page)).toHaveText(basic.title);
      expect(asked.filter((request) => !request.url().startsWith(`${url}/wp-json/`))).toEqual([]);
      await close();
    });
  }

  test('another one shows the other site’s article', async ({ page, open, api, another }) => {
    await open(`<tadwina-article api="${api}" post="${basic.id}"></tadwina-article>`);
    await expect(title(page)).toHaveText(basic.title);
    const asked = collect(page, ASKS.posts);
    await set(page, 'tadwina-article', { api: another });
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    await expect(title(page)).toHaveText(basic.title);
    expect(asked.every((request) => request.url().startsWith(another))).toBe(true);
  });
});

test.describe('slug and post', () => {
  for (const [what, attributes, shown] of [
    ['a slug names the article', `slug="${bread.slug}"`, bread],
    ['a slug may be encoded', `slug="${encodeURIComponent(bread.slug)}"`, bread],
    ['space around a slug does not matter', `slug=" ${bread.slug}\n"`, bread],
    ['a number names the article', `post="${basic.id}"`, basic],
    ['the number wins over the slug', `post=" ${basic.id} " slug="${bread.slug}"`, basic],
    ['a blank number means the slug', `post=" " slug="${bread.slug}"`, bread],
  ]) {
    test(what, async ({ page, open, api }) => {
      await open(`<tadwina-article api="${api}" ${attributes}></tadwina-article>`);
      await expect(title(page)).toHaveText(shown.title);
    });
  }

  for (const [what, path] of [
    ['?p=', `/?p=${thread.id}`],
    ['the last segment', `/2020/01/${encodeURIComponent(thread.slug)}/`],
  ]) {
    test(`without both, ${what} of the page’s address names it`, async ({ page, open, api }) => {
      const at = path.startsWith('/?') ? '/' : new URL(path, 'http://x').pathname;
      const parts = `<tadwina-article api="${api}" discussion="none"></tadwina-article><tadwina-comments api="${api}" slug=" "></tadwina-comments>`;
      await open(parts, { path, at });
      await expect(title(page)).toHaveText(thread.title);
      await expect(heading(page)).toContainText(String(thread.comments.length));
    });
  }

  test('an address that names no article is said to', async ({ page, open, api }) => {
    await open(`<tadwina-article api="${api}"></tadwina-article>`);
    await expect(page.locator('tadwina-article [data-error="not-found"]')).toBeVisible();
    expect((await hears(page, 'tadwina-error'))[0].detail.kind).toBe('not-found');
  });

  test('share without both shares the page and asks nobody', async ({ page, open, site, api }) => {
    const asked = collect(page, ASKS.anything);
    await open(`<tadwina-share api="${api}"></tadwina-share>`, { path: '/here/?a=1#b', at: '/here/' });
    await page.locator('tadwina-share .td-share__button').click();
    const [{ detail }] = await hears(page, 'tadwina-share');
    expect(detail).toEqual({ title: 'صفحة أخرى', url: `${site.url}/here/?a=1` });
    expect(asked).toEqual([]);
  });

  test('share without both prefers the page’s canonical address', async ({ page, open }) => {
    await open('<tadwina-share></tadwina-share>', { head: '<link rel="canonical" href="https://example.org/one/">' });
    await page.locator('tadwina-share .td-share__button').click();
    expect((await hears(page, 'tadwina-share'))[0].detail.url).toBe('https://example.org/one/');
  });

  test('another slug or number shows the other article, without a load', async ({ page, open, api }) => {
    await open(`<tadwina-article api="${api}" slug="${bread.slug}"></tadwina-article>`);
    await expect(title(page)).toHaveText(bread.title);
    await set(page, 'tadwina-article', { slug: thread.slug });
    await expect(title(page)).toHaveText(thread.title);
    await set(page, 'tadwina-article', { post: basic.id });
    await expect(title(page)).toHaveText(basic.title);
    await set(page, 'tadwina-article', { post: null, slug: bread.slug });
    await expect(title(page)).toHaveText(bread.title);
    await expect.poll(async () => (await heard(page, 'tadwina-ready')).length).toBe(4);
    await expect(page.locator('tadwina-article .tadwina')).toHaveCount(1);
  });

  test('another article while the first is still asked for ends that question', async ({ page, open, api }) => {
    const { release } = await hold(page, new RegExp(`include=${bread.id}|slug=${encodeURIComponent(bread.slug)}`, 'i'));
    const failed = [];
    page.on('requestfailed', (request) => failed.push(request.url()));
    await open(`<tadwina-article api="${api}" slug="${bread.slug}">واقف</tadwina-article>`);
    await page.waitForRequest(ASKS.posts);
    await set(page, 'tadwina-article', { slug: basic.slug });
    await expect(title(page)).toHaveText(basic.title);
    await expect.poll(() => failed.length).toBe(1);
    release();
    await settled(page);
    await expect(title(page)).toHaveText(basic.title);
  });

  test('the draft of one article is not shown with another', async ({ page, open, api }) => {
    await open(`<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`);
    await box(page).text.fill('للأوّل');
    await set(page, 'tadwina-comments', { post: bread.id });
    await expect(heading(page)).toContainText(String(bread.comments.length));
    await expect(box(page).text).toHaveValue('');
    await set(page, 'tadwina-comments', { post: basic.id });
    await expect(box(page).text).toHaveValue('للأوّل');
  });
});

test.describe('locale', () => {
  const send = { ar: 'نشر التعليق', fr: 'Publier le commentaire', en: 'Post comment' };
  const shows = async (page, lang, id = 'tadwina-comments') => {
    const root = page.locator(`${id} .tadwina`);
    await expect(root).toHaveAttribute('lang', new RegExp(`^${lang}(?:-|$)`));
    await expect(root).toHaveAttribute('dir', lang === 'ar' ? 'rtl' : 'ltr');
    await expect(box(page, id).send).toHaveText(send[lang]);
  };

  for (const [what, attribute, lang, of = 'ar'] of [
    ['a language of its own', 'locale="fr"', 'fr'],
    ['space around it', 'locale=" fr "', 'fr'],
    ['a country', 'locale="en-GB"', 'en'],
    ['blank', 'locale=" "', 'ar'],
    ['blank in a page in English', 'locale=" "', 'en', 'en'],
    ['none in a page in French', '', 'fr', 'fr-CA'],
    ['none in a page in German', '', 'ar', 'de'],
    ['none in a page that does not say', '', 'ar', ''],
  ]) {
    test(`${what}: ${lang}`, async ({ page, open, api }) => {
      await open(`<tadwina-comments api="${api}" post="${basic.id}" ${attribute}></tadwina-comments>`, { lang: of });
      await shows(page, lang);
    });
  }

  test('the nearest language counts, around a shadow root too', async ({ page, open, api }) => {
    const element = (id) => `<tadwina-comments id="${id}" api="${api}" post="${basic.id}"></tadwina-comments>`;
    await open(`
      <section lang="en"><div>${element('within')}</div></section>
      <section lang="fr"><div id="outer"></div></section>
      <script>outer.attachShadow({ mode: 'open' }).innerHTML = '<p>${element('shadowed')}'</script>
      <tadwina-comments id="own" lang="en" api="${api}" post="${basic.id}"></tadwina-comments>`);
    await shows(page, 'en', '#within');
    await shows(page, 'fr', '#shadowed');
    await shows(page, 'en', '#own');
  });

  test('a change of the nearest language is followed, around a shadow root too', async ({ page, open, api }) => {
    const element = (id) => `<tadwina-comments id="${id}" api="${api}" post="${basic.id}"></tadwina-comments>`;
    await open(`
      <section id="near" lang="ar"><div>${element('within')}</div></section>
      <section id="far"><div id="outer"></div></section>
      <script>outer.attachShadow({ mode: 'open' }).innerHTML = '<p>${element('shadowed')}'</script>
      ${element('own')}`);
    for (const id of ['#within', '#shadowed', '#own']) await shows(page, 'ar', id);
    await set(page, '#near', { lang: 'fr' });
    await shows(page, 'fr', '#within');
    await set(page, '#far', { lang: 'en' });
    await shows(page, 'en', '#shadowed');
    await set(page, '#own', { lang: 'en' });
    await shows(page, 'en', '#own');
    // What is nearer hides it.
    await page.evaluate(() => (document.documentElement.lang = 'fr'));
    await set(page, '#own', { lang: null });
    await shows(page, 'fr', '#own');
    await shows(page, 'en', '#shadowed');
  });

  test('blank follows a change of the page’s language too', async ({ page, open, api }) => {
    await open(`<tadwina-comments locale=" " api="${api}" post="${basic.id}"></tadwina-comments>`);
    await shows(page, 'ar');
    await page.evaluate(() => (document.documentElement.lang = 'en'));
    await shows(page, 'en');
  });

  test('a change of the page’s language is followed, unless there is one of its own', async ({ page, open, api }) => {
    await open(`
      <tadwina-comments id="follows" api="${api}" post="${basic.id}"></tadwina-comments>
      <tadwina-comments id="own" locale="fr" api="${api}" post="${basic.id}"></tadwina-comments>`);
    await shows(page, 'ar', '#follows');
    await box(page, '#follows').text.fill('نصّ');
    await page.evaluate(() => (document.documentElement.lang = 'en'));
    await shows(page, 'en', '#follows');
    await shows(page, 'fr', '#own');
    await expect(box(page, '#follows').text).toHaveValue('نصّ');
  });
});

test.describe('digits', () => {
  for (const [attributes, number] of [
    ['locale="ar-MA"', '1000 / 1000'],
    ['locale="ar-EG"', '١٠٠٠ / ١٠٠٠'],
    ['locale="ar-EG" digits="auto"', '١٠٠٠ / ١٠٠٠'],
    ['locale="ar-EG" digits=" "', '١٠٠٠ / ١٠٠٠'],
    ['locale="ar-EG" digits=" latn "', '1000 / 1000'],
    ['locale="fr" digits="arab"', '١٠٠٠ / ١٠٠٠'],
  ]) {
    test(`${attributes} writes ${number}`, async ({ page, open, api }) => {
      await open(`<tadwina-comments api="${api}" post="${basic.id}" ${attributes}></tadwina-comments>`);
      await expect(box(page).number).toHaveText(number);
    });
  }
});

test.describe('comment-limit', () => {
  for (const [element, attributes] of [
    ['tadwina-comments', 'comment-limit=" 12 "'],
    ['tadwina-article', 'comment-limit="12"'],
    ['tadwina-blog', 'comment-limit="12"'],
  ]) {
    test(`${element} counts down from it, and sends no more`, async ({ page, open, api }) => {
      const path = element === 'tadwina-blog' ? `/#${basic.path}` : '/';
      await open(`<${element} api="${api}" post="${basic.id}" ${attributes}></${element}>`, { path, at: '/' });
      const { text, number, send } = box(page, element);
      await expect(number).toHaveText('12 / 12');
      await text.fill('عشرة حروف وأكثر من ذلك');
      await expect(send).toHaveAttribute('aria-disabled', 'true');
    });
  }

  test('blank it is 1000', async ({ page, open, api }) => {
    await open(`<tadwina-comments api="${api}" post="${basic.id}" comment-limit=""></tadwina-comments>`);
    await expect(box(page).number).toHaveText('1000 / 1000');
  });
});

test.describe('discussion', () => {
  test('none leaves it out and asks for no comments; without, it comes', async ({ page, open, api }) => {
    const asked = collect(page, ASKS.comments);
    await open(`<tadwina-article api="${api}" post="${thread.id}" discussion=" none "></tadwina-article>`);
    await expect(title(page)).toHaveText(thread.title);
    await settled(page);
    await expect(page.locator('tadwina-article .td-discussion')).toHaveCount(0);
    expect(asked).toEqual([]);
    await set(page, 'tadwina-article', { discussion: null });
    await expect(page.locator('tadwina-article .td-comment').first()).toBeVisible();
    await set(page, 'tadwina-article', { discussion: 'none' });
    await expect(page.locator('tadwina-article .td-discussion')).toHaveCount(0);
    await set(page, 'tadwina-article', { discussion: ' ' });
    await expect(page.locator('tadwina-article .td-discussion')).toHaveCount(1);
  });
});

test.describe('theme', () => {
  const scheme = (page) =>
    page.locator('tadwina-comments .tadwina').evaluate((root) => getComputedStyle(root).colorScheme);
  const ink = (page) => page.locator('tadwina-comments .tadwina').evaluate((root) => getComputedStyle(root).color);

  for (const [attribute, of, expected] of [
    ['', 'dark', 'dark'],
    ['theme="auto"', 'light', 'light'],
    ['theme=" "', 'dark', 'dark'],
    ['theme="light"', 'dark', 'light'],
    ['theme=" dark "', 'light', 'dark'],
  ]) {
    test(`${attribute || 'none'} in a ${of} page is ${expected}`, async ({ page, open, api }) => {
      await open(`<tadwina-comments api="${api}" post="${basic.id}" ${attribute}></tadwina-comments>`, {
        head: `<style>:root { color-scheme: ${of} }</style>`,
      });
      await expect(box(page).text).toBeVisible();
      expect(await scheme(page)).toBe(expected);
      expect(await ink(page)).toBe(expected === 'dark' ? 'rgb(231, 228, 221)' : 'rgb(29, 27, 24)');
    });
  }
});

test.describe('a wrong value is named in its place, in the console and by an event', () => {
  for (const [kind, name, value] of [
    ...['article', 'comments', 'share', 'blog'].flatMap((each) => [
      [each, 'api', 'example.org/wp-json/'],
      [each, 'locale', 'de'],
      [each, 'digits', 'roman'],
      [each, 'theme', 'sepia'],
      [each, 'loading', 'soon'],
      [each, 'shadow', 'closed'],
      [each, 'credentials', 'all'],
    ]),
    ...['article', 'comments', 'share'].flatMap((each) => [
      [each, 'post', 'seven'],
      [each, 'post', '0'],
      [each, 'slug', '%ff'],
    ]),
    ...['article', 'comments', 'blog'].map((each) => [each, 'comment-limit', '0']),
    ['article', 'discussion', 'shown'],
    ['blog', 'base', 'blog'],
  ]) {
    test(`${kind} ${name}="${value}"`, async ({ page, open, api }) => {
      const said = [];
      page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
      const asked = collect(page, ASKS.anything);
      const attributes = { api, ...(kind !== 'blog' && name !== 'post' && { post: basic.id }), [name]: ` ${value} ` };
      if (name === 'slug') delete attributes.post;
      const written = Object.entries(attributes)
        .map(([each, to]) => `${each}="${to}"`)
        .join(' ');
      await open(`<tadwina-${kind} ${written}></tadwina-${kind}>`);
      const error = page.locator(`tadwina-${kind} [data-error="setting"]`);
      await expect(error).toBeVisible();
      expect(plain(await error.innerText())).toContain(`the setting ${name} is wrong: “${value}”`);
      const [first, ...more] = await hears(page, 'tadwina-error');
      const detail = { kind: 'setting', message: `the setting ${name} is wrong: “${value}”` };
      expect(first).toMatchObject({ element: `tadwina-${kind}`, detail, bubbles: true, composed: true });
      expect(more).toEqual([]);
      expect(said.filter((text) => text.includes(detail.message))).toHaveLength(1);
      expect(await heard(page, 'tadwina-ready')).toEqual([]);
      expect(asked).toEqual([]);
    });
  }

  test('over its fallback too', async ({ page, open, api }) => {
    await open(
      `<tadwina-comments api="${api}" post="${basic.id}" digits="roman"><p id="fallback">تعليقات</p></tadwina-comments>`,
    );
    await expect(page.locator('tadwina-comments [data-error="setting"]')).toBeVisible();
    await expect(page.locator('#fallback')).toBeHidden();
  });

  for (const [name, wrong] of [
    ['locale', 'de'],
    ['digits', 'roman'],
    ['comment-limit', '-1'],
    ['theme', 'sepia'],
    ['loading', 'soon'],
    ['shadow', 'closed'],
  ]) {
    test(`put right, ${name} shows what there was, with what was typed and what came later`, async ({
      page,
      open,
      api,
    }) => {
      await open(`<tadwina-comments api="${api}" post="${thread.id}"></tadwina-comments>`);
      const comments = page.locator('tadwina-comments .td-comment');
      await expect(comments.first()).toBeVisible();
      const first = await comments.count();
      await page.locator('tadwina-comments .td-discussion__more').click();
      await expect.poll(() => comments.count()).toBeGreaterThan(first);
      await box(page).text.fill('لا يضيع');
      await settled(page);
      const all = await comments.count();
      const asked = collect(page, ASKS.anything);
      await set(page, 'tadwina-comments', { [name]: wrong });
      await expect(page.locator('tadwina-comments [data-error="setting"]')).toContainText(wrong);
      expect((await hears(page, 'tadwina-error'))[0].detail.kind).toBe('setting');
      await set(page, 'tadwina-comments', { [name]: null });
      await expect(box(page).text).toHaveValue('لا يضيع');
      await expect(page.locator('tadwina-comments [data-error]')).toHaveCount(0);
      await settled(page);
      await expect(comments).toHaveCount(all);
      expect(asked).toEqual([]);
      expect(await heard(page, 'tadwina-ready')).toHaveLength(1);
    });
  }

  test('put right, a wrong setting from the start shows the part', async ({ page, open, api }) => {
    await open(`<tadwina-article api="${api}" post="${basic.id}" digits="roman"></tadwina-article>`);
    await expect(page.locator('tadwina-article [data-error="setting"]')).toBeVisible();
    await set(page, 'tadwina-article', { digits: 'latn' });
    await expect(title(page)).toHaveText(basic.title);
  });
});

test.describe('a change in place', () => {
  const CHANGES = [
    ['locale', 'fr', (page) => expect(page.locator('tadwina-article .tadwina')).toHaveAttribute('lang', 'fr')],
    ['digits', 'arab', (page) => expect(box(page, 'tadwina-article').number).toContainText('١٠٠٠')],
    ['comment-limit', '50', (page) => expect(box(page, 'tadwina-article').number).toContainText('/ 50')],
    ['theme', 'dark', (page) => expect(page.locator('tadwina-article .tadwina')).toHaveCSS('color-scheme', 'dark')],
    ['discussion', 'none', (page) => expect(page.locator('tadwina-article form')).toHaveCount(0)],
  ];
  for (const [name, value, takesEffect] of CHANGES) {
    test(`of ${name} keeps text, focus, selection and place, and asks nothing`, async ({ page, open, api }) => {
      await open(`<tadwina-article api="${api}" post="${thread.id}"></tadwina-article>`);
      await expect(page.locator('tadwina-article .td-comment').first()).toBeVisible();
      await settled(page);
      const asked = collect(page, ASKS.anything);
      const fields = box(page, 'tadwina-article');
      await fields.fill('نصّ لا يضيع');
      await fields.text.evaluate((field) => {
        field.focus();
        field.setSelectionRange(2, 5, 'backward');
      });
      const place = await page.evaluate(() => scrollY);
      await set(page, 'tadwina-article', { [name]: value });
      await takesEffect(page);
      if (name === 'discussion') await set(page, 'tadwina-article', { [name]: null });
      await expect(fields.text).toHaveValue('نصّ لا يضيع');
      await expect(fields.name).toHaveValue('قارئة');
      await expect(fields.email).toHaveValue('reader@example.org');
      if (name !== 'discussion') {
        await expect(fields.text).toBeFocused();
        const selected = await fields.text.evaluate(({ selectionStart, selectionEnd, selectionDirection }) => [
          selectionStart,
          selectionEnd,
          selectionDirection,
        ]);
        expect(selected).toEqual([2, 5, 'backward']);
        expect(Math.abs((await page.evaluate(() => scrollY)) - place)).toBeLessThan(100);
        await settled(page);
        expect(asked).toEqual([]);
      }
    });
  }

  test('keeps the focus in a field whose selection cannot be set', async ({ page, open, api }) => {
    await open(`<tadwina-comments api="${api}" post="${thread.id}"></tadwina-comments>`);
    const { email, send } = box(page);
    await email.fill('reader@example.org');
    await set(page, 'tadwina-comments', { locale: 'en' });
    await expect(send).toHaveText('Post comment');
    await expect(email).toBeFocused();
  });

  test('keeps the focus on a button', async ({ page, open, api }) => {
    await open(`<tadwina-comments api="${api}" post="${thread.id}"></tadwina-comments>`);
    const { send } = box(page);
    await send.focus();
    await set(page, 'tadwina-comments', { locale: 'en' });
    await expect(send).toHaveText('Post comment');
    await expect(send).toBeFocused();
  });

  test('of the share menu leaves it open', async ({ page, open }) => {
    await open('<tadwina-share></tadwina-share>');
    await page.locator('tadwina-share .td-share__button').click();
    await set(page, 'tadwina-share', { theme: 'dark' });
    await settled(page);
    await expect(page.locator('tadwina-share .td-share__menu')).toBeVisible();
  });

  test('leaves the focus of the page alone', async ({ page, open, api }) => {
    await open(`<input id="mine"><tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`);
    await expect(box(page).text).toBeVisible();
    await page.locator('#mine').focus();
    await set(page, 'tadwina-comments', { locale: 'en' });
    await expect(box(page).send).toHaveText('Post comment');
    await expect(page.locator('#mine')).toBeFocused();
  });

  test('leaves it alone after a comment was sent, too', async ({ page, open, api }) => {
    await open(`<input id="mine"><tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`);
    await box(page).fill(unique('رسالة'));
    await box(page).send.click();
    await expect(box(page).notice).toBeVisible();
    await page.locator('#mine').focus();
    await set(page, 'tadwina-comments', { locale: 'en' });
    await expect(box(page).send).toHaveText('Post comment');
    await settled(page);
    await expect(page.locator('#mine')).toBeFocused();
  });

  test('takes nobody back to the comment that the address names', async ({ page, open, api }) => {
    const { id } = thread.comments[50];
    await open(`<tadwina-comments api="${api}" post="${thread.id}"></tadwina-comments>`, {
      path: `/#comment-${id}`,
      at: '/',
    });
    await expect(page.locator(`#comment-${id}`)).toBeInViewport();
    await page.evaluate(() => scrollTo(0, 0));
    await set(page, 'tadwina-comments', { locale: 'en' });
    await expect(box(page).send).toHaveText('Post comment');
    await settled(page);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test('keeps comments that came later', async ({ page, open, api }) => {
    await open(`<tadwina-comments api="${api}" post="${thread.id}"></tadwina-comments>`);
    const comments = page.locator('tadwina-comments .td-comment');
    await expect(comments.first()).toBeVisible();
    const before = await comments.count();
    await page.locator('tadwina-comments .td-discussion__more').click();
    await expect.poll(() => comments.count()).toBeGreaterThan(before);
    const all = await comments.count();
    await set(page, 'tadwina-comments', { locale: 'en', digits: 'arab', theme: 'dark' });
    await expect(box(page).send).toHaveText('Post comment');
    await expect(comments).toHaveCount(all);
  });

  test('of shadow changes nothing: it is read once', async ({ page, open, api }) => {
    await open(`<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`);
    await box(page).text.fill('نصّ');
    await set(page, 'tadwina-comments', { shadow: 'none' });
    await settled(page);
    expect(
      await page
        .locator('tadwina-comments')
        .evaluate(({ shadowRoot, children }) => [shadowRoot.querySelectorAll('form').length, children.length]),
    ).toEqual([1, 0]);
    await set(page, 'tadwina-comments', { post: thread.id });
    await expect(page.locator('tadwina-comments .td-comment').first()).toBeVisible();
    expect(
      await page
        .locator('tadwina-comments')
        .evaluate(({ shadowRoot, children }) => [shadowRoot.querySelectorAll('form').length, children.length]),
    ).toEqual([1, 0]);
  });
});

test.describe('properties', () => {
  const NAMES = {
    api: 'api',
    slug: 'slug',
    post: 'post',
    locale: 'locale',
    digits: 'digits',
    commentLimit: 'comment-limit',
    discussion: 'discussion',
    base: 'base',
    theme: 'theme',
    loading: 'loading',
    shadow: 'shadow',
    credentials: 'credentials',
  };

  test('in camel case reflect the attributes', async ({ page, open }) => {
    await open('');
    await page.evaluate(() => customElements.whenDefined('tadwina-blog'));
    for (const kind of ['article', 'comments', 'share', 'blog']) {
      const seen = await page.evaluate(
        ([tag, names]) => {
          const element = document.createElement(tag);
          return Object.entries(names).map(([property, attribute]) => {
            const absent = element[property];
            element[property] = 7;
            const set = element.getAttribute(attribute);
            element.setAttribute(attribute, 'x');
            const read = element[property];
            element[property] = null;
            const gone = element.hasAttribute(attribute);
            return [property, absent, set, read, gone];
          });
        },
        [`tadwina-${kind}`, NAMES],
      );
      expect(seen).toEqual(Object.keys(NAMES).map((property) => [property, null, '7', 'x', false]));
    }
  });

  test('set before the element is known count', async ({ page, open, api }) => {
    await open(`<tadwina-comments></tadwina-comments><script>
      Object.assign(document.querySelector('tadwina-comments'), { api: '${api}', post: ${basic.id}, locale: 'en', commentLimit: 30 });
    </script>`);
    await expect(box(page).number).toHaveText('30 / 30');
    await expect(box(page).send).toHaveText('Post comment');
    expect(
      await page
        .locator('tadwina-comments')
        .evaluate((it) => [it.getAttribute('comment-limit'), Object.keys(it), it.commentLimit]),
    ).toEqual(['30', [], '30']);
  });

  test('of an element that a script makes count', async ({ page, open, api }) => {
    await open('<div id="here"></div>');
    await page.evaluate(
      async ([root, post]) => {
        await customElements.whenDefined('tadwina-article');
        const element = document.createElement('tadwina-article');
        Object.assign(element, { api: root, post, locale: 'en', discussion: 'none' });
        document.querySelector('#here').append(element);
      },
      [api, basic.id],
    );
    await expect(title(page)).toHaveText(basic.title);
    await expect(page.locator('tadwina-article .tadwina')).toHaveAttribute('lang', 'en');
    await expect(page.locator('tadwina-article .td-discussion')).toHaveCount(0);
  });
});

test('several changes at once are one', async ({ page, open, api }) => {
  await open(`<tadwina-article api="${api}" post="${basic.id}" discussion="none"></tadwina-article>`);
  await expect(title(page)).toHaveText(basic.title);
  const asked = collect(page, ASKS.posts);
  await set(page, 'tadwina-article', { post: null, slug: bread.slug, locale: 'en' });
  await expect(title(page)).toHaveText(bread.title);
  await settled(page);
  expect(asked).toHaveLength(1);
});
