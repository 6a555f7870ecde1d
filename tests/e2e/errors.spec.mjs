// Failures: the page shows the reader a clear message, and the developer the details. It is never blank.

import { article } from './support/content.mjs';
import { changePosts, collectErrors, commentBox, discussed, fault, REQUESTS, visit } from './support/page.mjs';
import { expect, test } from './support/test.mjs';

const basic = article('basic');

const error = (page, key) => page.locator(`.td-error[data-error="${key}"]`);
const retry = (page) => page.locator('.td-error').getByRole('button', { name: 'إعادة المحاولة' });
const heading = (page) => page.getByRole('heading', { level: 1 });

/** Expects an error of this kind, with a message and a link to the front page. */
async function expectError(page, key) {
  await expect(error(page, key)).toBeVisible();
  await expect(error(page, key).locator('.td-error__text')).not.toBeEmpty();
  await expect(error(page, key).getByRole('link')).toHaveAttribute('href', '/');
}

for (const [what, path] of [
  ['an article', basic.path],
  ['the front page', '/'],
  ['a category', '/category/%d8%a7%d9%84%d9%85%d8%af%d9%8a%d9%86%d8%a9/'],
]) {
  test(`when the API is unreachable, ${what} shows an error, and a retry loads it`, async ({ page }) => {
    await page.route(REQUESTS.api, (route) => route.abort());
    await visit(page, path);
    await expectError(page, 'unreachable');
    await page.unroute(REQUESTS.api);
    await retry(page).click();
    await expect(page.locator('.td-article, .td-teaser').first()).toBeVisible();
    await expect(page.locator('.td-error')).toHaveCount(0);
  });
}

for (const [faults, key] of [
  ['status=503', 'server'],
  ['status=500', 'server'],
  ['status=429', 'server'],
  ['body=html', 'not-json'],
  ['body=truncated', 'not-json'],
  ['body=empty', 'not-json'],
]) {
  test(`${faults} for an article is shown as ${key}, and a retry loads it`, async ({ page }) => {
    await fault(page, REQUESTS.posts, faults, { times: 1 });
    await visit(page, basic.path);
    await expectError(page, key);
    await retry(page).click();
    await expect(heading(page)).toHaveText(basic.title);
  });
}

test('the application repeats the first request of the page when it takes too long', async ({ page }) => {
  // The timeout of the page's first request passes at once.
  await page.addInitScript(() => {
    AbortSignal.timeout = (after) => {
      globalThis.timeout = after;
      return AbortSignal.abort();
    };
  });
  await visit(page, basic.path);
  await expect(heading(page)).toHaveText(basic.title);
  expect(await page.evaluate(() => globalThis.timeout)).toBe(35_000);
});

test('an API that is closed to the public is shown as forbidden', async ({ page }) => {
  await page.route(REQUESTS.posts, (route) =>
    route.fulfill({
      status: 401,
      json: { code: 'rest_disabled', message: 'no', data: { status: 401 } },
    }),
  );
  await visit(page, basic.path);
  await expectError(page, 'forbidden');
});

for (const field of ['slug', 'content', 'id', 'link']) {
  test(`an article without ${field} is shown as a response of the wrong shape, and the error names the field`, async ({
    page,
  }) => {
    await changePosts(page, (post) => {
      delete post[field];
    });
    await visit(page, basic.path);
    await expectError(page, 'shape');
    await expect(page.locator('.td-error__detail')).toContainText(field);
  });
}

test('a response that is an object in place of a list has the wrong shape', async ({ page }) => {
  await page.route(REQUESTS.posts, (route) => route.fulfill({ status: 200, json: { hello: 'world' } }));
  await visit(page, basic.path);
  await expectError(page, 'shape');
});

test('JSON after a warning of PHP is read', async ({ page }) => {
  await page.route(REQUESTS.posts, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `<br />\n<b>Warning</b>: something in x.php\n${await response.text()}` });
  });
  await visit(page, basic.path);
  await expect(heading(page)).toHaveText(basic.title);
});

test('an article whose embedded author and picture are errors is shown without them', async ({ page }) => {
  const broken = { code: 'rest_user_invalid_id', message: 'no', data: { status: 404 } };
  await changePosts(page, (post) => {
    post._embedded = { author: [broken], 'wp:featuredmedia': [broken] };
  });
  await visit(page, article('bread').path);
  await expect(heading(page)).toHaveText(article('bread').title);
  await expect(page.locator('.td-byline time')).toBeVisible();
  await expect(page.locator('.td-byline__author')).toHaveCount(0);
});

test('when only the comments fail, the article stays, and a retry loads them', async ({ page }) => {
  const bread = article('bread');
  await fault(page, REQUESTS.comments, 'status=503', { method: 'GET', times: 1 });
  await visit(page, bread.path);
  await expect(page.locator('.td-discussion [data-error="server"]')).toBeVisible();
  await expect(heading(page).first()).toHaveText(bread.title);
  await page.locator('.td-discussion .td-error').getByRole('button').click();
  await discussed(page);
  await expect(page.locator('.td-comment')).toHaveCount(bread.comments.length);
});

