// Makes a picture of every kind of page at four widths, light and dark, in Arabic, French and English. Not a test.
//
//   node tests/e2e/screenshots.mjs FOLDER [part of a name]…
//
// Files are called KIND-LOCALE-SCHEME-WIDTH.png. Only those are made that have every part in their name, as in
// `error- -light-390`.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { chromium } from '@playwright/test';

import { drawn, PROVIDERS, serveCaptcha } from '../support/captcha.mjs';
import { blogs } from './support/blog.mjs';
import { chromiumPath, QUIET } from './support/chromium.mjs';
import { article, category } from './support/content.mjs';
import { changePosts, commentBox, discussed, fault, REQUESTS, visit } from './support/page.mjs';
import { POSTING } from './support/posting.mjs';

const LOCALES = ['ar', 'fr', 'en'];
const SCHEMES = ['light', 'dark'];
const WIDTHS = [360, 390, 768, 1280];

const [folder, ...parts] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node tests/e2e/screenshots.mjs FOLDER [part of a name]…');
  process.exit(2);
}

const openArticle = (key) => async (page) => {
  await visit(page, article(key).path);
  await discussed(page);
};

/** The page of a firewall, in place of the response of WordPress. */
const WALL = { status: 403, contentType: 'text/html', body: '<!doctype html><title>Just a moment…</title>' };

/** An article for which the API responds with `response`. */
const answered = (response) => async (page) => {
  await page.route(REQUESTS.posts, (route) => route.fulfill(response));
  await visit(page, article('basic').path);
};

/** An article whose request fails as the sandbox understands `faults`. */
const faulty = (faults) => async (page) => {
  await fault(page, REQUESTS.posts, faults);
  await visit(page, article('basic').path);
};

/** A comment to which the API responds with `response`. */
const commented = (response, rejection) => async (page) => {
  await openArticle('basic')(page);
  await commentBox(page).fill('قرأته مرّتين، وما زلت أعود إليه.');
  await page.route(REQUESTS.comments, (route, request) =>
    request.method() === 'POST' ? route.fulfill(response) : route.fallback(),
  );
  await commentBox(page).send.click();
  await commentBox(page).rejection(rejection).waitFor();
};

/** A comment that its author changes or withdraws: the site has tadwina's plugin. */
const ofAuthor = (task, then) => async (page) => {
  await openArticle('bridge')(page);
  await page.route(REQUESTS.comments, async (route, request) => {
    if (request.method() !== 'POST') return route.fallback();
    const response = await route.fetch();
    const json = await response.json();
    return route.fulfill({ response, json: { ...json, tadwina: { token: 'token', seconds: 300 } } });
  });
  await commentBox(page).fill(`تعليق فيه خطأ ${Date.now()}`);
  await commentBox(page).send.click();
  await page.locator(`[id^="td-${task}-"]:is(button)`).click();
  await then(page);
};

/** What WordPress responds when it refuses. */
const refusal = (status, code, message = '') => ({ status, json: { code, message, data: { status } } });

const unlock = (password) => async (page) => {
  await visit(page, article('protected').path);
  await page.locator('.td-password-form input').fill(password);
  await page.locator('.td-password-form button').click();
};

