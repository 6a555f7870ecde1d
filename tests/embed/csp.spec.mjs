// The elements work under strict Content-Security-Policies and cause no violation.

import { article } from '../e2e/support/content.mjs';
import { changePosts, collect, REQUESTS, unique } from '../e2e/support/page.mjs';
import { policy as documented } from '../support/policy.mjs';
import { box, expect, hears, SCRIPT, set, settled, test, title } from './support.mjs';

const basic = article('basic');
const bread = article('bread');
const gallery = article('gallery');
const hostile = article('hostile');
const mixed = article('mixed');

/** The policy of the documentation, with policies for Trusted Types. */
const strict = (blog, types) => `${documented(blog)}; trusted-types ${types}`;

/** A policy with a nonce for the script, and without any style. */
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
  'the documented policy': { policy: documented, script: SCRIPT },
  'the documented policy, without any policy for Trusted Types': {
    policy: (blog) => strict(blog, "'none'"),
    script: SCRIPT,
  },
  'a policy with a nonce': { policy: nonce, script: SCRIPT.replace('<script', '<script nonce="c3RyZW5n"') },
};

/**
 * Whether tadwina caused a violation, and not the HTML of an article: its pictures and media of other sites, and its
 * attributes and styles, which browsers report even when a sanitiser removes them.
 */
const isOwn = ({ violatedDirective, sourceFile }) =>
  !/^(?:img|media)-src$|-attr$/.test(violatedDirective) &&
  !(/^(?:style-src-elem|base-uri)$/.test(violatedDirective) && /purify/.test(sourceFile));

/** Expects no violation that `counts`. Then an inline style causes one, so the policy is in force. */
async function expectNoViolation(page, counts = () => true) {
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
  test.describe(`no violation under ${what}`, () => {
    const under = (open, blog, body, options = {}) =>
      open(body, { script, headers: { 'content-security-policy': policy(blog) }, ...options });

    test('an article with a picture and comments', async ({ page, open, blog, api }) => {
      await under(open, blog, `<tadwina-article api="${api}" post="${bread.id}"><p>مهلا</p></tadwina-article>`);
      await expect(title(page)).toHaveText(bread.title);
      const picture = page.locator('tadwina-article img').first();
      await expect(picture).toBeVisible();
      await expect.poll(() => picture.evaluate((it) => it.complete && it.naturalWidth)).toBeGreaterThan(0);
      await expect(page.locator('.td-visually-hidden').first()).toHaveCSS('position', 'absolute');
      await expectNoViolation(page);
    });

    for (const each of [gallery, mixed, hostile]) {
      test(`an article with tables, code or hostile HTML (${each.key})`, async ({ page, open, blog, api }) => {
        await page.setViewportSize({ width: 360, height: 740 });
        await under(open, blog, `<tadwina-article api="${api}" post="${each.id}"></tadwina-article>`);
        await expect(page.locator('tadwina-article .td-article > .td-prose')).not.toBeEmpty();
        await expect(box(page, 'tadwina-article').text).toBeVisible();
        expect(await page.evaluate(() => globalThis.__hostile)).toBeUndefined();
        await expectNoViolation(page, isOwn);
      });
    }

    test('a wide table that scrolls by keyboard', async ({ page, open, blog, api }) => {
      await page.setViewportSize({ width: 360, height: 740 });
      await changePosts(page, (post) => {
        post.content.rendered = `<table><tr>${'<td>خليّة</td>'.repeat(40)}</tr></table>`;
      });
      await under(open, blog, `<tadwina-article api="${api}" post="${basic.id}"><p>مهلا</p></tadwina-article>`);
      await expect(page.locator('tadwina-article .td-prose table')).toHaveAttribute('tabindex', '0');
      await expectNoViolation(page);
    });

    test('a comment that is sent', async ({ page, open, blog, api }) => {
      const text = unique('مرحبا');
      await under(open, blog, `<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`);
      await box(page).fill(text);
      await box(page).send.click();
      await expect(page.locator('.td-comment', { hasText: text })).toBeVisible();
      await expectNoViolation(page);
    });

    test('a comment over the limit, and a change of settings', async ({ page, open, blog, api }) => {
      await under(
        open,
        blog,
        `<tadwina-comments api="${api}" post="${basic.id}" comment-limit="5"></tadwina-comments>`,
      );
      await box(page).text.fill('أكثر من خمسة');
      await page.locator('.td-comment-box__excess').click();
      await set(page, 'tadwina-comments', { locale: 'en', theme: 'dark' });
      await expect(box(page).send).toHaveText('Post comment');
      await expectNoViolation(page);
    });

    test('a blog and its articles', async ({ page, open, blog, api }) => {
      await under(open, blog, `<tadwina-blog api="${api}"></tadwina-blog>`);
      const link = page.locator('tadwina-blog .td-teaser__title a').first();
      const text = await link.innerText();
      await link.click();
      await expect(title(page, 'tadwina-blog')).toHaveText(text);
      await expect(page.locator('tadwina-blog .td-article > .td-prose')).not.toBeEmpty();
      await page.goBack();
      await expect(link).toBeVisible();
      await expectNoViolation(page);
    });

    test('article, comments and share button in the tree of the page', async ({ page, open, blog, api }) => {
      await under(
        open,
        blog,
        ['article', 'comments', 'share']
          .map((kind) => `<tadwina-${kind} shadow="none" api="${api}" post="${bread.id}"></tadwina-${kind}>`)
          .join(''),
      );
      await hears(page, 'tadwina-ready', 3);
      await page.locator('tadwina-share .td-share__button').click();
      await expectNoViolation(page);
    });

    test('an error when the bundle does not load', async ({ page, open, blog, api }) => {
      await page.route(REQUESTS.wasm, (route) => route.abort());
      await under(open, blog, `<tadwina-share api="${api}"></tadwina-share>`);
      await expect(page.locator('tadwina-share [role="alert"]')).toBeVisible();
      await expectNoViolation(page);
    });
  });
}

for (const [what, { policy, script }] of Object.entries({
  'the documented policy': POLICIES['the documented policy'],
  'the documented policy, with dompurify for Trusted Types': {
    policy: (blog) => strict(blog, 'dompurify'),
    script: SCRIPT,
  },
  'a policy with a nonce': POLICIES['a policy with a nonce'],
})) {
  test(`DOMPurify sanitises under ${what}, in a browser without setHTML`, async ({ page, open, blog, api }) => {
    await page.addInitScript(() => {
      delete Element.prototype.setHTML;
    });
    const purifier = collect(page, REQUESTS.purifier);
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
    const harmful = await page
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
    expect(harmful).toEqual([]);
    await expectNoViolation(page, isOwn);
  });
}

test('a browser with setHTML does not load DOMPurify', async ({ page, open, api }) => {
  const purifier = collect(page, REQUESTS.purifier);
  await open(`<tadwina-article api="${api}" post="${hostile.id}"></tadwina-article>`);
  test.skip(!(await page.evaluate(() => 'setHTML' in Element.prototype)), 'this browser has no sanitiser');
  await expect(page.locator('tadwina-article .td-article > .td-prose')).toContainText('هذه الفقرة الأخيرة');
  await settled(page);
  expect(purifier).toEqual([]);
});
