// Wrong values of attributes.

import { article } from '../e2e/support/content.mjs';
import { collect, collectErrors, plain, REQUESTS, urls } from '../e2e/support/page.mjs';
import { box, comments, discussed, expect, heard, hears, set, settled, test, title } from './support.mjs';

const basic = article('basic');
const thread = article('long-thread');

test.describe('a wrong value', () => {
  for (const [kind, name, value] of [
    ...['article', 'comments', 'share', 'blog'].flatMap((each) => [
      [each, 'api', 'example.org/wp-json/'],
      [each, 'locale', 'ar MA'],
      [each, 'digits', 'roman'],
      [each, 'theme', 'sepia'],
      [each, 'loading', 'soon'],
      [each, 'shadow', 'closed'],
      [each, 'credentials', 'all'],
    ]),
    ...['article', 'comments', 'share'].flatMap((each) => [
      [each, 'post', 'seven'],
      [each, 'post', '0'],
      [each, 'slug', '%ff'],
    ]),
    ...['article', 'comments', 'blog'].flatMap((each) => [
      [each, 'comment-limit', '0'],
      [each, 'avatars', 'gravatar'],
      [each, 'depth', '0'],
      [each, 'depth', '11'],
      [each, 'order', 'newest'],
      [each, 'captcha', 'turnstile'],
      [each, 'updates', 'off'],
    ]),
    ['article', 'discussion', 'shown'],
    ['blog', 'base', 'blog'],
  ]) {
    test(`is shown in the element, logged and dispatched: ${kind} ${name}="${value}"`, async ({ page, open, api }) => {
      const logged = collectErrors(page);
      const requests = collect(page, REQUESTS.api);
      const attributes = { api, ...(kind !== 'blog' && name !== 'post' && { post: basic.id }), [name]: ` ${value} ` };
      if (name === 'slug') delete attributes.post;
      const html = Object.entries(attributes)
        .map(([each, to]) => `${each}="${to}"`)
        .join(' ');
      await open(`<tadwina-${kind} ${html}></tadwina-${kind}>`);
      const error = page.locator(`tadwina-${kind} [data-error="setting"]`);
      await expect(error).toBeVisible();
      expect(plain(await error.innerText())).toContain(`the setting ${name} is wrong: “${value}”`);
      const [first, ...more] = await hears(page, 'tadwina-error');
      const { detail } = first;
      expect(first).toMatchObject({ element: `tadwina-${kind}`, bubbles: true, composed: true });
      expect(detail.kind).toBe('setting');
      expect(detail.message).toMatch(new RegExp(`^the setting ${name} is wrong: “${value}”: write ${name}="[^"]+"`));
      expect(more).toEqual([]);
      expect(logged.filter((text) => text.includes(detail.message))).toHaveLength(1);
      expect(await heard(page, 'tadwina-ready')).toEqual([]);
      expect(urls(requests)).toEqual([]);
    });
  }

  for (const [name, wrong] of [
    ['locale', 'ar MA'],
    ['digits', 'roman'],
    ['comment-limit', '-1'],
    ['theme', 'sepia'],
    ['loading', 'soon'],
    ['shadow', 'closed'],
  ]) {
    test(`of ${name} that is corrected shows the same widget, with its text and its comments`, async ({
      page,
      open,
      api,
    }) => {
      await open(`<tadwina-comments api="${api}" post="${thread.id}"></tadwina-comments>`);
      const list = comments(page);
      await discussed(page);
      const first = await list.count();
      await page.locator('tadwina-comments .td-discussion__more').click();
      await expect.poll(() => list.count()).toBeGreaterThan(first);
      await discussed(page);
      await box(page).text.fill('لا يضيع');
      await settled(page);
      const all = await list.count();
      const requests = collect(page, REQUESTS.api);
      await set(page, 'tadwina-comments', { [name]: wrong });
      await expect(page.locator('tadwina-comments [data-error="setting"]')).toContainText(wrong);
      expect((await hears(page, 'tadwina-error'))[0].detail.kind).toBe('setting');
      await set(page, 'tadwina-comments', { [name]: null });
      await expect(box(page).text).toHaveValue('لا يضيع');
      await expect(page.locator('tadwina-comments [data-error]')).toHaveCount(0);
      await settled(page);
      await expect(list).toHaveCount(all);
      expect(urls(requests)).toEqual([]);
      expect(await heard(page, 'tadwina-ready')).toHaveLength(1);
    });
  }

  test('from the start that is corrected shows the widget', async ({ page, open, api }) => {
    await open(`<tadwina-article api="${api}" post="${basic.id}" digits="roman"></tadwina-article>`);
    await expect(page.locator('tadwina-article [data-error="setting"]')).toBeVisible();
    await set(page, 'tadwina-article', { digits: 'latn' });
    await expect(title(page)).toHaveText(basic.title);
  });
});