/** How a page of each kind is opened, or `{ open, sandbox, settings }` where the blog is another. */
const KINDS = {
  home: (page) => visit(page, '/'),
  'home-2': (page) => visit(page, '/page/2/'),
  category: (page) => visit(page, category(3).path),
  'category-empty': (page) => visit(page, category(18).path),
  article: openArticle('basic'),
  'article-picture': openArticle('long-title'),
  'article-portrait': openArticle('portrait'),
  'article-wide': openArticle('wide'),
  'article-rich': openArticle('gallery'),
  'article-mixed': openArticle('mixed'),
  'article-english': openArticle('english'),
  'article-french': openArticle('french'),
  'article-closed': openArticle('closed'),
  'article-closed-draft': async (page) => {
    const { path } = article('basic');
    await visit(page, path);
    await commentBox(page).fill('كُتب قبل أن تُغلق التعليقات.');
    await changePosts(page, (post) => {
      post.comment_status = 'closed';
    });
    await visit(page, path);
    await commentBox(page).restored.waitFor();
  },
  'article-protected': (page) => visit(page, article('protected').path),
  'article-hostile': openArticle('hostile'),
  threads: openArticle('long-thread'),
  'threads-reply': async (page) => {
    await openArticle('bread')(page);
    await page.locator('.td-comment-list__reply').nth(1).click();
    await page.locator('.td-comment-list form').waitFor();
  },
  share: async (page) => {
    await openArticle('basic')(page);
    await page.locator('.td-share__button').click();
  },
  'share-refused': async (page) => {
    await openArticle('basic')(page);
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.locator('.td-share__button').click();
    await page.locator('button.td-share__item').click();
    await page.locator('.td-share__field').waitFor();
  },
  'box-typing': async (page) => {
    await openArticle('basic')(page);
    await commentBox(page).text.fill('سؤال صغير: كم كتابًا تسع العربة؟ '.repeat(28));
    await commentBox(page).text.focus();
  },
  'box-mistakes': async (page) => {
    await openArticle('basic')(page);
    await commentBox(page).fill('ب'.repeat(1003), { name: '', email: 'بلا عنوان' });
    await commentBox(page).send.click({ force: true });
    await commentBox(page).error('email').waitFor();
  },
  'box-held': async (page) => {
    await openArticle('bridge')(page);
    await commentBox(page).fill(`تعليق ينتظر المراجعة ${Date.now()}`);
    await commentBox(page).send.click();
    await page.locator('[data-status="held"]').first().waitFor();
  },
  'box-unreachable': async (page) => {
    await openArticle('basic')(page);
    await commentBox(page).fill('لا شبكة هنا');
    await page.route(POSTING, (route) => route.abort());
    await commentBox(page).send.click();
    await commentBox(page).rejection('unreachable').waitFor();
  },
  'box-offline': async (page) => {
    await openArticle('basic')(page);
    await commentBox(page).fill('لا شبكة هنا');
    await page.context().setOffline(true);
    await commentBox(page).send.click();
    await page.locator('[data-waiting]').waitFor();
  },
  outbox: async (page) => {
    await openArticle('bread')(page);
    await page.locator('.td-comment-list__reply').nth(1).click();
    await page.locator('.td-comment-list form').waitFor();
    await commentBox(page).fill('كتبته في القطار، وسأرسله حين يعود الاتصال.');
    await page.context().setOffline(true);
    await commentBox(page).send.click();
    await page.locator('[data-waiting]').waitFor();
    await page.locator('.td-comment-box__cancel').click();
    await page.locator('.td-outbox').waitFor();
  },
  'early-form': async (page) => {
    await page.route(/\/wp\/v2\/comments\?(?!.*_envelope)/, () => {});
    await visit(page, article('bread').path);
    await commentBox(page).text.fill('أكتب قبل أن تصل التعليقات');
  },
  'comment-edit': ofAuthor('edit', (page) => page.locator('#td-edit-text').fill('صحّحتُ كلمةً هنا، ثمّ أضفت جملة أخرى.')),
  'comment-withdraw': ofAuthor('withdraw', async () => {}),
  'box-captcha': {
    settings: { 'data-captcha': PROVIDERS.turnstile.setting },
    open: async (page) => {
      await serveCaptcha(page, 'turnstile');
      await openArticle('basic')(page);
      await commentBox(page).text.fill('قرأته مرّتين.');
      await drawn(page);
    },
  },
  arrivals: async (page) => {
    await page.clock.install();
    await openArticle('long-thread')(page);
    await discussed(page);
    await page.route(/per_page=1&_fields=id$/, (route) =>
      route.fulfill({ json: [{ id: 1 }], headers: { 'x-wp-total': '9999' } }),
    );
    await page.clock.runFor(60_000);
    await page.locator('.td-discussion__new').waitFor();
    await page.locator('.td-comment').nth(2).scrollIntoViewIfNeeded();
  },
  'box-restored': async (page) => {
    await openArticle('basic')(page);
    await commentBox(page).fill('كنت أكتب شيئًا');
    await page.reload();
    await commentBox(page).restored.waitFor();
  },
  'box-blocked': commented(WALL, 'blocked'),
  'box-flood': commented(refusal(400, 'comment_flood'), 'flood'),
  'box-refused': commented(refusal(403, 'blocked_word', 'كلمة «محظورة»'), 'refused'),
  'box-closed': commented(refusal(403, 'rest_comment_closed'), 'closed'),
  'box-login': commented(refusal(401, 'rest_comment_login_required'), 'login-required'),
  'box-server': commented(refusal(500, 'internal_server_error'), 'server'),
  'box-unconfirmed': commented({ status: 200, contentType: 'text/html', body: '<!doctype html>' }, 'unconfirmed'),
  // An opened article takes comments over REST only.
  'box-elsewhere': {
    sandbox: ['--no-anonymous-rest'],
    open: async (page) => {
      await unlock(article('protected').password)(page);
      await page.locator('.td-notice[data-kind="closed"] a').waitFor();
    },
  },
  'password-wrong': async (page) => {
    await unlock('x')(page);
    await page.locator('.td-field__error').waitFor();
  },
  'error-not-found': (page) => visit(page, '/no-such-article/'),
  'error-not-here': (page) => visit(page, '/tag/flour/'),
  'error-older': (page) => visit(page, '/page/99/'),
  'error-forbidden': answered(refusal(401, 'rest_disabled')),
  'error-blocked': answered(WALL),
  'error-server': faulty('status=503'),
  'error-refused': answered(refusal(400, 'rest_invalid_param')),
  'error-not-json': faulty('body=html'),
  'error-shape': async (page) => {
    await changePosts(page, (post) => {
      delete post.content;
    });
    await visit(page, article('basic').path);
  },
  'error-unreachable': async (page) => {
    await page.route(REQUESTS.api, (route) => route.abort());
    await visit(page, article('basic').path);
  },
  'error-setting': {
    settings: { 'data-comment-limit': 'many' },
    open: async (page) => {
      await page.goto('/');
      await page.locator('[data-error="setting"]').waitFor();
    },
  },
  'error-comments': async (page) => {
    await fault(page, REQUESTS.comments, 'status=503', { method: 'GET' });
    await visit(page, article('bread').path);
    await page.locator('.td-discussion [data-error]').waitFor();
  },
  placeholder: async (page) => {
    for (const never of [REQUESTS.wasm, REQUESTS.posts]) await page.route(never, () => {});
    await page.goto(article('basic').path, { waitUntil: 'commit' });
    await page.locator('.td-placeholder').first().waitFor();
  },
};

