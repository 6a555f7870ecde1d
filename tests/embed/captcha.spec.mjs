// The captcha of another company in the comment form of an element.

import { article } from '../e2e/support/content.mjs';
import { collect, REQUESTS, unique } from '../e2e/support/page.mjs';
import { call, drawn, PROVIDERS, serveCaptcha, solve, widget } from '../support/captcha.mjs';
import { policy } from '../support/policy.mjs';
import { box, expect, set, settled, test } from './support.mjs';

const basic = article('basic');

/** The policy of the documentation with what it says of captchas. */
const POLICIES = {
  turnstile: (blog) =>
    `${policy(blog).replace("script-src 'self'", '$& https://challenges.cloudflare.com')}; frame-src https://challenges.cloudflare.com; trusted-types dompurify tadwina`,
  hcaptcha: (blog) =>
    policy(blog)
      .replace(/(?:script|style|connect)-src 'self'/g, '$& https://hcaptcha.com https://*.hcaptcha.com')
      .concat('; frame-src https://hcaptcha.com https://*.hcaptcha.com; trusted-types dompurify tadwina'),
};

for (const [key, { setting, siteKey, field }] of Object.entries(PROVIDERS)) {
  for (const shadow of ['open', 'none']) {
    test.describe(`${key}, with shadow="${shadow}",`, () => {
      for (const [element, path] of [
        ['tadwina-comments', '/'],
        ['tadwina-article', '/'],
        ['tadwina-blog', `/#${basic.path}`],
      ]) {
        test(`stands in the form of ${element}, and its token goes with the comment`, async ({
          page,
          open,
          blog,
          api,
        }) => {
          const requests = await serveCaptcha(page, key);
          await open(
            `<${element} api="${api}" post="${basic.id}" shadow="${shadow}" captcha="${setting}" locale="fr" theme="dark"></${element}>`,
            { path, at: '/', headers: { 'content-security-policy': POLICIES[key](blog) } },
          );
          const { text, send, form } = box(page, element);
          await expect(send).toBeVisible();
          await settled(page);
          expect(requests).toEqual([]);
          await text.focus();
          await drawn(page);
          expect(await widget(page)).toMatchObject({
            sitekey: siteKey,
            // Without styles the element is as light as the page.
            theme: shadow === 'open' ? 'dark' : 'light',
            language: 'fr',
          });
          await expect(form.locator('#captcha-widget')).toBeVisible();
          const [sent, written] = [collect(page, REQUESTS.comments, 'POST'), unique('من عنصر')];
          await box(page, element).fill(written);
          await send.click();
          await expect(form.locator('.td-comment-captcha__sentence')).toContainText('Votre commentaire partira');
          expect(sent).toEqual([]);
          await solve(page, 'token');
          await expect(page.locator(`${element} .td-comment`, { hasText: written })).toBeVisible();
          expect(sent.map((request) => new URLSearchParams(request.postData()).get(field))).toEqual(['token']);
          expect(await page.evaluate(() => globalThis.violations)).toEqual([]);
        });
      }
    });
  }

  test(`${key} that the policy of the page forbids is told, and the text stays`, async ({ page, open, blog, api }) => {
    await serveCaptcha(page, key);
    await open(
      `<tadwina-comments api="${api}" post="${basic.id}" captcha="${setting}" locale="en"></tadwina-comments>`,
      {
        headers: { 'content-security-policy': policy(blog) },
      },
    );
    const { text, form } = box(page);
    await text.fill('stays');
    await expect(form.locator('.td-comment-captcha__sentence')).toContainText('could not be loaded');
    await expect(text).toHaveValue('stays');
  });

  test(`${key} goes with its element`, async ({ page, open, api }) => {
    await serveCaptcha(page, key);
    await open(`<tadwina-comments api="${api}" post="${basic.id}" captcha="${setting}"></tadwina-comments>`);
    await box(page).text.focus();
    await drawn(page);
    await page.locator('tadwina-comments').evaluate((element) => element.remove());
    await expect.poll(async () => (await widget(page)).isRemoved).toBe(true);
    // Too late: nobody is there to hear it, and nothing breaks.
    await call(page, 'expired-callback').catch(() => {});
  });

  test(`the text stays when the page takes ${key} away`, async ({ page, open, api }) => {
    await serveCaptcha(page, key);
    await open(`<tadwina-comments api="${api}" post="${basic.id}" captcha="${setting}"></tadwina-comments>`);
    await box(page).text.fill('يبقى');
    await drawn(page);
    await set(page, 'tadwina-comments', { captcha: null });
    await expect(page.locator('.td-comment-captcha')).toHaveCount(0);
    await expect(box(page).text).toHaveValue('يبقى');
  });
}
