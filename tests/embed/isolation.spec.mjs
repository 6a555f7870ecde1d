// The page does nothing to the element, and the element nothing to the page.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { article } from '../e2e/support/content.mjs';
import { ASKS, collect, unique } from '../e2e/support/page.mjs';
import { box, expect, heard, hears, set, settled, test } from './support.mjs';

const basic = article('basic');
const bread = article('bread');
const gallery = article('gallery');
const thread = article('long-thread');

/** A style sheet as its package has it. */
const published = (path) => readFileSync(createRequire(import.meta.url).resolve(path), 'utf8');

/** Rules of hosts that would harm whatever they reach. */
const RULES = {
  'all: unset, important': '* { all: unset !important }',
  'loud rules, important':
    // Of all of the page only what one rem is comes in, unless --tadwina-unit says another.
    ':root { --tadwina-unit: 16px } * { font-size: 40px !important; color: red !important; letter-spacing: 1em !important; direction: ltr !important; display: inline !important }',
  'the host itself': `
    tadwina-article, tadwina-comments, tadwina-share, tadwina-blog, :host, div {
      font-style: italic; font-weight: 700; font-size: 40px; line-height: 3; color: red; letter-spacing: 1em; word-spacing: 2em; text-transform: uppercase; text-indent: 5em;
      text-align: right; white-space: pre; visibility: visible; cursor: wait; list-style: square; quotes: "x" "y"; text-shadow: 1px 1px red;
      word-break: break-all; line-break: anywhere; hyphens: none; border-collapse: collapse; -webkit-text-stroke: 1px red;
    }`,
  'all of Bootstrap': published('bootstrap/dist/css/bootstrap.css'),
  // Tailwind's build would put in what its theme says, or what stands there for want of it.
  'Tailwind’s reset': published('tailwindcss/preflight.css').replace(/--theme\(\s*[\w-]+,([^()]*)\)/g, '$1'),
};

/** Inherited from the page on purpose: its font, colour scheme, language. And what says only where something stands. */
const OF_THE_PAGE = ['font-family', 'color-scheme', '-webkit-locale', 'perspective-origin', 'transform-origin'];

/** The computed styles of everything within the element. */
const styles = (page, host) =>
  page.locator(host).evaluate((element, left) => {
    const all = [...element.shadowRoot.querySelectorAll('*')].filter((each) => each.localName !== 'slot');
    const drawn = (each) => [
      null,
      ...['::before', '::after'].filter(
        (pseudo) => !['none', 'normal'].includes(getComputedStyle(each, pseudo).content),
      ),
      ...(each.matches('input, textarea') ? ['::placeholder'] : []),
      ...(each.matches('li') ? ['::marker'] : []),
    ];
    return all.flatMap((each, index) =>
      drawn(each).flatMap((pseudo) => {
        const style = getComputedStyle(each, pseudo);
        return [...style]
          .filter((name) => !left.includes(name) && !name.startsWith('--'))
          .map(
            (name) => `${index} ${each.localName}.${each.getAttribute('class')}${pseudo ?? ''} ${name}: ${style[name]}`,
          );
      }),
    );
  }, OF_THE_PAGE);

/** What differs, the first few. */
const differing = (before, after) => {
  const known = new Set(before);
  return [
    ...after.filter((each) => !known.has(each)),
    ...(before.length === after.length ? [] : [`${before.length} styles became ${after.length}`]),
  ].slice(0, 12);
};

/** Everything in a frame of a fixed width, so that a host's margins change no measures. */
const framed = (element, rules = '') => [
  `<div id="frame">${element}</div>`,
  {
    head: `<style>${rules}</style><style>#frame { all: initial !important; display: block !important; position: absolute !important; inset: 0 auto auto 0 !important; width: 700px !important; direction: rtl !important }</style>`,
  },
];

