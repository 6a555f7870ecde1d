// Under strict policies everything works and nothing is reported.

import { article } from '../e2e/support/content.mjs';
import { ASKS, collect, unique } from '../e2e/support/page.mjs';
import { policy as documented } from '../support/policy.mjs';
import { box, expect, hears, SCRIPT, set, settled, test } from './support.mjs';

const basic = article('basic');
const bread = article('bread');
const gallery = article('gallery');
const hostile = article('hostile');
const mixed = article('mixed');

/** The policy of the documentation, with what it says of Trusted Types. */
const strict = (blog, types) => `${documented(blog)}; trusted-types ${types}`;

/** With a nonce for the script, and nothing for styles. */
const nonce = (blog) =>
  [
    "default-src 'none'",
    "script-src 'nonce-c3RyZW5n' 'strict-dynamic' 'wasm-unsafe-eval'",
    "style-src 'none'",
    `img-src https: ${blog}`,
    `connect-src 'self' ${blog}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types dompurify',
  ].join('; ');

const POLICIES = {
  'the policy of the documentation': { policy: documented, script: SCRIPT },
  'the same with no policy allowed for Trusted Types': { policy: (blog) => strict(blog, "'none'"), script: SCRIPT },
  'a policy with a nonce': { policy: nonce, script: SCRIPT.replace('<script', '<script nonce="c3RyZW5n"') },
};

/**
 * Not what an article itself carries: its pictures and media from elsewhere, and its attributes and styles, which
 * browsers report even while a sanitiser takes them out.
 */
const isOwn = ({ violatedDirective, sourceFile }) =>
  !/^(?:img|media)-src$|-attr$/.test(violatedDirective) &&
  !(/^(?:style-src-elem|base-uri)$/.test(violatedDirective) && /purify/.test(sourceFile));

/** Nothing that `counts` was reported; an inline style now is: the policy does forbid something. */
async function clean(page, counts = () => true) {
  await settled(page);
  const reported = await page.evaluate(() => globalThis.violations);
  expect(reported.filter(counts)).toEqual([]);
  await page.evaluate(() =>
    document.head.append(Object.assign(document.createElement('style'), { textContent: 'p {}' })),
  );
  const since = () =>
    page.evaluate(
      (before) => globalThis.violations.slice(before).map((each) => `${each.violatedDirective} ${each.blockedURI}`),
      reported.length,
    );
  await expect.poll(since).toEqual(['style-src-elem inline']);
}

for (const [what, { policy, script }] of Object.entries(POLICIES)) {
  test.describe(what, () => {
    const under = (open, blog, body, options = {}) =>
      open(body, { script, headers: { 'content-security-policy': policy(blog) }, ...options });

    test('an article with a picture and comments', async ({ page, open, blog, api }) => {
      await under(open, blog, `<tadwina-article api="${api}" post="${bread.id}"><p>مهلا</p></tadwina-article>`);
      await expect(page.locator('tadwina-article .td-article__title')).toHaveText(bread.title);
      const picture = page.locator('tadwina-article img').first();
      await expect(picture).toBeVisible();
      await expect.poll(() => picture.evaluate((it) => it.complete && it.naturalWidth)).toBeGreaterThan(0);
      await expect(page.locator('.td-visually-hidden').first()).toHaveCSS('position', 'absolute');
      await clean(page);
    });

    for (const each of [gallery, mixed, hostile]) {
      test(`an article with tables, code or hostile HTML (${each.key})`, async ({ page, open, blog, api }) => {
        await page.setViewportSize({ width: 360, height: 740 });
        await under(open, blog, `<tadwina-article api="${api}" post="${each.id}"></tadwina-article>`);
        await expect(page.locator('tadwina-article .td-article > .td-prose')).not.toBeEmpty();
        await expect(box(page, 'tadwina-article').text).toBeVisible();
        expect(await page.evaluate(() => globalThis.__hostile)).toBeUndefined();
        await clean(page, isOwn);
      });
    }

    test('a wide table scrolls by keyboard', async ({ page, open, blog, api }) => {
      await page.setViewportSize({ width: 360, height: 740 });
      await page.route(ASKS.posts, async (route) => {
        const response = await route.fetch();
        const posts = await response.json();
        for (const post of posts) post.content.rendered = `<table><tr>${'<td>خليّة</td>'.repeat(40)}</tr></table>`;
        await route.fulfill({ response, json: posts });
      });
      await under(open, blog, `<tadwina-article api="${api}" post="${basic.id}"><p>مهلا</p></tadwina-article>`);
      await expect(page.locator('tadwina-article .td-prose table')).toHaveAttribute('tabindex', '0');
      await clean(page);
    });

    test('a comment is sent', async ({ page, open, blog, api }) => {
      const text = unique('مرحبا');
      await under(open, blog, `<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`);
      await box(page).fill(text);
      await box(page).send.click();
      await expect(page.locator('.td-comment', { hasText: text })).toBeVisible();
      await clean(page);
    });

    test('too long a comment is marked, and another look taken', async ({ page, open, blog, api }) => {
      await under(
        open,
        blog,
        `<tadwina-comments api="${api}" post="${basic.id}" comment-limit="5"></tadwina-comments>`,
      );
      await box(page).text.fill('أكثر من خمسة');
      await page.locator('.td-comment-box__excess').click();
      await set(page, 'tadwina-comments', { locale: 'en', theme: 'dark' });
      await expect(box(page).send).toHaveText('Post comment');
      await clean(page);
    });

    test('a blog and its articles', async ({ page, open, blog, api }) => {
      await under(open, blog, `<tadwina-blog api="${api}"></tadwina-blog>`);
      const link = page.locator('tadwina-blog .td-teaser__title a').first();
      const title = await link.innerText();
      await link.click();
      await expect(page.locator('tadwina-blog .td-article__title')).toHaveText(title);
      await expect(page.locator('tadwina-blog .td-article > .td-prose')).not.toBeEmpty();
      await page.goBack();
      await expect(link).toBeVisible();
      await clean(page);
    });

    test('all elements at once, in the page’s own tree', async ({ page, open, blog, api }) => {
      await under(
        open,
        blog,
        ['article', 'comments', 'share']
          .map((kind) => `<tadwina-${kind} shadow="none" api="${api}" post="${bread.id}"></tadwina-${kind}>`)
          .join(''),
      );
      await hears(page, 'tadwina-ready', 3);
      await page.locator('tadwina-share .td-share__button').click();
      await clean(page);
    });

    test('a program that does not come is said to', async ({ page, open, blog, api }) => {
      await page.route(/\.wasm$/, (route) => route.abort());
      await under(open, blog, `<tadwina-share api="${api}"></tadwina-share>`);
      await expect(page.locator('tadwina-share [role="alert"]')).toBeVisible();
      await clean(page);
    });
  });
}

for (const [what, { policy, script }] of Object.entries({
  'the policy of the documentation': POLICIES['the policy of the documentation'],
  'the same with dompurify allowed': { policy: (blog) => strict(blog, 'dompurify'), script: SCRIPT },
  'a policy with a nonce': POLICIES['a policy with a nonce'],
})) {
  test(`${what}, in a browser without a sanitiser of its own: the other one cleans`, async ({
    page,
    open,
    blog,
    api,
  }) => {
    await page.addInitScript(() => {
      delete Element.prototype.setHTML;
    });
    const purifier = collect(page, /purify/);
    await open(
      `<tadwina-article api="${api}" post="${hostile.id}"></tadwina-article><tadwina-comments api="${api}" post="${hostile.id}"></tadwina-comments>`,
      {
        script,
        headers: { 'content-security-policy': policy(blog) },
      },
    );
    await expect(page.locator('tadwina-article .td-article > .td-prose')).toContainText('هذه الفقرة الأخيرة');
    await expect(page.locator('tadwina-comments .td-comment__body').first()).not.toBeEmpty();
    await settled(page);
    expect(purifier).toHaveLength(1);
    expect(await page.evaluate(() => globalThis.__hostile)).toBeUndefined();
    const left = await page
      .locator('tadwina-article')
      .evaluate((it) =>
        [...it.shadowRoot.querySelectorAll('.td-prose *')]
          .filter(
            (each) =>
              each.matches('script, style, iframe, object, embed, form, input, svg, math, base, link, template') ||
              [...each.attributes].some(
                ({ name, value }) => /^on|^style$|^srcdoc$/.test(name) || /^\s*javascript:/i.test(value),
              ),
          )
          .map((each) => each.outerHTML.slice(0, 100)),
      );
    expect(left).toEqual([]);
    await clean(page, isOwn);
  });
}

test('where the platform has a sanitiser the other is not loaded', async ({ page, open, api }) => {
  const purifier = collect(page, /purify/);
  await open(`<tadwina-article api="${api}" post="${hostile.id}"></tadwina-article>`);
  test.skip(!(await page.evaluate(() => 'setHTML' in Element.prototype)), 'this browser has no sanitiser');
  await expect(page.locator('tadwina-article .td-article > .td-prose')).toContainText('هذه الفقرة الأخيرة');
  await settled(page);
  expect(purifier).toEqual([]);
});
