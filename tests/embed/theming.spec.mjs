// How a page sets the appearance of the elements: its font and colours, custom properties, and `::part()`.

import { readFileSync } from 'node:fs';

import { article } from '../e2e/support/content.mjs';
import { REQUESTS, unique } from '../e2e/support/page.mjs';
import { box, expect, set, test } from './support.mjs';

const basic = article('basic');
const bread = article('bread');

test.describe('an element', () => {
  const root = (page) => page.locator('tadwina-comments .tadwina');
  const element = (api) => `<tadwina-comments api="${api}" post="${bread.id}"></tadwina-comments>`;

  test('has the font of the page', async ({ page, open, api }) => {
    await open(element(api), { head: '<style>body { font-family: "Comic Neue", fantasy }</style>' });
    await expect(root(page)).toHaveCSS('font-family', '"Comic Neue", fantasy');
    await expect(page.locator('tadwina-comments .td-comment__body').first()).toHaveCSS(
      'font-family',
      '"Comic Neue", fantasy',
    );
    await expect(box(page).text).toHaveCSS('font-family', '"Comic Neue", fantasy');
    await expect(page.locator('tadwina-comments h2').first()).toHaveCSS('font-family', '"Comic Neue", fantasy');
  });

  test('has the font that custom properties set for tadwina', async ({ page, open, api }) => {
    await open(element(api), {
      head: '<style>body { font-family: fantasy; --tadwina-font-arabic: cursive; --tadwina-font-plain: monospace }</style>',
    });
    await expect(root(page)).toHaveCSS('font-family', 'monospace');
    await expect(page.locator('tadwina-comments .td-comment__body').first()).toHaveCSS('font-family', 'cursive');
  });

  test('has the colours of the scheme of the page, also when that changes', async ({ page, open, api }) => {
    await open(element(api), { head: '<style>:root { color-scheme: light dark }</style>' });
    await expect(root(page)).toHaveCSS('color', 'rgb(0, 0, 0)');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(root(page)).toHaveCSS('color', 'rgb(255, 255, 255)');
    await expect(root(page)).toHaveCSS('color-scheme', 'dark');
    await page.evaluate(() => (document.documentElement.style.colorScheme = 'light'));
    await expect(root(page)).toHaveCSS('color', 'rgb(0, 0, 0)');
    await page.evaluate(() => document.body.style.setProperty('--tadwina-color-scheme', 'dark'));
    await expect(root(page)).toHaveCSS('color-scheme', 'dark');
  });

  test('uses custom properties of the page and of itself', async ({ page, open, api }) => {
    await open(element(api), {
      head: '<style>body { --tadwina-accent: rgb(1, 2, 3); --tadwina-ink: rgb(4, 5, 6) } tadwina-comments { --tadwina-ink: rgb(7, 8, 9) }</style>',
    });
    await expect(box(page).send).toHaveCSS('background-color', 'rgb(1, 2, 3)');
    await expect(root(page)).toHaveCSS('color', 'rgb(7, 8, 9)');
  });

  test('is as wide as its container and has no background', async ({ page, open, api }) => {
    await open(`<div style="width: 320px">${element(api)}</div>`);
    await expect(box(page).text).toBeVisible();
    expect((await root(page).boundingBox()).width).toBe(320);
    await expect(root(page)).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
    const wide = await root(page).evaluate((it) => it.scrollWidth);
    expect(wide).toBeLessThanOrEqual(320);
  });

  for (const [what, style] of [
    ['a flex container', 'display: flex'],
    ['a float', 'float: inline-start'],
    ['a container as wide as its content', 'inline-size: max-content'],
  ]) {
    test(`for sharing is as wide as its button in ${what}, and its menu is wider`, async ({ page, open, api }) => {
      await open(`<div style="${style}"><tadwina-share api="${api}"></tadwina-share></div>`);
      const button = page.locator('.td-share__button');
      await button.click();
      const [{ width }, menu] = [await button.boundingBox(), await page.locator('.td-share__menu').boundingBox()];
      expect((await page.locator('tadwina-share').boundingBox()).width).toBeCloseTo(width, 0);
      expect(width).toBeGreaterThan(90);
      expect(menu.width).toBeGreaterThan(250);
      expect(menu.x).toBeGreaterThanOrEqual(0);
      expect(menu.x + menu.width).toBeLessThanOrEqual(page.viewportSize().width);
    });
  }

  test('with an open menu covers the button of another element', async ({ page, open, api }) => {
    await open(
      `<tadwina-share id="first" api="${api}"></tadwina-share><tadwina-share id="second" api="${api}"></tadwina-share>`,
    );
    await page.locator('#first .td-share__button').click();
    const { x, y, width, height } = await page.locator('#second .td-share__button').boundingBox();
    const top = await page.evaluate(
      ([left, above]) => document.elementFromPoint(left, above).id,
      [x + width / 2, y + height / 2],
    );
    expect(top).toBe('first');
  });
});

