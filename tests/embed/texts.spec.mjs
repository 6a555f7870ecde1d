// The texts of an element are none of the page's matter, in a shadow tree and in the page's own: their ids and classes,
// and a sanitiser that does not load.

import { article } from '../e2e/support/content.mjs';
import { changePosts, collect, REQUESTS } from '../e2e/support/page.mjs';
import { expect, test } from './support.mjs';

const bread = article('bread');

const TRAP =
  '<p id="menu" class="position-fixed wp-lightbox-overlay wp-block-a">غطاء</p><p id="comments">x</p>' +
  `<p><a href="#fn1">1</a></p>${'<p>نص</p>'.repeat(80)}<p id="fn1">الحاشية</p>`;

const HOST =
  '<style>.position-fixed, .wp-lightbox-overlay { position: fixed !important; inset: 0; z-index: 99 }</style>';

const write = (page, html) =>
  changePosts(page, (post) => {
    post.content.rendered = html;
  });

for (const shadow of ['open', 'none']) {
  for (const [what, script] of [
    ['setHTML', null],
    ['DOMPurify', () => delete Element.prototype.setHTML],
  ]) {
    test(`a text has neither ids nor classes of the page (shadow="${shadow}", ${what})`, async ({
      page,
      open,
      api,
    }) => {
      if (script) await page.addInitScript(script);
      await write(page, TRAP);
      await open(
        `<tadwina-article shadow="${shadow}" api="${api}" post="${bread.id}"></tadwina-article><p id="menu">قائمة</p>`,
        { head: HOST },
      );
      const text = page.locator('tadwina-article .td-article > .td-prose');
      await expect(text.getByText('غطاء')).toHaveCSS('position', 'static');
      expect(await page.evaluate(() => document.getElementById('menu').textContent)).toBe('قائمة');
      await expect(text.locator('#comments, #menu')).toHaveCount(0);
      await text.getByRole('link', { name: '1' }).click();
      await expect(text.getByText('الحاشية')).toBeInViewport();
    });
  }
}

test('a sanitiser that failed once is said in the language of the element, and asked for again', async ({
  page,
  open,
  api,
}) => {
  await page.addInitScript(() => delete Element.prototype.setHTML);
  const requests = collect(page, REQUESTS.purifier);
  let failures = 1;
  await page.route(REQUESTS.purifier, (route) => {
    failures -= 1;
    return failures >= 0 ? route.abort() : route.fallback();
  });
  await open(`<tadwina-article locale="en" api="${api}" post="${bread.id}"></tadwina-article>`);
  const alert = page.locator('tadwina-article .td-article .td-text-failure');
  const text = page.locator('tadwina-article .td-article > .td-prose');
  await expect(alert).toContainText('This text cannot be shown');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(text).not.toBeEmpty();
  await expect(alert).toHaveCount(0);
  expect(requests).toHaveLength(2);
});

test('where Trusted Types allow no policy and the browser has no setHTML, an element says so', async ({
  page,
  open,
  api,
}) => {
  await page.addInitScript(() => delete Element.prototype.setHTML);
  await open(`<tadwina-article api="${api}" post="${bread.id}"></tadwina-article>`, {
    headers: { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'" },
  });
  await expect(page.locator('tadwina-article .td-article .td-text-failure')).toContainText('تعذّر عرض هذا النص');
  await expect(page.locator('tadwina-article .td-article > .td-prose')).toBeEmpty();
});
