// A change of an attribute while the widget is shown.

import { article } from '../e2e/support/content.mjs';
import { collect, left, REQUESTS, unique } from '../e2e/support/page.mjs';
import { box, comments, discussed, expect, set, settled, test, title } from './support.mjs';

const basic = article('basic');
const bread = article('bread');
const thread = article('long-thread');

test.describe('a change', () => {
  const CHANGES = [
    ['locale', 'fr', (page) => expect(page.locator('tadwina-article .tadwina')).toHaveAttribute('lang', 'fr')],
    ['digits', 'arab', (page) => expect(box(page, 'tadwina-article').count).toHaveText(left(990, 'arab'))],
    ['comment-limit', '50', (page) => expect(box(page, 'tadwina-article').count).toHaveText(left(40))],
    ['theme', 'dark', (page) => expect(page.locator('tadwina-article .tadwina')).toHaveCSS('color-scheme', 'dark')],
    ['discussion', 'none', (page) => expect(page.locator('tadwina-article form')).toHaveCount(0)],
  ];
  for (const [name, value, takesEffect] of CHANGES) {
    test(`of ${name} keeps text, focus, selection and its place in the window, and sends no request`, async ({
      page,
      open,
      api,
    }) => {
      await open(`<tadwina-article api="${api}" post="${thread.id}"></tadwina-article>`);
      await discussed(page, 'tadwina-article');
      await settled(page);
      const requests = collect(page, REQUESTS.api);
      const fields = box(page, 'tadwina-article');
      await fields.fill('نصّ لا يضيع');
      await fields.text.evaluate((field) => {
        field.focus();
        field.setSelectionRange(2, 5, 'backward');
      });
      const inWindow = () => fields.text.evaluate((field) => field.getBoundingClientRect().top);
      const before = await inWindow();
      await set(page, 'tadwina-article', { [name]: value });
      await takesEffect(page);
      if (name === 'discussion') await set(page, 'tadwina-article', { [name]: null });
      await expect(fields.text).toHaveValue('نصّ لا يضيع');
      await expect(fields.name).toHaveValue('قارئة');
      await expect(fields.email).toHaveValue('reader@example.org');
      if (name !== 'discussion') {
        await expect(fields.text).toBeFocused();
        const selected = await fields.text.evaluate(({ selectionStart, selectionEnd, selectionDirection }) => [
          selectionStart,
          selectionEnd,
          selectionDirection,
        ]);
        expect(selected).toEqual([2, 5, 'backward']);
        expect(Math.abs((await inWindow()) - before)).toBeLessThan(100);
        await settled(page);
        expect(requests).toEqual([]);
      }
    });
  }

  test('keeps the focus in a field whose selection cannot be set', async ({ page, open, api }) => {
    await open(`<tadwina-comments api="${api}" post="${thread.id}"></tadwina-comments>`);
    const { email, send } = box(page);
    await email.fill('reader@example.org');
    await set(page, 'tadwina-comments', { locale: 'en' });
    await expect(send).toHaveText('Post comment');
    await expect(email).toBeFocused();
  });

  test('keeps the focus on a button', async ({ page, open, api }) => {
    await open(`<tadwina-comments api="${api}" post="${thread.id}"></tadwina-comments>`);
    const { send } = box(page);
    await discussed(page);
    await send.focus();
    await set(page, 'tadwina-comments', { locale: 'en' });
    await expect(send).toHaveText('Post comment');
    await expect(send).toBeFocused();
  });

  test('keeps the share menu open', async ({ page, open }) => {
    await open('<tadwina-share></tadwina-share>');
    await page.locator('tadwina-share .td-share__button').click();
    await set(page, 'tadwina-share', { theme: 'dark' });
    await settled(page);
    await expect(page.locator('tadwina-share .td-share__menu')).toBeVisible();
  });

  test('keeps the focus elsewhere in the page', async ({ page, open, api }) => {
    await open(`<input id="mine"><tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`);
    await expect(box(page).text).toBeVisible();
    await page.locator('#mine').focus();
    await set(page, 'tadwina-comments', { locale: 'en' });
    await expect(box(page).send).toHaveText('Post comment');
    await expect(page.locator('#mine')).toBeFocused();
  });

  test('keeps the focus elsewhere in the page after a comment was sent', async ({ page, open, api }) => {
    await open(`<input id="mine"><tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`);
    await box(page).fill(unique('رسالة'));
    await box(page).send.click();
    await expect(box(page).notice).toBeVisible();
    await page.locator('#mine').focus();
    await set(page, 'tadwina-comments', { locale: 'en' });
    await expect(box(page).send).toHaveText('Post comment');
    await settled(page);
    await expect(page.locator('#mine')).toBeFocused();
  });

  test('does not scroll back to the comment in the address', async ({ page, open, api }) => {
    const { id } = thread.comments[50];
    await open(`<tadwina-comments api="${api}" post="${thread.id}"></tadwina-comments>`, {
      path: `/#comment-${id}`,
      at: '/',
    });
    await expect(page.locator(`#comment-${id}`)).toBeInViewport();
    await page.evaluate(() => scrollTo(0, 0));
    await set(page, 'tadwina-comments', { locale: 'en' });
    await expect(box(page).send).toHaveText('Post comment');
    await settled(page);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test('keeps comments that were loaded later', async ({ page, open, api }) => {
    await open(`<tadwina-comments api="${api}" post="${thread.id}"></tadwina-comments>`);
    const list = comments(page);
    await discussed(page);
    const before = await list.count();
    await page.locator('tadwina-comments .td-discussion__more').click();
    await expect.poll(() => list.count()).toBeGreaterThan(before);
    await discussed(page);
    const all = await list.count();
    await set(page, 'tadwina-comments', { locale: 'en', digits: 'arab', theme: 'dark' });
    await expect(box(page).send).toHaveText('Post comment');
    await expect(list).toHaveCount(all);
  });

  test('of shadow has no effect', async ({ page, open, api }) => {
    await open(`<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`);
    await box(page).text.fill('نصّ');
    await set(page, 'tadwina-comments', { shadow: 'none' });
    await settled(page);
    expect(
      await page
        .locator('tadwina-comments')
        .evaluate(({ shadowRoot, children }) => [shadowRoot.querySelectorAll('form').length, children.length]),
    ).toEqual([1, 0]);
    await set(page, 'tadwina-comments', { post: thread.id });
    await expect(comments(page).first()).toBeVisible();
    expect(
      await page
        .locator('tadwina-comments')
        .evaluate(({ shadowRoot, children }) => [shadowRoot.querySelectorAll('form').length, children.length]),
    ).toEqual([1, 0]);
  });
});

test('several changes at once load the article once', async ({ page, open, api }) => {
  await open(`<tadwina-article api="${api}" post="${basic.id}" discussion="none"></tadwina-article>`);
  await expect(title(page)).toHaveText(basic.title);
  const requests = collect(page, REQUESTS.posts);
  await set(page, 'tadwina-article', { post: null, slug: bread.slug, locale: 'en' });
  await expect(title(page)).toHaveText(bread.title);
  await settled(page);
  expect(requests).toHaveLength(1);
});
