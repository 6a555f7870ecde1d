// Hostile HTML in any field of the API runs no script, sends no request and covers nothing.

import { article } from './support/content.mjs';
import { collect, discussed, REQUESTS, visit } from './support/page.mjs';
import { expect, test } from './support/test.mjs';

const hostile = article('hostile');

/** Opens an address with hostile content, and expects that it does nothing. */
async function expectHarmless(page, blog, path) {
  const foreign = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== blog.url) foreign.push(request.url());
  });
  const dialogs = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    return dialog.dismiss();
  });
  let navigations = 0;
  page.on('framenavigated', () => {
    navigations += 1;
  });

  await visit(page, path);
  if (path === hostile.path) await discussed(page);
  await page.waitForLoadState('networkidle');
  // Event handlers for the pointer and the focus would run now.
  for (const element of await page.locator('.td-prose *').filter({ visible: true }).all()) {
    await element.dispatchEvent('mouseover');
    await element.dispatchEvent('focus');
  }

  expect(await page.evaluate(() => globalThis.__hostile)).toBeUndefined();
  expect(dialogs).toEqual([]);
  expect(foreign).toEqual([]);
  expect(navigations).toBe(1);
  await expect(page).not.toHaveTitle('عنوان دخيل');

  const harmful = await page.evaluate(() => {
    const inside = document.querySelectorAll('.td-prose *, .td-teaser *, .td-article__title *, .td-figure *');
    return [...inside]
      .filter(
        (element) =>
          element.matches(
            'script, style, iframe, object, embed, form, input, textarea, svg, math, base, meta, link, template, marquee',
          ) ||
          [...element.attributes].some(
            ({ name, value }) =>
              /^on|^style$|^srcdoc$|^formaction$|^autofocus$/i.test(name) ||
              (/^(?:href|src|action|xlink:href)$/i.test(name) && /^[\s\p{Cc}]*javascript/iu.test(value)),
          ) ||
          ['fixed', 'sticky'].includes(getComputedStyle(element).position),
      )
      .map((element) => element.outerHTML.slice(0, 200));
  });
  expect(harmful).toEqual([]);
}

/** Expects that nothing covers what a reader presses or reads. */
async function expectUncovered(page) {
  for (const selector of [
    'h1',
    '.td-share__button',
    '.td-discussion__title',
    '#td-body',
    'form.td-comment-box button[type="submit"]',
  ]) {
    const element = page.locator(selector).first();
    await element.scrollIntoViewIfNeeded();
    const isOnTop = await element.evaluate((it) => {
      const { left, top, width, height } = it.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return it.contains(hit) || hit?.contains(it);
    });
    expect(isOnTop, selector).toBe(true);
  }
}

for (const [what, script] of [
  ['setHTML', null],
  ['DOMPurify, in a browser without setHTML', () => delete Element.prototype.setHTML],
]) {
  test.describe(`sanitised by ${what}`, () => {
    test.beforeEach(async ({ page }) => {
      if (script) await page.addInitScript(script);
      await page.addInitScript(() => {
        globalThis.__sanitiser = typeof Element.prototype.setHTML;
      });
    });

    test('the hostile article and its comments do nothing', async ({ page, blog }) => {
      const purifier = collect(page, REQUESTS.purifier);
      await expectHarmless(page, blog, hostile.path);
      await expectUncovered(page);
      expect(await page.evaluate(() => globalThis.__sanitiser)).toBe(script ? 'undefined' : 'function');
      expect(purifier).toHaveLength(script ? 1 : 0);
    });

    test('a reader can read the hostile article to the end', async ({ page }) => {
      await visit(page, hostile.path);
      await discussed(page);
      const prose = page.locator('.td-article > .td-prose');
      for (const text of ['فقرة تريد أن تغطّي الصفحة', 'ومع ذلك يبقى هذا النصّ داخل المقال', 'هذه الفقرة الأخيرة']) {
        await expect(prose).toContainText(text);
      }
      await expect(prose.getByRole('link', { name: 'السادس' })).toHaveAttribute('href', 'https://example.org/safe');
      await expect(page.locator('.td-comment')).toHaveCount(hostile.comments.length);
      await expect(page.locator('.td-comment').first()).toContainText('تعليق عاديّ في صفحة غير عاديّة');
      await expect(page.locator('.td-comment').nth(7)).toContainText('اسم يبدأ بحرف توجيه شارد');
    });

    test('an ordinary article keeps its markup', async ({ page }) => {
      await visit(page, article('gallery').path);
      const prose = page.locator('.td-article > .td-prose');
      for (const element of ['table td', 'blockquote', 'pre code', 'figure img[alt]', 'a[href]']) {
        await expect(prose.locator(element).first(), element).toBeVisible();
      }
    });
  });
}

test('when no sanitiser loads, the page leaves the text out', async ({ page }) => {
  await page.addInitScript(() => delete Element.prototype.setHTML);
  await page.route(REQUESTS.purifier, (route) => route.abort());
  await visit(page, hostile.path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.td-article > .td-prose img, .td-article > .td-prose script')).toHaveCount(0);
  expect(await page.evaluate(() => globalThis.__hostile)).toBeUndefined();
});

test('the title and the excerpt of the hostile article do nothing in lists', async ({ page, blog }) => {
  // A category of the article.
  await expectHarmless(page, blog, '/category/%d8%b9%d9%84%d9%88%d9%85-%d8%aa%d9%82%d9%86%d9%8a%d8%a9/');
  const teaser = page.locator('.td-teaser', { hasText: 'صفحة تمتحن التنقية' });
  await expect(teaser).toBeVisible();
  await expect(teaser.locator('img')).toHaveCount(0);
});

test('hostile HTML in every other field is shown as text', async ({ page, blog }) => {
  const attack = '<img src=x onerror="window.__hostile=1">';
  const poison = (value) => {
    if (Array.isArray(value)) return value.map(poison);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        if (['name', 'description', 'author_name', 'alt_text', 'caption'].includes(key)) {
          return [key, typeof inner === 'object' ? { rendered: attack } : `${attack}${inner}`];
        }
        return [key, poison(inner)];
      }),
    );
  };
  await page.route(REQUESTS.api, async (route, request) => {
    if (request.method() !== 'GET') return route.fallback();
    const response = await route.fetch();
    return route.fulfill({ response, json: poison(await response.json()) });
  });
  await expectHarmless(page, blog, article('bread').path);
  await expect(page.locator('.tadwina img[src="x"]')).toHaveCount(0);
});
