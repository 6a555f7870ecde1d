// Focus and scroll position in a blog within a page.

import { blogTitle, teasers } from './blog.support.mjs';
import { expect, hears, settled, test } from './support.mjs';

/** The element with the focus, also within shadow roots: its id, class or name. */
const focused = (page) =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at.id || at.className || at.localName;
  });

test.describe('focus and scroll position', () => {
  const body = (api, height = 300) =>
    `<header style="height: ${height}px"><input id="mine"></header><tadwina-blog api="${api}"></tadwina-blog><footer style="height: 2000px"></footer>`;

  test('the skip link moves the focus to the content and does not change the address', async ({
    page,
    open,
    site,
    api,
  }) => {
    await open(body(api));
    await expect(teasers(page).first()).toBeVisible();
    await page.locator('#mine').focus();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('td-skip');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('td-main');
    expect(page.url()).toBe(`${site.url}/`);
  });

  for (const shadow of ['open', 'none']) {
    test(`a navigation moves the focus to the heading, and the first load does not, shadow="${shadow}"`, async ({
      page,
      open,
      api,
    }) => {
      await open(body(api).replace('<tadwina-blog', `<tadwina-blog shadow="${shadow}"`));
      await expect(teasers(page).first()).toBeVisible();
      expect(await focused(page)).toBe('body');
      await teasers(page).first().focus();
      await page.keyboard.press('Enter');
      await expect(blogTitle(page)).toBeFocused();
      await page.goBack();
      // Back leads to the link that was followed.
      await expect(teasers(page).first()).toBeFocused();
    });
  }

  test('a navigation does not take the focus from a field of the page', async ({ page, open, api }) => {
    await open(body(api));
    await teasers(page).first().click();
    await expect(blogTitle(page)).toBeFocused();
    await page.locator('#mine').focus();
    await page.evaluate(() => history.back());
    await expect(teasers(page).first()).toBeVisible();
    await settled(page);
    expect(await focused(page)).toBe('mine');
  });

  test('two blogs with shadow="none" have skip links of their own', async ({ page, open, api }) => {
    await open(
      `<tadwina-blog shadow="none" id="a" api="${api}"></tadwina-blog><tadwina-blog shadow="none" id="b" api="${api}"></tadwina-blog>`,
    );
    await hears(page, 'tadwina-ready', 2);
    await page.locator('#b .td-skip').focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement.closest('tadwina-blog').id)).toBe('b');
  });

  test('a link far below scrolls to the top of the new article', async ({ page, open, api }) => {
    await open(body(api));
    await expect(teasers(page).first()).toBeVisible();
    await settled(page);
    await teasers(page).last().click();
    await expect(blogTitle(page)).toBeInViewport();
    const top = await page.locator('tadwina-blog .tadwina').evaluate((it) => it.getBoundingClientRect().top);
    expect(Math.abs(top)).toBeLessThan(5);
  });

  test('the page does not scroll when the top of the blog is in the window', async ({ page, open, api }) => {
    await open(body(api, 60));
    await expect(teasers(page).first()).toBeInViewport();
    await teasers(page).first().click();
    await expect(blogTitle(page)).toBeVisible();
    await settled(page);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });
});
