// The elements change nothing in the page around them.

import { article } from '../e2e/support/content.mjs';
import { differences } from './isolation.support.mjs';
import { box, expect, heard, hears, set, settled, test } from './support.mjs';

const basic = article('basic');
const bread = article('bread');
const gallery = article('gallery');

test.describe('in the page', () => {
  const elements = (api) => `
    <tadwina-article api="${api}" post="${gallery.id}"></tadwina-article>
    <tadwina-comments api="${api}" post="${bread.id}"></tadwina-comments>
    <tadwina-share api="${api}" post="${basic.id}"></tadwina-share>
    <tadwina-blog api="${api}"></tadwina-blog>`;
  const ELEMENTS = [
    'p',
    'a',
    'h1',
    'h2',
    'button',
    'input',
    'textarea',
    'table',
    'ul',
    'li',
    'img',
    'form',
    'section',
    'label',
    'blockquote',
  ];

  test('five hundred elements keep their styles', async ({ page, open, api }) => {
    const mine = Array.from({ length: 500 }, (_, index) => {
      const name = ELEMENTS[index % ELEMENTS.length];
      const classes = ['td-button', 'td-comment', 'tadwina', 'td-main', 'td-share__menu', 'mine'][index % 6];
      return `<${name} class="${classes}" dir="${index % 2 ? 'rtl' : 'auto'}" ${name === 'a' ? 'href="#x"' : ''}>نصّ</${name}>`;
    });
    // Their position is absolute, because content before them may grow.
    const body = `<div id="mine" style="position: absolute; top: 0; width: 500px">${mine.join('')}</div>`;
    const styles = () =>
      page.evaluate(
        (ignored) =>
          [document.documentElement, document.body, ...document.querySelectorAll('#mine, #mine *')].flatMap(
            (each, index) => {
              const style = getComputedStyle(each);
              const skipped = index < 2 ? [...ignored, 'height', 'block-size'] : ignored;
              return [...style]
                .filter((name) => !skipped.includes(name))
                .map((name) => `${index} ${each.localName} ${name}: ${style[name]}`);
            },
          ),
        ['perspective-origin', 'transform-origin'],
      );
    await open(body, { script: '' });
    const before = await styles();
    expect(before.length).toBeGreaterThan(100_000);
    await open(body + elements(api), { path: '/with/' });
    await hears(page, 'tadwina-ready', 4);
    await settled(page);
    expect(differences(before, await styles())).toEqual([]);
  });

  test('globals, history, style sheets, title and attributes stay as they are', async ({ page, open, site, api }) => {
    // The script starts only after the first snapshot, so that its own effects count.
    await open(`<main>${elements(api)}</main>`, {
      script: '',
      lang: 'de',
      path: '/page/?a=1#b',
      at: '/page/',
      head: '<meta name="description" content="وصف">',
    });
    const snapshot = () =>
      page.evaluate(() => ({
        names: Object.getOwnPropertyNames(globalThis),
        history: history.length,
        sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
        head: document.head.innerHTML,
        title: document.title,
        root: document.documentElement.cloneNode().outerHTML,
        body: [document.body.cloneNode().outerHTML, document.body.childElementCount],
      }));
    const before = await snapshot();
    await page.evaluate(() => import('/tadwina/tadwina.js'));
    await hears(page, 'tadwina-ready', 4);
    await settled(page);
    await page.locator('tadwina-share .td-share__button').click();
    await set(page, 'tadwina-article', { locale: 'en' });
    await settled(page);
    expect(await snapshot()).toEqual(before);
    expect(page.url()).toBe(`${site.url}/page/?a=1#b`);
  });

  test('title and description stay when the blog shows an article', async ({ page, open, api }) => {
    await open(`<tadwina-blog api="${api}"></tadwina-blog>`, { head: '<meta name="description" content="وصف">' });
    await page.locator('.td-teaser__title a').first().click();
    await expect(page.locator('.td-article__title')).toBeVisible();
    await settled(page);
    expect(await page.title()).toBe('صفحة أخرى');
    await expect(page.locator('meta[name="description"]')).toHaveAttribute('content', 'وصف');
  });

  test('links work as without the elements', async ({ page, open, site, api }) => {
    site.put('/2023/11/03/x/', '<!doctype html><title>مكان آخر</title>');
    await open(`
      <a id="below" href="/2023/11/03/x/">مقال</a> <a id="fragment" href="#/2023/11/03/x/">جزء</a>
      ${elements(api)}`);
    await hears(page, 'tadwina-ready', 4);
    await page.locator('#fragment').click();
    await expect(page).toHaveURL(`${site.url}/#/2023/11/03/x/`);
    await page.locator('#below').click();
    await expect(page).toHaveTitle('مكان آخر');
    expect(await heard(page, 'tadwina-navigate')).toEqual([]);
  });

  test('prototypes, functions and error handlers stay as they are', async ({ page, open, api }) => {
    await page.addInitScript(() => {
      const owners = { globalThis, history, document };
      for (const each of [
        Array,
        Object,
        Function,
        String,
        Promise,
        Element,
        Node,
        HTMLElement,
        Document,
        ShadowRoot,
        EventTarget,
        Event,
        History,
        XMLHttpRequest,
      ])
        owners[each.name] = each.prototype;
      const shape = () =>
        new Map(
          Object.entries(owners).flatMap(([name, owner]) =>
            Object.entries(Object.getOwnPropertyDescriptors(owner)).map(([key, { get, set, value }]) => [
              `${name}.${key}`,
              [get, set, value],
            ]),
          ),
        );
      const before = shape();
      const differ = (now) =>
        [...before]
          .filter(([key, was]) => !now.get(key)?.every((each, index) => Object.is(each, was[index])))
          .map(([key]) => key)
          .concat([...now.keys()].filter((key) => !before.has(key) && !key.startsWith('globalThis.')));
      Object.defineProperty(globalThis, 'changed', { value: () => differ(shape()) });
    });
    await open(elements(api));
    await hears(page, 'tadwina-ready', 4);
    await settled(page);
    expect(await page.evaluate(() => globalThis.changed())).toEqual([]);
    expect(await page.evaluate(() => [globalThis.onerror, globalThis.onpopstate, globalThis.onhashchange])).toEqual([
      null,
      null,
      null,
    ]);
    // The comparison does see a change.
    await page.evaluate(() => {
      const { fetch } = globalThis;
      globalThis.fetch = (...given) => fetch(...given);
    });
    expect(await page.evaluate(() => globalThis.changed())).toEqual(['globalThis.fetch']);
  });

  test('keys work as without the elements', async ({ page, open, api }) => {
    await open(`<input id="mine">${elements(api)}`);
    await hears(page, 'tadwina-ready', 4);
    await page.locator('tadwina-share .td-share__button').click();
    await page.evaluate(() => {
      const pressed = [];
      Object.defineProperty(globalThis, 'pressed', { value: pressed });
      addEventListener('keydown', ({ key, defaultPrevented }) => pressed.push([key, defaultPrevented]));
    });
    const keys = ['a', '/', 'Escape', 'Enter', ' ', 'ArrowDown', 'Tab'];
    await page.locator('#mine').focus();
    for (const key of keys) await page.keyboard.press(key);
    expect(await page.evaluate(() => globalThis.pressed)).toEqual(keys.map((key) => [key, false]));
    await expect(page.locator('#mine')).toHaveValue('a/ ');
    await expect(page.locator('#mine')).not.toBeFocused();
  });

  test('ids of a widget do not clash with those of the page', async ({ page, open, api }) => {
    await open(`<p id="td-body">للصفحة</p><tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`);
    await expect(box(page).text).toBeVisible();
    expect(await page.evaluate(() => document.querySelectorAll('[id]').length)).toBe(1);
    await box(page).send.click();
    await expect(box(page).form.locator('[aria-invalid="true"]').first()).toBeFocused();
  });

  test('the host element keeps its attributes', async ({ page, open, api }) => {
    const tag = `<tadwina-comments class="mine" api="${api}" post="${basic.id}">`;
    await open(`${tag}</tadwina-comments>`);
    await expect(box(page).text).toBeVisible();
    await set(page, 'tadwina-comments', { locale: 'en' });
    await expect(box(page).send).toHaveText('Post comment');
    expect(await page.locator('tadwina-comments').evaluate((it) => it.outerHTML)).toBe(
      `${tag.slice(0, -1)} locale="en"></tadwina-comments>`,
    );
  });

  test('a hidden element stays hidden', async ({ page, open, api }) => {
    await open(`<tadwina-comments loading="eager" hidden api="${api}" post="${basic.id}"></tadwina-comments>`);
    await hears(page, 'tadwina-ready');
    await expect(page.locator('tadwina-comments')).toBeHidden();
  });
});