test.describe('custom properties', () => {
  const [COLOUR, LENGTH] = ['rgb(1, 2, 3)', '333px'];
  /**
   * Each custom property, without `--tadwina-`: its value, a selector, the property that it sets there. `of` is another
   * article to show, `text` goes into the comment box.
   */
  const EFFECTS = {
    'color-scheme': ['dark', '.tadwina', 'color-scheme'],
    paper: [COLOUR, '.td-field__input', 'background-color'],
    shade: [COLOUR, '.td-comment-box', 'background-color'],
    ink: [COLOUR, '.tadwina', 'color'],
    faint: [COLOUR, '.td-byline', 'color'],
    line: [COLOUR, '.td-discussion', 'border-top-color'],
    edge: [COLOUR, '.td-share__button', 'border-top-color'],
    accent: [COLOUR, '.td-button--primary', 'background-color'],
    'on-accent': [COLOUR, '.td-button--primary', 'color'],
    danger: [COLOUR, '.td-character-count[data-state="over"]', 'color', { text: 'ab' }],
    unit: [LENGTH, '.tadwina', 'font-size'],
    'font-arabic': ['cursive', '.td-article__title', 'font-family'],
    'font-latin': ['cursive', '.td-discussion__title', 'font-family'],
    'font-plain': ['cursive', '.td-byline', 'font-family'],
    'font-code': ['cursive', '.td-prose code', 'font-family'],
    measure: [LENGTH, '.td-main', 'inline-size'],
    wide: [LENGTH, '.td-figure', 'inline-size', { of: bread }],
    space: [LENGTH, '.td-comment-box', 'row-gap'],
    'scroll-margin': [LENGTH, '.td-comment-box__text', 'scroll-margin-top'],
    radius: [LENGTH, '.td-comment-box', 'border-top-left-radius'],
    'size-arabic': [LENGTH, '.td-article > .td-prose > :dir(rtl)', 'font-size'],
    'size-latin': [LENGTH, '.td-article > .td-prose > :dir(ltr)', 'font-size'],
  };

  for (const [name, [value, selector, property, { of = article('mixed'), text = '' } = {}]] of Object.entries(
    EFFECTS,
  )) {
    test(`--tadwina-${name} sets the ${property} of ${selector}`, async ({ page, open, api }) => {
      await open(
        `<div id="around"><tadwina-article locale="en" comment-limit="1" api="${api}" post="${of.id}"></tadwina-article></div>`,
      );
      await box(page, 'tadwina-article').text.fill(text);
      const found = page.locator(`tadwina-article ${selector}`).first();
      await expect(found).not.toHaveCSS(property, value);
      await set(page, '#around', { style: `--tadwina-${name}: ${value}` });
      await expect(found).toHaveCSS(property, value);
    });
  }

  test('the tests above cover every one that the style sheet uses', () => {
    const used = readFileSync(new URL('../../style/tokens.css', import.meta.url), 'utf8').matchAll(
      /var\(\s*--tadwina-([\w-]+)/g,
    );
    expect(Object.keys(EFFECTS).sort()).toEqual([...new Set([...used].map(([, name]) => name))].sort());
  });
});

test.describe('the page can style', () => {
  const ARTICLE = [
    'title',
    'byline',
    'share-button',
    'share-menu',
    'body',
    'discussion-title',
    'comment',
    'comment-box',
    'field',
    'count',
    'submit',
  ];
  const PARTS = {
    article: ARTICLE,
    blog: ARTICLE,
    comments: ['discussion-title', 'comment', 'comment-box', 'field', 'count', 'submit'],
    share: ['share-button', 'share-menu'],
  };
  for (const [kind, parts] of Object.entries(PARTS)) {
    for (const part of parts) {
      test(`${kind}::part(${part})`, async ({ page, open, api }) => {
        await open(`<tadwina-${kind} api="${api}" post="${bread.id}"></tadwina-${kind}>`, {
          path: kind === 'blog' ? `/#${bread.path}` : '/',
          at: '/',
          head: `<style>::part(${part}) { outline: 3px solid rgb(1, 2, 3) }</style>`,
        });
        const found = page.locator(`tadwina-${kind} [part~="${part}"]`).first();
        await expect(found).toHaveCSS('outline-color', 'rgb(1, 2, 3)');
        await expect(found).toHaveCSS('outline-width', '3px');
      });
    }
  }

  test('parts with rules that override those of tadwina', async ({ page, open, api }) => {
    await open(`<tadwina-comments api="${api}" post="${bread.id}"></tadwina-comments>`, {
      head: '<style>::part(submit) { background: rgb(1, 2, 3); border-radius: 20px } tadwina-comments::part(comment-box) { padding: 7px }</style>',
    });
    await expect(box(page).send).toHaveCSS('background-color', 'rgb(1, 2, 3)');
    await expect(box(page).send).toHaveCSS('border-radius', '20px');
    await expect(box(page).form).toHaveCSS('padding', '7px');
  });

  test('the notice after a comment was sent', async ({ page, open, api }) => {
    await open(`<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`, {
      head: '<style>::part(notice) { color: rgb(1, 2, 3) }</style>',
    });
    await box(page).fill(unique('مرحبا'));
    await box(page).send.click();
    await expect(box(page).notice).toHaveCSS('color', 'rgb(1, 2, 3)');
  });

  test('the error when the article does not load', async ({ page, open, api }) => {
    await page.route(REQUESTS.posts, (route) => route.abort());
    await open(`<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`, {
      head: '<style>::part(error) { color: rgb(1, 2, 3) }</style>',
    });
    await expect(page.locator('tadwina-comments [data-error]')).toHaveCSS('color', 'rgb(1, 2, 3)');
  });
});
