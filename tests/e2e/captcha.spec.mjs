// The captcha of another company in the comment form.

import { pagePolicy } from '../../scripts/page-policy.mjs';
import { call, drawn, PROVIDERS, serveCaptcha, solve, widget } from '../support/captcha.mjs';
import { article } from './support/content.mjs';
import { collect, commentBox, discussed, fault, plain, REQUESTS, twoFrames, unique, visit } from './support/page.mjs';
import { basic, comment, filledBox, POSTING } from './support/posting.mjs';
import { expect, test } from './support/test.mjs';

/** What the form says of its captcha. */
const sentence = (page) => page.locator('.td-comment-captcha__sentence');

/** The value of a field of a request that sends a form. */
const sentField = (request, name) => new URLSearchParams(request.postData()).get(name);

/** The site refuses every comment. */
const respondToPosts = (page, status, code) =>
  page.route(REQUESTS.comments, (route, request) =>
    request.method() === 'POST' ? route.fulfill({ status, json: { code, message: code } }) : route.fallback(),
  );

for (const [key, { setting, siteKey, field, name }] of Object.entries(PROVIDERS)) {
  for (const [way, options] of [
    ['REST', []],
    ['the form', ['--no-anonymous-rest']],
  ]) {
    test.describe(`${name}, by ${way}`, () => {
      test.use({ sandbox: options, settings: { 'data-captcha': setting } });

      test('the token goes with the comment, once, and another is asked for', async ({ page }) => {
        await serveCaptcha(page, key);
        const [first, second] = [unique('الأول'), unique('الثاني')];
        const box = await filledBox(page, first);
        const sent = collect(page, POSTING, 'POST');
        await drawn(page);
        await solve(page, 'token-1');
        await box.send.click();
        await expect(comment(page, first)).toBeVisible();
        expect(sent.map((request) => sentField(request, field))).toEqual(['token-1']);
        await expect.poll(async () => (await widget(page)).resets).toBe(1);

        await box.text.fill(second);
        await box.send.click();
        await expect(sentence(page)).toContainText('سيُرسل تعليقك');
        expect(sent).toHaveLength(1);
        await solve(page, 'token-2');
        await expect(comment(page, second)).toBeVisible();
        expect(sent.map((request) => sentField(request, field))).toEqual(['token-1', 'token-2']);
      });

      test('a comment that the site refuses has used its token too', async ({ page }) => {
        await serveCaptcha(page, key);
        const text = unique('مرفوض');
        const box = await filledBox(page, text);
        const sent = collect(page, POSTING, 'POST');
        await fault(page, POSTING, 'comments=spam-word; status=403', { method: 'POST', times: 1 });
        await drawn(page);
        await solve(page, 'token-1');
        await box.send.click();
        await expect(box.notice).toHaveAttribute('data-kind', 'error');
        await expect(box.text).toHaveValue(text);
        await expect.poll(async () => (await widget(page)).resets).toBe(1);
        await solve(page, 'token-2');
        await box.send.click();
        await expect(comment(page, text)).toBeVisible();
        expect(sent.map((request) => sentField(request, field))).toEqual(['token-1', 'token-2']);
      });
    });
  }

  test.describe(name, () => {
    test.use({ settings: { 'data-captcha': setting } });

    test('the company hears of nobody before somebody begins to write', async ({ page }) => {
      const requests = await serveCaptcha(page, key);
      await visit(page, basic.path);
      await discussed(page);
      await commentBox(page).form.scrollIntoViewIfNeeded();
      await expect(sentence(page)).toContainText(name);
      await twoFrames(page);
      expect(requests).toEqual([]);
      await commentBox(page).text.focus();
      await drawn(page);
      expect(requests).toHaveLength(1);
      expect(requests[0]).toContain('render=explicit');
      expect(await widget(page)).toMatchObject({ sitekey: siteKey, theme: 'light', size: 'normal', language: 'ar' });
      await commentBox(page).text.fill('أكتب');
      await commentBox(page).name.fill('قارئة');
      expect(requests).toHaveLength(1);
    });

    test('nothing moves when it comes', async ({ page }) => {
      await page.addInitScript(() => {
        globalThis.shifts = [];
        new PerformanceObserver((list) =>
          globalThis.shifts.push(...list.getEntries().map(({ value }) => value)),
        ).observe({
          type: 'layout-shift',
        });
      });
      await serveCaptcha(page, key);
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await visit(page, basic.path);
        await discussed(page);
        await commentBox(page).text.scrollIntoViewIfNeeded();
        await twoFrames(page);
        const before = await commentBox(page).send.evaluate((button) => button.offsetTop);
        await page.evaluate(() => globalThis.shifts.splice(0));
        await commentBox(page).text.evaluate((field) => field.focus());
        await drawn(page);
        await twoFrames(page);
        expect(await commentBox(page).send.evaluate((button) => button.offsetTop), `${width} px`).toBe(before);
        expect(await page.evaluate(() => globalThis.shifts), `${width} px`).toEqual([]);
      }
    });

    test('a script that does not come is told, the text stays, and sending loads it again', async ({ page }) => {
      const requests = await serveCaptcha(page, key, { failures: 1 });
      const text = unique('بعد المانع');
      const box = await filledBox(page, text);
      const sent = collect(page, POSTING, 'POST');
      await expect(sentence(page)).toContainText('تعذّر تحميل التحقق');
      await expect(box.text).toHaveValue(text);
      expect(requests).toHaveLength(1);
      await box.send.click();
      await drawn(page);
      expect(requests).toHaveLength(2);
      await expect(sentence(page)).toContainText('سيُرسل تعليقك');
      expect(sent).toEqual([]);
      await solve(page, 'token');
      await expect(comment(page, text)).toBeVisible();
      expect(sent.map((request) => sentField(request, field))).toEqual(['token']);
    });

    test('a comment without anything in it is refused before the captcha is waited for', async ({ page }) => {
      await serveCaptcha(page, key);
      await visit(page, basic.path);
      await discussed(page);
      const box = commentBox(page);
      await box.send.click();
      await expect(box.error('body')).toBeVisible();
      await expect(sentence(page)).not.toContainText('سيُرسل تعليقك');
    });

    test('an answer that is too old is told, and is not sent', async ({ page }) => {
      await serveCaptcha(page, key);
      const text = unique('بطيء');
      const box = await filledBox(page, text);
      const sent = collect(page, POSTING, 'POST');
      await drawn(page);
      await solve(page, 'old');
      await call(page, 'expired-callback');
      await expect(sentence(page)).toContainText('انتهت مدة التحقق');
      await box.send.click();
      await twoFrames(page);
      expect(sent).toEqual([]);
      await expect(box.text).toHaveValue(text);
      await solve(page, 'new');
      await expect(comment(page, text)).toBeVisible();
      expect(sent.map((request) => sentField(request, field))).toEqual(['new']);
    });

    test('a refusal of the company is told, and sending asks it again', async ({ page }) => {
      await serveCaptcha(page, key);
      const text = unique('رُفض ثم قُبل');
      const box = await filledBox(page, text);
      const sent = collect(page, POSTING, 'POST');
      await drawn(page);
      await box.send.click();
      await call(page, 'error-callback', '300010');
      await expect(sentence(page)).toContainText('لم يكتمل التحقق');
      expect(sent).toEqual([]);
      await box.send.click();
      expect((await widget(page)).resets).toBe(1);
      await solve(page, 'token');
      await expect(comment(page, text)).toBeVisible();
    });

    test('a reply has a captcha of its own', async ({ page }) => {
      await serveCaptcha(page, key);
      const bread = article('bread');
      await visit(page, bread.path);
      await discussed(page);
      await commentBox(page).text.focus();
      await drawn(page);
      await page.locator('.td-comment-list__reply').first().click();
      await expect.poll(() => page.evaluate(() => globalThis.captchas.length)).toBe(2);
      expect(await page.evaluate(() => globalThis.captchas.map(({ isRemoved }) => isRemoved))).toEqual([true, false]);
      // Other tests read this discussion: it stays as it is.
      await respondToPosts(page, 409, 'comment_duplicate');
      const sent = collect(page, POSTING, 'POST');
      await commentBox(page).fill(unique('رد'));
      await solve(page, 'token');
      await commentBox(page).send.click();
      await expect(commentBox(page).error('body')).toBeVisible();
      expect(sent.map((request) => sentField(request, field))).toEqual(['token']);
    });

    test('the policy of the page allows the company’s script and nobody else’s', async ({ page }) => {
      await serveCaptcha(page, key);
      await page.addInitScript(() => {
        globalThis.violations = [];
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
          globalThis.violations.push(`${violatedDirective} ${blockedURI} ${sample}`);
        });
      });
      await page.route(
        (url) => url.pathname === basic.path,
        async (route) => {
          const response = await route.fetch();
          const csp = pagePolicy(await response.text());
          await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': csp } });
        },
      );
      const text = unique('تحت السياسة');
      const box = await filledBox(page, text);
      await drawn(page);
      await solve(page, 'token');
      await box.send.click();
      await expect(comment(page, text)).toBeVisible();
      expect(await page.evaluate(() => globalThis.violations)).toEqual([]);
    });

    test.describe('in a dark page and another language', () => {
      test.use({ colorScheme: 'dark', settings: { 'data-captcha': setting, 'data-locale': 'fr' } });

      test('it is dark and speaks the language', async ({ page }) => {
        await serveCaptcha(page, key);
        await visit(page, basic.path);
        await discussed(page);
        expect(plain(await sentence(page).innerText())).toContain(name);
        await commentBox(page).text.focus();
        await drawn(page);
        expect(await widget(page)).toMatchObject({ theme: 'dark', language: 'fr' });
      });
    });
  });
}

test('without the setting a comment has no token, and nobody else is asked', async ({ page }) => {
  const foreign = collect(page, /cloudflare|hcaptcha/);
  const text = unique('بلا تحقق');
  const box = await filledBox(page, text);
  const sent = collect(page, REQUESTS.comments, 'POST');
  await expect(page.locator('.td-comment-captcha')).toHaveCount(0);
  await box.send.click();
  await expect(comment(page, text)).toBeVisible();
  expect(sent[0].postData()).not.toContain('captcha');
  expect(foreign).toEqual([]);
});
