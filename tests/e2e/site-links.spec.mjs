// Links in an article to what only the site has: files, feeds, archives, the administration. The browser loads them.

import { article } from './support/content.mjs';
import { at, changePosts, visit } from './support/page.mjs';
import { expect, test } from './support/test.mjs';

const basic = article('basic');
const bread = article('bread');

const LINKS = [
  '/wp-content/uploads/2023/12/menu.pdf',
  '/wp-content/uploads/2023/12/bread.webp',
  '/feed/',
  '/tag/flour/',
  '/author/salma/',
  '/2023/11/',
  '/?s=bread',
  '/wp-login.php',
  '/wp-admin/',
];

/** Puts a link into the text of every article. */
const link = (page, href) =>
  changePosts(page, (post) => {
    if (post.content) post.content.rendered = `<p><a href="${href}">رابط الاختبار</a></p>`;
  });

for (const href of LINKS) {
  test(`the browser loads ${href} when a link to it is pressed`, async ({ page }) => {
    await link(page, href);
    await visit(page, basic.path);
    await page.route(at(href), (route) => route.fulfill({ contentType: 'text/html', body: '<p>from the site</p>' }));
    await page.getByRole('link', { name: 'رابط الاختبار' }).click();
    await expect(page.locator('body')).toHaveText('from the site');
  });
}

test('a link to another article of the blog shows it without loading a page', async ({ page }) => {
  await link(page, bread.path);
  await visit(page, basic.path);
  const navigations = [];
  page.on('request', (request) => request.isNavigationRequest() && navigations.push(request.url()));
  await page.getByRole('link', { name: 'رابط الاختبار' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(bread.title);
  expect(navigations).toEqual([]);
});
