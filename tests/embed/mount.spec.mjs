// The functions of the package: `mount` shows a widget in any element.

import { article } from '../e2e/support/content.mjs';
import { left, REQUESTS, unique } from '../e2e/support/page.mjs';
import { countResources, NO_RESOURCES, resources } from './lifecycle.support.mjs';
import { box, comments, expect, hears, settled, test } from './support.mjs';

const basic = article('basic');
const thread = article('long-thread');

test.describe('mount', () => {
  const script = (body) =>
    `<script type="module">import * as tadwina from '/tadwina/index.js'; Object.defineProperty(globalThis, 'tadwinaForTest', { value: tadwina }); ${body}</script>`;
  const bare = (body) => [body, { script: script('') }];
  const mount = (page, kind, options) =>
    page.evaluate(
      async ([what, set]) => {
        await new Promise((loaded) => {
          const check = () => (globalThis.tadwinaForTest ? loaded() : requestAnimationFrame(check));
          check();
        });
        globalThis.mounted = await globalThis.tadwinaForTest.mount(document.querySelector('#here'), what, set);
      },
      [kind, options],
    );

  test('importing the package registers nothing', async ({ page, open }) => {
    await open(...bare('<tadwina-share></tadwina-share>'));
    await page.waitForFunction(() => globalThis.tadwinaForTest);
    expect(
      await page.evaluate(() =>
        ['article', 'comments', 'share', 'blog'].filter((kind) => customElements.get(`tadwina-${kind}`)),
      ),
    ).toEqual([]);
    expect(await page.evaluate(() => Object.keys(globalThis.tadwinaForTest).sort())).toEqual([
      'TadwinaArticle',
      'TadwinaBlog',
      'TadwinaComments',
      'TadwinaShare',
      'define',
      'mount',
    ]);
  });

  for (const [kind, shown] of [
    ['article', '.td-article__title'],
    ['comments', '.td-discussion__title'],
    ['share', '.td-share__button'],
    ['blog', '.td-site-header'],
  ]) {
    test(`${kind} is shown in any element, which dispatches its events, until unmount restores the content`, async ({
      page,
      open,
      api,
    }) => {
      await page.addInitScript(countResources);
      await open(...bare('<section id="here"><p id="fallback">مهلا</p></section>'));
      await mount(page, kind, { api, ...(kind !== 'blog' && { post: basic.id }) });
      await expect(page.locator(`#here ${shown}`)).toBeVisible();
      expect((await hears(page, 'tadwina-ready'))[0]).toMatchObject({ element: 'section', id: 'here' });
      await expect(page.locator('#fallback')).toBeHidden();
      await settled(page);
      await page.evaluate(() => globalThis.mounted.unmount());
      await expect(page.locator('#fallback')).toBeVisible();
      await expect(page.locator('#here .tadwina')).toHaveCount(0);
      await expect.poll(() => resources(page)).toEqual(NO_RESOURCES);
      await page.evaluate(() => globalThis.mounted.unmount()); // the second call has no effect
      await page.evaluate(() => globalThis.mounted.update({ locale: 'fr' }));
      await settled(page);
      await expect(page.locator('#here .tadwina')).toHaveCount(0);
      await mount(page, kind, { api, ...(kind !== 'blog' && { post: basic.id }) });
      await expect(page.locator(`#here ${shown}`)).toBeVisible();
    });
  }

  test('update changes the given options, null restores a default, and other options and the text stay', async ({
    page,
    open,
    api,
  }) => {
    await open(...bare('<div id="here"></div>'));
    await mount(page, 'comments', { api, post: basic.id, locale: 'fr', commentLimit: 40 });
    const { text, count, send } = box(page, '#here');
    await text.fill('abc');
    await page.evaluate(() => globalThis.mounted.update({ locale: 'en' }));
    await expect(send).toHaveText('Post comment');
    await expect(count).toHaveText('37 characters left');
    await page.evaluate(() => globalThis.mounted.update({ commentLimit: null, locale: undefined, digits: 'arab' }));
    await expect(count).toHaveText(left(997, 'arab'));
    await expect(send).toHaveText('نشر التعليق');
    await expect(text).toHaveValue('abc');
    await page.evaluate((post) => globalThis.mounted.update({ post }), thread.id);
    await expect(comments(page, '#here').first()).toBeVisible();
  });

  test('with shadow: none the widget is in the tree of the page', async ({ page, open, api }) => {
    await open(...bare('<div id="here"><p id="fallback">مهلا</p></div>'));
    await mount(page, 'comments', { api, post: basic.id, shadow: 'none' });
    await expect(box(page, '#here').text).toBeVisible();
    expect(await page.locator('#here').evaluate((element) => element.shadowRoot)).toBeNull();
    await page.evaluate(() => globalThis.mounted.unmount());
    expect(await page.locator('#here').innerHTML()).toBe('<p id="fallback">مهلا</p>');
  });

  test('a widget far below the window loads at once', async ({ page, open, api }) => {
    await open(...bare('<div style="height: 9000px"></div><div id="here"></div>'));
    await mount(page, 'comments', { api, post: basic.id });
    await expect(box(page, '#here').text).toBeAttached();
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test('an unknown kind or option is a TypeError', async ({ page, open, api }) => {
    await open(...bare('<div id="here">مهلا</div>'));
    await expect(mount(page, 'newsletter', {})).rejects.toThrow(
      /TypeError: tadwina has no newsletter: article, comments, share, blog/,
    );
    await expect(mount(page, 'comments', { 'comment-limit': 5 })).rejects.toThrow(
      /TypeError: tadwina has no option comment-limit/,
    );
    expect(await page.locator('#here').innerHTML()).toBe('مهلا');
    await mount(page, 'comments', { api, post: basic.id });
    const wrong = await page.evaluate(() => {
      try {
        globalThis.mounted.update({ colour: 'red' });
        return '';
      } catch (error) {
        return String(error);
      }
    });
    expect(wrong).toBe('TypeError: tadwina has no option colour');
  });

  test('an element that cannot have a shadow root is an error, except with shadow: none', async ({
    page,
    open,
    api,
  }) => {
    await open(...bare('<ul><li id="here"></li></ul>'));
    await expect(mount(page, 'comments', { api, post: basic.id })).rejects.toThrow(/NotSupportedError/);
    await mount(page, 'comments', { api, post: basic.id, shadow: 'none' });
    await expect(box(page, '#here').text).toBeVisible();
  });

  test('with shadow: none a shadow root of the page stays as it is', async ({ page, open, api }) => {
    await open(...bare('<div id="here"></div>'));
    const inside = () => page.locator('#here').evaluate((element) => element.shadowRoot.innerHTML);
    await page.locator('#here').evaluate((element) => {
      element.attachShadow({ mode: 'open' }).innerHTML = '<h2>لهم</h2><slot></slot>';
    });
    await mount(page, 'comments', { api, post: basic.id, shadow: 'none' });
    await expect(box(page, '#here').text).toBeVisible();
    await page.evaluate(() => globalThis.mounted.unmount());
    expect(await inside()).toBe('<h2>لهم</h2><slot></slot>');
  });

  test('a listener of tadwina-comment-submit can unmount the widget, and the comment is sent', async ({
    page,
    open,
    api,
  }) => {
    await open(...bare('<div id="here"></div>'));
    await mount(page, 'comments', { api, post: basic.id });
    await page.evaluate(() =>
      addEventListener('tadwina-comment-submit', () => globalThis.mounted.unmount(), { once: true }),
    );
    await box(page, '#here').fill(unique('سُمع'));
    const posted = page.waitForResponse((response) => response.request().method() === 'POST');
    await box(page, '#here').send.click();
    expect((await posted).ok()).toBe(true);
    // The bundle still works for other widgets.
    await mount(page, 'comments', { api, post: basic.id });
    await expect(box(page, '#here').text).toBeVisible();
  });

  test('of two widgets in one element the second stays when the first is unmounted', async ({ page, open, api }) => {
    await open(...bare('<div id="here"></div>'));
    await mount(page, 'comments', { api, post: basic.id });
    await page.evaluate(() => (globalThis.first = globalThis.mounted));
    await mount(page, 'comments', { api, post: basic.id, locale: 'en' });
    await page.evaluate(() => globalThis.first.unmount());
    await expect(box(page, '#here').send).toHaveText('Post comment');
  });

  test('a wrong value is an error in the element', async ({ page, open, api }) => {
    await open(...bare('<div id="here"></div>'));
    await mount(page, 'comments', { api, post: basic.id, digits: 'roman' });
    await expect(page.locator('#here [data-error="setting"]')).toContainText('digits');
    expect((await hears(page, 'tadwina-error'))[0]).toMatchObject({ id: 'here', detail: { kind: 'setting' } });
  });

  test('a bundle that does not load is an error, and the next mount loads it again', async ({ page, open, api }) => {
    await page.route(REQUESTS.wasm, (route) => route.abort(), { times: 1 });
    await open(...bare('<div id="here"></div>'));
    await mount(page, 'comments', { api, post: basic.id });
    await expect(page.locator('#here [data-error="not-started"]')).toBeVisible();
    await page.evaluate(() => globalThis.mounted.unmount());
    await mount(page, 'comments', { api, post: basic.id });
    await expect(box(page, '#here').text).toBeVisible();
    await expect(page.locator('#here [data-error]')).toHaveCount(0);
  });
});