test.describe('rules of the page do not reach', () => {
  for (const [what, rules] of Object.entries(RULES)) {
    for (const [kind, attributes, stands] of [
      ['article', `post="${gallery.id}"`, '.td-comment'],
      ['comments', `post="${bread.id}"`, '.td-comment'],
      ['share', '', '.td-share__button'],
      ['blog', '', '.td-teaser'],
    ]) {
      test(`${kind}: ${what}`, async ({ page, open, api }) => {
        const element = `<tadwina-${kind} api="${api}" ${attributes} loading="eager"></tadwina-${kind}>`;
        const look = async ([body, options]) => {
          await open(body, options);
          await expect(page.locator(`tadwina-${kind} ${stands}`).first()).toBeVisible();
          if (kind === 'share') await page.locator('.td-share__button').click();
          await page.mouse.move(1200, 790);
          await settled(page);
          return styles(page, `tadwina-${kind}`);
        };
        const plain = await look(framed(element));
        const ruled = await look(framed(element, rules));
        expect(plain.length).toBeGreaterThan(1000);
        expect(differing(plain, ruled)).toEqual([]);
      });
    }
  }
});

test.describe('the page stays as it is', () => {
  const parts = (api) => `
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

  test('five hundred elements of it look as before', async ({ page, open, api }) => {
    const mine = Array.from({ length: 500 }, (_, index) => {
      const name = ELEMENTS[index % ELEMENTS.length];
      const classes = ['td-button', 'td-comment', 'tadwina', 'td-main', 'td-share__menu', 'mine'][index % 6];
      return `<${name} class="${classes}" dir="${index % 2 ? 'rtl' : 'auto'}" ${name === 'a' ? 'href="#x"' : ''}>نصّ</${name}>`;
    });
    // Absolutely placed: what stands before them may grow.
    const body = `<div id="mine" style="position: absolute; top: 0; width: 500px">${mine.join('')}</div>`;
    const look = () =>
      page.evaluate(
        (left) =>
          [document.documentElement, document.body, ...document.querySelectorAll('#mine, #mine *')].flatMap(
            (each, index) => {
              const style = getComputedStyle(each);
              const own = index < 2 ? [...left, 'height', 'block-size'] : left;
              return [...style]
                .filter((name) => !own.includes(name))
                .map((name) => `${index} ${each.localName} ${name}: ${style[name]}`);
            },
          ),
        ['perspective-origin', 'transform-origin'],
      );
    await open(body, { script: '' });
    const before = await look();
    expect(before.length).toBeGreaterThan(100_000);
    await open(body + parts(api), { path: '/with/' });
    await hears(page, 'tadwina-ready', 4);
    await settled(page);
    expect(differing(before, await look())).toEqual([]);
  });

  test('no name, no title, no language, no history, no style is its', async ({ page, open, site, api }) => {
    // What its scripts do when they start is its too: they come only after the first look.
    await open(`<main>${parts(api)}</main>`, {
      script: '',
      lang: 'de',
      path: '/page/?a=1#b',
      at: '/page/',
      head: '<meta name="description" content="وصف">',
    });
    const look = () =>
      page.evaluate(() => ({
        names: Object.getOwnPropertyNames(globalThis),
        history: history.length,
        sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
        head: document.head.innerHTML,
        title: document.title,
        root: document.documentElement.cloneNode().outerHTML,
        body: [document.body.cloneNode().outerHTML, document.body.childElementCount],
      }));
    const before = await look();
    await page.evaluate(() => import('/tadwina/tadwina.js'));
    await hears(page, 'tadwina-ready', 4);
    await settled(page);
    await page.locator('tadwina-share .td-share__button').click();
    await set(page, 'tadwina-article', { locale: 'en' });
    await settled(page);
    expect(await look()).toEqual(before);
    expect(page.url()).toBe(`${site.url}/page/?a=1#b`);
  });

  test('its title and description stay its own where the blog goes to an article', async ({ page, open, api }) => {
    await open(`<tadwina-blog api="${api}"></tadwina-blog>`, { head: '<meta name="description" content="وصف">' });
    await page.locator('.td-teaser__title a').first().click();
    await expect(page.locator('.td-article__title')).toBeVisible();
    await settled(page);
    expect(await page.title()).toBe('صفحة أخرى');
    await expect(page.locator('meta[name="description"]')).toHaveAttribute('content', 'وصف');
  });

  test('clicks on its links are its own', async ({ page, open, site, api }) => {
    site.put('/2023/11/03/x/', '<!doctype html><title>مكان آخر</title>');
    await open(`
      <a id="below" href="/2023/11/03/x/">مقال</a> <a id="fragment" href="#/2023/11/03/x/">جزء</a>
      ${parts(api)}`);
    await hears(page, 'tadwina-ready', 4);
    await page.locator('#fragment').click();
    await expect(page).toHaveURL(`${site.url}/#/2023/11/03/x/`);
    await page.locator('#below').click();
    await expect(page).toHaveTitle('مكان آخر');
    expect(await heard(page, 'tadwina-navigate')).toEqual([]);
  });

  test('prototypes, functions and errors of the page are left alone', async ({ page, open, api }) => {
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
    await open(parts(api));
    await hears(page, 'tadwina-ready', 4);
    await settled(page);
    expect(await page.evaluate(() => globalThis.changed())).toEqual([]);
    expect(await page.evaluate(() => [globalThis.onerror, globalThis.onpopstate, globalThis.onhashchange])).toEqual([
      null,
      null,
      null,
    ]);
    // So that a comparison that sees nothing is noticed.
    await page.evaluate(() => {
      const { fetch } = globalThis;
      globalThis.fetch = (...given) => fetch(...given);
    });
    expect(await page.evaluate(() => globalThis.changed())).toEqual(['globalThis.fetch']);
  });

  test('keys that are pressed in it are its own', async ({ page, open, api }) => {
    await open(`<input id="mine">${parts(api)}`);
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

  test('an id in an article is not the page’s, nor a name of the window', async ({ page, open, api }) => {
    await open(`<p id="td-body">للصفحة</p><tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`);
    await expect(box(page).text).toBeVisible();
    expect(await page.evaluate(() => document.querySelectorAll('[id]').length)).toBe(1);
    await box(page).send.click();
    await expect(box(page).form.locator('[aria-invalid="true"]').first()).toBeFocused();
  });

  test('leaves the host element’s attributes as they were', async ({ page, open, api }) => {
    const tag = `<tadwina-comments class="mine" api="${api}" post="${basic.id}">`;
    await open(`${tag}</tadwina-comments>`);
    await expect(box(page).text).toBeVisible();
    await set(page, 'tadwina-comments', { locale: 'en' });
    await expect(box(page).send).toHaveText('Post comment');
    expect(await page.locator('tadwina-comments').evaluate((it) => it.outerHTML)).toBe(
      `${tag.slice(0, -1)} locale="en"></tadwina-comments>`,
    );
  });

  test('an element that is hidden stays hidden', async ({ page, open, api }) => {
    await open(`<tadwina-comments loading="eager" hidden api="${api}" post="${basic.id}"></tadwina-comments>`);
    await hears(page, 'tadwina-ready');
    await expect(page.locator('tadwina-comments')).toBeHidden();
  });
});