test('when only the categories fail, the article stays', async ({ page }) => {
  await fault(page, REQUESTS.categories, 'status=500');
  await visit(page, basic.path);
  await discussed(page);
  await expect(heading(page)).toHaveText(basic.title);
  await expect(page.locator('.td-breadcrumbs li').last()).toHaveText(basic.title);
});

test('when only the name of the blog fails, the article stays', async ({ page }) => {
  await fault(page, /\/wp-json\/(?:\?|$)/, 'status=500');
  await visit(page, basic.path);
  await expect(heading(page)).toHaveText(basic.title);
  await expect(page).toHaveTitle(new RegExp(basic.title));
});

for (const [setting, value] of [
  ['data-api', 'not an address'],
  ['data-api', 'ftp://example.org/'],
  ['data-locale', 'ar MA'],
  ['data-comment-limit', 'many'],
  ['data-comment-limit', '0'],
  ['data-comment-limit', '-5'],
  ['data-digits', 'roman'],
  ['data-base', 'blog'],
]) {
  test.describe(() => {
    test.use({ settings: { [setting]: value } });

    test(`page and console name the wrong setting ${setting}="${value}"`, async ({ page }) => {
      const logged = collectErrors(page);
      await page.goto(basic.path);
      await expect(error(page, 'setting')).toBeVisible();
      const detail = page.locator('.td-error__detail');
      await expect(detail).toContainText(setting);
      await expect(detail).toContainText(value);
      expect(logged.join('\n')).toContain(setting);
      expect(logged.join('\n')).toContain(value);
    });
  });
}

test.describe(() => {
  test.use({ settings: { 'data-api': 'http://127.0.0.1:9/wp-json/' } });

  test('an API address where no server listens is unreachable', async ({ page }) => {
    await visit(page, basic.path);
    await expectError(page, 'unreachable');
  });
});

test.describe(() => {
  test.use({ settings: { 'data-api': '/somewhere/else/' } });

  test('the error for an API address that responds with HTML names the address', async ({ page }) => {
    await visit(page, basic.path);
    await expectError(page, 'not-json');
    await expect(page.locator('.td-error__detail')).toContainText('/somewhere/else/');
  });
});

test.describe(() => {
  test.use({ settings: { 'data-api': '/?rest_route=/' } });

  test('a reader reads and comments on a blog with plain permalinks through rest_route', async ({ page }) => {
    await visit(page, `/?p=${basic.id}`);
    await expect(heading(page)).toHaveText(basic.title);
    await expect(page.locator('.td-breadcrumbs li')).toHaveCount(4);
    const box = commentBox(page);
    await box.fill(`بالعنوان البسيط ${Date.now()}`);
    await box.send.click();
    await expect(box.notice).toHaveAttribute('data-kind', 'success');
  });
});

test.describe('an API on another origin', () => {
  test('a reader reads and comments on a blog through it', async ({ page, blog, workerBlogs }) => {
    const elsewhere = await workerBlogs.open({ settings: { 'data-api': `${blog.api}/wp-json/` } });
    await visit(page, `${elsewhere.url}${basic.path}`);
    await expect(heading(page)).toHaveText(basic.title);
    const box = commentBox(page);
    await box.fill(`من أصل آخر ${Date.now()}`);
    await box.send.click();
    await expect(box.notice).toHaveAttribute('data-kind', 'success');
  });
});

for (const [what, pattern] of [
  ['the WebAssembly', /\.wasm$/],
  ['the script', /tadwina[^/]*\.js$/],
]) {
  test(`when ${what} does not load, a message takes the place of the placeholder`, async ({ page, crashes }) => {
    await page.route(pattern, (route) => route.abort());
    await page.goto(basic.path);
    await expect(page.getByRole('alert').filter({ visible: true })).toBeVisible();
    await expect(page.locator('.td-placeholder').filter({ visible: true })).toHaveCount(0);
    crashes.length = 0; // the application does not start, as this test wants
  });
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the first thing on the page says in three languages that it needs JavaScript, and links to the site', async ({
    page,
  }) => {
    await page.goto(basic.path);
    const notice = page.locator('noscript .td-notice');
    await expect(notice).toBeVisible();
    expect((await notice.boundingBox()).y).toBeLessThan(50);
    for (const [lang, dir] of [
      ['ar', 'rtl'],
      ['fr', 'ltr'],
      ['en', 'ltr'],
    ]) {
      const sentence = notice.locator(`p:lang(${lang})`);
      await expect(sentence).toHaveCSS('direction', dir);
      await expect(sentence).toContainText('JavaScript');
      await expect(sentence.getByRole('link')).toHaveAttribute('href', '/');
    }
    expect((await page.locator('body').innerText()).trim()).toBe((await notice.innerText()).trim());
    await expect(page.locator('.td-placeholder').first()).toBeHidden();
  });
});
