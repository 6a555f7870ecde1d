// What the page shows before the program is there: whatever a response has, the page is not empty, and a text is not
// taken for a part of it. Under a strict Content-Security-Policy with Trusted Types it does the same.

import { pagePolicy } from '../../scripts/page-policy.mjs';
import { article } from './support/content.mjs';
import { changePosts, discussed, hold, REQUESTS, visit } from './support/page.mjs';
import { expect, test } from './support/test.mjs';

const bread = article('bread');

/** The article as the shell shows it. */
const shell = (page) => page.locator('.td-main:not([id]) > .td-article');

for (const link of [
  '',
  '/category/a/',
  'category/a',
  '%E0%A4%A',
  'https://blog.example/category/%/a/',
  'http://',
  null,
]) {
  test(`a category whose link is ${JSON.stringify(link)} does not keep the article from the reader`, async ({
    page,
  }) => {
    const program = await hold(page, REQUESTS.wasm);
    await changePosts(page, (post) => {
      for (const term of post._embedded['wp:term'].flat()) term.link = link;
    });
    await page.goto(bread.path);
    await expect(shell(page).locator('h1')).toHaveText(bread.title);
    await expect(shell(page).locator('.td-prose')).not.toBeEmpty();
    program.release();
    await expect(page.locator('#td-main h1')).toHaveText(bread.title);
  });
}

test('a response of another shape leaves the placeholder until the program is there', async ({ page }) => {
  const program = await hold(page, REQUESTS.wasm);
  await changePosts(page, (post) => {
    post._embedded['wp:term'] = [[{ taxonomy: 'category', name: { rendered: 1 }, link: 7 }]];
    post.excerpt = { rendered: '<div>'.repeat(50_000) };
  });
  const response = page.waitForResponse(REQUESTS.posts);
  await page.goto(bread.path);
  await (await response).finished();
  await expect(page.locator('.td-placeholder')).toBeVisible();
  program.release();
  await expect(page.locator('#td-main h1')).toHaveText(bread.title);
});

test('where the program does not come, the text stays and the message is said, whatever ids and classes the text has', async ({
  page,
  crashes,
}) => {
  await page.route(REQUESTS.wasm, async (route) => {
    await shell(page).waitFor();
    await route.abort();
  });
  await changePosts(page, (post) => {
    post.content.rendered =
      '<div id="td-failure">أ</div><p class="td-later">ب</p><p class="td-placeholder">ج</p>' +
      '<div class="td-main">د</div><div class="td-error"><p>ه</p></div><a href="data:text/html,x">و</a>';
  });
  await page.goto(bread.path);
  await expect(page.getByRole('alert')).toContainText('تعذّر تحميل الصفحة');
  await expect(shell(page).locator('.td-prose')).toHaveText('أبجدهو');
  await expect(shell(page).locator('.td-prose [id], .td-prose [href]')).toHaveCount(0);
  crashes.length = 0; // the application does not start, as this test wants
});

for (const [what, types, script] of [
  ["trusted-types 'none', with setHTML", "'none'", null],
  ['trusted-types dompurify, without setHTML', 'dompurify', () => delete Element.prototype.setHTML],
]) {
  test(`the page causes no violation under a strict policy and ${what}`, async ({ page }) => {
    if (script) await page.addInitScript(script);
    await page.addInitScript(() => {
      globalThis.violations = [];
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
        globalThis.violations.push(`${violatedDirective} ${blockedURI} ${sample}`);
      });
    });
    await page.route(
      (url) => url.pathname === bread.path,
      async (route) => {
        const response = await route.fetch();
        const csp = pagePolicy(await response.text(), types);
        await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': csp } });
      },
    );
    const program = await hold(page, REQUESTS.wasm);
    await page.goto(bread.path);
    if (!script) await expect(shell(page).locator('.td-prose')).not.toBeEmpty();
    program.release();
    await expect(page.locator('#td-main .td-article > .td-prose')).not.toBeEmpty();
    await discussed(page);
    await page.locator('.td-share__button').first().click();
    await page.locator('.td-site-header a').click();
    await expect(page.locator('.td-teaser').first()).toBeVisible();
    expect(await page.evaluate(() => globalThis.violations)).toEqual([]);
    // The policy is in force.
    await page.evaluate(() =>
      document.head.append(Object.assign(document.createElement('style'), { textContent: 'p {}' })),
    );
    await expect.poll(() => page.evaluate(() => globalThis.violations.length)).toBe(1);
  });
}

test('the links of the application stay on the site, whatever the links of the response are', async ({
  page,
  blog,
}) => {
  let link;
  const spoil = (value) => {
    if (Array.isArray(value)) return value.map(spoil);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, key === 'link' ? link : spoil(inner)]));
  };
  const answer = async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: spoil(await response.json()) });
  };
  await page.route(REQUESTS.api, (route, request) =>
    // The page may have gone on to the next link meanwhile.
    request.method() === 'GET' ? answer(route).catch(() => {}) : route.fallback(),
  );
  for (link of [
    '//evil.example/x/',
    '/\\evil.example/x/',
    'https://blog.example//evil.example/x/',
    'https://blog.example/\\evil.example/x/',
    'https://blog.example/\t/evil.example/x/',
    '\\\\evil.example/x/',
    'javascript:alert(1)',
    ' https://blog.example//evil.example/x/',
  ]) {
    const foreign = () =>
      page.evaluate(
        (origin) =>
          [...document.querySelectorAll('.tadwina a[href]')]
            .filter((each) => each.origin !== origin && !each.closest('.td-prose, .td-share, .td-error'))
            .map((each) => each.outerHTML),
        blog.url,
      );
    await visit(page, '/');
    await expect(page.locator('.td-teaser').first()).toBeVisible();
    expect(await foreign(), link).toEqual([]);
    await visit(page, `/?p=${bread.id}`);
    expect(await foreign(), link).toEqual([]);
  }
});
