// The properties of the elements reflect their attributes.

import { article } from '../e2e/support/content.mjs';
import { box, expect, test, title } from './support.mjs';

const basic = article('basic');

test.describe('properties', () => {
  const NAMES = {
    api: 'api',
    slug: 'slug',
    post: 'post',
    locale: 'locale',
    digits: 'digits',
    commentLimit: 'comment-limit',
    avatars: 'avatars',
    depth: 'depth',
    order: 'order',
    captcha: 'captcha',
    updates: 'updates',
    discussion: 'discussion',
    base: 'base',
    theme: 'theme',
    loading: 'loading',
    shadow: 'shadow',
    credentials: 'credentials',
  };

  test('reflect the attributes in camel case', async ({ page, open }) => {
    await open('');
    await page.evaluate(() => customElements.whenDefined('tadwina-blog'));
    for (const kind of ['article', 'comments', 'share', 'blog']) {
      const found = await page.evaluate(
        ([tag, names]) => {
          const element = document.createElement(tag);
          return Object.entries(names).map(([property, attribute]) => {
            const absent = element[property];
            element[property] = 7;
            const set = element.getAttribute(attribute);
            element.setAttribute(attribute, 'x');
            const read = element[property];
            element[property] = null;
            const gone = element.hasAttribute(attribute);
            return [property, absent, set, read, gone];
          });
        },
        [`tadwina-${kind}`, NAMES],
      );
      expect(found).toEqual(Object.keys(NAMES).map((property) => [property, null, '7', 'x', false]));
    }
  });

  test('that are set before the element is defined take effect', async ({ page, open, api }) => {
    await open(`<tadwina-comments></tadwina-comments><script>
      Object.assign(document.querySelector('tadwina-comments'), { api: '${api}', post: ${basic.id}, locale: 'en', commentLimit: 30 });
    </script>`);
    await expect(box(page).count).toHaveText('30 characters left');
    await expect(box(page).send).toHaveText('Post comment');
    expect(
      await page
        .locator('tadwina-comments')
        .evaluate((it) => [it.getAttribute('comment-limit'), Object.keys(it), it.commentLimit]),
    ).toEqual(['30', [], '30']);
  });

  test('of an element that a script creates take effect', async ({ page, open, api }) => {
    await open('<div id="here"></div>');
    await page.evaluate(
      async ([root, post]) => {
        await customElements.whenDefined('tadwina-article');
        const element = document.createElement('tadwina-article');
        Object.assign(element, { api: root, post, locale: 'en', discussion: 'none' });
        document.querySelector('#here').append(element);
      },
      [api, basic.id],
    );
    await expect(title(page)).toHaveText(basic.title);
    await expect(page.locator('tadwina-article .tadwina')).toHaveAttribute('lang', 'en');
    await expect(page.locator('tadwina-article .td-discussion')).toHaveCount(0);
  });
});