await mkdir(folder, { recursive: true });
const all = blogs();
const browser = await chromium.launch({ executablePath: chromiumPath(), args: QUIET });
let failures = 0;
try {
  for (const locale of LOCALES) {
    for (const colorScheme of SCHEMES) {
      for (const [kind, of] of Object.entries(KINDS)) {
        const { open, sandbox = ['--moderation'], settings } = typeof of === 'function' ? { open: of } : of;
        const pictures = WIDTHS.map((width) => ({
          width,
          name: `${kind}-${locale}-${colorScheme}-${width}.png`,
        })).filter(({ name }) => parts.every((part) => name.includes(part)));
        if (pictures.length === 0) continue;
        const { url } = await all.open({ sandbox, settings: { 'data-locale': locale, ...settings } });
        const context = await browser.newContext({ baseURL: url, colorScheme, viewport: { width: 1280, height: 800 } });
        const page = await context.newPage();
        page.setDefaultTimeout(15_000);
        try {
          await open(page);
          for (const { width, name } of pictures) {
            await page.setViewportSize({ width, height: 800 });
            await page.screenshot({ path: join(folder, name), fullPage: true, animations: 'disabled' });
          }
        } catch (error) {
          failures += 1;
          console.error(`${kind} (${locale}, ${colorScheme}): ${error.message.split('\n')[0]}`);
        }
        await context.close();
      }
    }
  }
} finally {
  await browser.close();
  await all.close();
}
if (failures > 0) process.exitCode = 1;