test.describe('the page is followed', () => {
  const root = (page) => page.locator('tadwina-comments .tadwina');
  const comments = (api) => `<tadwina-comments api="${api}" post="${bread.id}"></tadwina-comments>`;

  test('in its font', async ({ page, open, api }) => {
    await open(comments(api), { head: '<style>body { font-family: "Comic Neue", fantasy }</style>' });
    await expect(root(page)).toHaveCSS('font-family', '"Comic Neue", fantasy');
    await expect(page.locator('tadwina-comments .td-comment__body').first()).toHaveCSS(
      'font-family',
      '"Comic Neue", fantasy',
    );
    await expect(box(page).text).toHaveCSS('font-family', '"Comic Neue", fantasy');
    await expect(page.locator('tadwina-comments h2').first()).toHaveCSS('font-family', '"Comic Neue", fantasy');
  });

  test('in a font for tadwina alone', async ({ page, open, api }) => {
    await open(comments(api), {
      head: '<style>body { font-family: fantasy; --tadwina-font-arabic: cursive; --tadwina-font-plain: monospace }</style>',
    });
    await expect(root(page)).toHaveCSS('font-family', 'monospace');
    await expect(page.locator('tadwina-comments .td-comment__body').first()).toHaveCSS('font-family', 'cursive');
  });

  test('in light and dark, also when that changes', async ({ page, open, api }) => {
    await open(comments(api), { head: '<style>:root { color-scheme: light dark }</style>' });
    await expect(root(page)).toHaveCSS('color', 'rgb(29, 27, 24)');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(root(page)).toHaveCSS('color', 'rgb(231, 228, 221)');
    await page.evaluate(() => (document.documentElement.style.colorScheme = 'light'));
    await expect(root(page)).toHaveCSS('color', 'rgb(29, 27, 24)');
    await page.evaluate(() => document.body.style.setProperty('--tadwina-color-scheme', 'dark'));
    await expect(root(page)).toHaveCSS('color', 'rgb(231, 228, 221)');
  });

  test('in custom properties around it and on it', async ({ page, open, api }) => {
    await open(comments(api), {
      head: '<style>body { --tadwina-accent: rgb(1, 2, 3); --tadwina-ink: rgb(4, 5, 6) } tadwina-comments { --tadwina-ink: rgb(7, 8, 9) }</style>',
    });
    await expect(box(page).send).toHaveCSS('background-color', 'rgb(1, 2, 3)');
    await expect(root(page)).toHaveCSS('color', 'rgb(7, 8, 9)');
  });

  test('in the width it is given, with no background of its own', async ({ page, open, api }) => {
    await open(`<div style="width: 320px">${comments(api)}</div>`);
    await expect(box(page).text).toBeVisible();
    expect((await root(page).boundingBox()).width).toBe(320);
    await expect(root(page)).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
    const wide = await root(page).evaluate((it) => it.scrollWidth);
    expect(wide).toBeLessThanOrEqual(320);
  });

  for (const [what, style] of [
    ['in a row', 'display: flex'],
    ['floating', 'float: inline-start'],
    ['as wide as it is', 'inline-size: max-content'],
  ]) {
    test(`the share button ${what} is as wide as it is, its panel wide enough`, async ({ page, open, api }) => {
      await open(`<div style="${style}"><tadwina-share api="${api}"></tadwina-share></div>`);
      const button = page.locator('.td-share__button');
      await button.click();
      const [{ width }, panel] = [await button.boundingBox(), await page.locator('.td-share__menu').boundingBox()];
      expect((await page.locator('tadwina-share').boundingBox()).width).toBeCloseTo(width, 0);
      expect(width).toBeGreaterThan(90);
      expect(panel.width).toBeGreaterThan(250);
      expect(panel.x).toBeGreaterThanOrEqual(0);
      expect(panel.x + panel.width).toBeLessThanOrEqual(page.viewportSize().width);
    });
  }

  test('an open panel lies above the button of another element', async ({ page, open, api }) => {
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

test.describe('a custom property around it sets', () => {
  const [COLOUR, LENGTH] = ['rgb(1, 2, 3)', '333px'];
  /** By property, without `--tadwina-`: its value, where it shows, as which property; in another article, after what is typed. */
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
    radius: [LENGTH, '.td-comment-box', 'border-top-left-radius'],
    'size-arabic': [LENGTH, '.td-article > .td-prose > :dir(rtl)', 'font-size'],
    'size-latin': [LENGTH, '.td-article > .td-prose > :dir(ltr)', 'font-size'],
  };

  for (const [name, [value, selector, property, { of = article('mixed'), text = '' } = {}]] of Object.entries(
    EFFECTS,
  )) {
    test(`--tadwina-${name}: the ${property} of ${selector}`, async ({ page, open, api }) => {
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

  test('whatever the style sheet asks for, as tried above', () => {
    const asked = readFileSync(new URL('../../style/tokens.css', import.meta.url), 'utf8').matchAll(
      /var\(\s*--tadwina-([\w-]+)/g,
    );
    expect(Object.keys(EFFECTS).sort()).toEqual([...new Set([...asked].map(([, name]) => name))].sort());
  });
});

test.describe('parts can be styled by the page', () => {
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

  test('and win over what tadwina says', async ({ page, open, api }) => {
    await open(`<tadwina-comments api="${api}" post="${bread.id}"></tadwina-comments>`, {
      head: '<style>::part(submit) { background: rgb(1, 2, 3); border-radius: 20px } tadwina-comments::part(comment-box) { padding: 7px }</style>',
    });
    await expect(box(page).send).toHaveCSS('background-color', 'rgb(1, 2, 3)');
    await expect(box(page).send).toHaveCSS('border-radius', '20px');
    await expect(box(page).form).toHaveCSS('padding', '7px');
  });

  test('notice, when a comment was sent', async ({ page, open, api }) => {
    await open(`<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`, {
      head: '<style>::part(notice) { color: rgb(1, 2, 3) }</style>',
    });
    await box(page).fill(unique('مرحبا'));
    await box(page).send.click();
    await expect(box(page).notice).toHaveCSS('color', 'rgb(1, 2, 3)');
  });

  test('error, when something could not be read', async ({ page, open, api }) => {
    await page.route(ASKS.posts, (route) => route.abort());
    await open(`<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`, {
      head: '<style>::part(error) { color: rgb(1, 2, 3) }</style>',
    });
    await expect(page.locator('tadwina-comments [data-error]')).toHaveCSS('color', 'rgb(1, 2, 3)');
  });
});

test.describe('slots', () => {
  for (const kind of ['article', 'comments', 'share', 'blog']) {
    test(`header and footer stand before and after ${kind}, and are no fallback`, async ({ page, open, api }) => {
      await open(
        `<tadwina-${kind} api="${api}" post="${basic.id}"><b slot="header" id="head">فوق</b><b slot="footer" id="foot">تحت</b><i id="fallback">بين</i></tadwina-${kind}>`,
      );
      await hears(page, 'tadwina-ready');
      await settled(page);
      const [head, part, foot] = await Promise.all(
        ['#head', `tadwina-${kind} .tadwina`, '#foot'].map((each) => page.locator(each).boundingBox()),
      );
      expect(head.y + head.height).toBeLessThanOrEqual(part.y + 1);
      expect(part.y + part.height).toBeLessThanOrEqual(foot.y + 1);
      await expect(page.locator('#fallback')).toBeHidden();
    });
  }

  for (const kind of ['article', 'comments']) {
    test(`comment-notice stands above the button of ${kind}, in every look`, async ({ page, open, api }) => {
      await open(
        `<tadwina-${kind} api="${api}" post="${basic.id}"><p slot="comment-notice" id="terms">شروط التعليق</p></tadwina-${kind}>`,
      );
      const fields = box(page, `tadwina-${kind}`);
      const stands = async () => {
        await expect(page.locator('#terms')).toBeVisible();
        const [terms, send, email] = await Promise.all([
          page.locator('#terms').boundingBox(),
          fields.send.boundingBox(),
          fields.email.boundingBox(),
        ]);
        expect(email.y + email.height).toBeLessThanOrEqual(terms.y + 1);
        expect(terms.y + terms.height).toBeLessThanOrEqual(send.y + 1);
      };
      await expect(fields.send).toBeVisible();
      await stands();
      await set(page, `tadwina-${kind}`, { locale: 'en' });
      await expect(fields.send).toHaveText('Post comment');
      await stands();
    });
  }

  test('what is slotted is there while the part is not, too', async ({ page, open, api }) => {
    await page.route(ASKS.wasm, () => {});
    await open(
      `<tadwina-comments api="${api}" post="${basic.id}"><b slot="header" id="head">فوق</b></tadwina-comments>`,
      { goto: { waitUntil: 'domcontentloaded' } },
    );
    await expect(page.locator('#head')).toBeVisible();
  });
});

test.describe('shadow="none"', () => {
  test('it stands in the page’s own tree, without styles', async ({ page, open, api }) => {
    await open(
      `<tadwina-article shadow="none" api="${api}" post="${thread.id}"><p id="fallback">x</p></tadwina-article>`,
      { head: '<style>.td-article__title { color: rgb(1, 2, 3) }</style>' },
    );
    await expect(page.locator('tadwina-article > .tadwina .td-article__title')).toHaveText(thread.title);
    expect(
      await page.evaluate(() => [
        document.querySelector('tadwina-article').shadowRoot,
        document.querySelectorAll('#fallback').length,
        document.adoptedStyleSheets.length,
        document.styleSheets.length,
      ]),
    ).toEqual([null, 0, 0, 1]);
    await expect(page.locator('.td-article__title')).toHaveCSS('color', 'rgb(1, 2, 3)');
    await expect(page.locator('.tadwina')).toHaveCSS('container-type', 'normal');
  });

  test('two of them have ids and labels of their own', async ({ page, open, api }) => {
    const element = (id, { id: post }) =>
      `<tadwina-article id="${id}" shadow="none" api="${api}" post="${post}"></tadwina-article>`;
    await open(`${element('a', thread)}${element('b', bread)}<tadwina-share id="c" shadow="none"></tadwina-share>`);
    await hears(page, 'tadwina-ready', 3);
    await expect(page.locator('#a .td-comment').first()).toBeVisible();
    await expect(page.locator('#b .td-comment').first()).toBeVisible();
    const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const host of ['#a', '#b']) {
      for (const name of ['التعليق', 'الاسم', 'البريد']) {
        const field = page.locator(host).getByLabel(new RegExp(name)).and(page.locator('input, textarea'));
        await expect(field.first()).toBeVisible();
        expect(await field.evaluateAll((fields) => fields.flatMap(({ labels }) => [...labels]).length)).toBeGreaterThan(
          0,
        );
      }
      const loose = await page
        .locator(host)
        .evaluate((it) =>
          [...it.querySelectorAll('[for], [aria-labelledby], [aria-describedby], [aria-controls]')].flatMap((each) =>
            ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls'].flatMap((name) =>
              (each.getAttribute(name) ?? '').split(' ').filter((id) => id && !it.querySelector(`[id="${id}"]`)),
            ),
          ),
        );
      expect(loose).toEqual([]);
    }
    await page.locator('#b .td-share__button').click();
    await expect(page.locator('#b .td-share__menu')).toBeVisible();
    await expect(page.locator('#a .td-share__menu')).toBeHidden();
    await box(page, '#b').send.click();
    await expect(box(page, '#b').form.locator('[aria-invalid="true"]').first()).toBeFocused();
  });

  test('a comment is sent there too', async ({ page, open, api }) => {
    const text = unique('مرحبا');
    await open(`<tadwina-comments shadow="none" api="${api}" post="${basic.id}"></tadwina-comments>`);
    await box(page).fill(text);
    const posted = collect(page, ASKS.anything, 'POST');
    await box(page).send.click();
    await expect(page.locator('.td-comment', { hasText: text })).toBeVisible();
    expect(posted).toHaveLength(1);
    expect((await heard(page, 'tadwina-comment-sent'))[0].detail.status).toBe('approved');
  });
});
