// Style rules of the page do not reach the widgets.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { article } from '../e2e/support/content.mjs';
import { differences } from './isolation.support.mjs';
import { expect, settled, test } from './support.mjs';

const bread = article('bread');
const gallery = article('gallery');

/** A style sheet of an npm package. */
const published = (path) => readFileSync(createRequire(import.meta.url).resolve(path), 'utf8');

/** Rules that change whatever they reach. */
const RULES = {
  '“all: unset”': '* { all: unset !important }',
  'conspicuous rules':
    // Of these only the root font size would reach a widget, and --tadwina-unit overrides it.
    ':root { --tadwina-unit: 16px } * { font-size: 40px !important; color: red !important; letter-spacing: 1em !important; direction: ltr !important; display: inline !important }',
  'rules for the host element': `
    tadwina-article, tadwina-comments, tadwina-share, tadwina-blog, :host, div {
      font-style: italic; font-weight: 700; font-size: 40px; line-height: 3; color: red; letter-spacing: 1em; word-spacing: 2em; text-transform: uppercase; text-indent: 5em;
      text-align: right; white-space: pre; visibility: visible; cursor: wait; list-style: square; quotes: "x" "y"; text-shadow: 1px 1px red;
      word-break: break-all; line-break: anywhere; hyphens: none; border-collapse: collapse; -webkit-text-stroke: 1px red;
    }`,
  Bootstrap: published('bootstrap/dist/css/bootstrap.css'),
  // Tailwind's build replaces `--theme(name, fallback)`. Here the fallback takes its place.
  'the reset of Tailwind': published('tailwindcss/preflight.css').replace(/--theme\(\s*[\w-]+,([^()]*)\)/g, '$1'),
};

/** Properties that the widgets inherit from the page, and properties that depend on the position. */
const OF_THE_PAGE = ['font-family', 'color-scheme', '-webkit-locale', 'perspective-origin', 'transform-origin'];

/** The computed styles of everything in the shadow tree of an element. */
const styles = (page, host) =>
  page.locator(host).evaluate((element, ignored) => {
    const all = [...element.shadowRoot.querySelectorAll('*')].filter((each) => each.localName !== 'slot');
    const rendered = (each) => [
      null,
      ...['::before', '::after'].filter(
        (pseudo) => !['none', 'normal'].includes(getComputedStyle(each, pseudo).content),
      ),
      ...(each.matches('input, textarea') ? ['::placeholder'] : []),
      ...(each.matches('li') ? ['::marker'] : []),
    ];
    return all.flatMap((each, index) =>
      rendered(each).flatMap((pseudo) => {
        const style = getComputedStyle(each, pseudo);
        return [...style]
          .filter((name) => !ignored.includes(name) && !name.startsWith('--'))
          .map(
            (name) => `${index} ${each.localName}.${each.getAttribute('class')}${pseudo ?? ''} ${name}: ${style[name]}`,
          );
      }),
    );
  }, OF_THE_PAGE);

/** The colours, which an element takes from the text and the background around it where the page sets none. */
const COLOURS = ['paper', 'shade', 'ink', 'faint', 'line', 'edge', 'accent', 'on-accent', 'danger']
  .map((name, index) => `--tadwina-${name}: rgb(${index} ${index} ${index}) !important`)
  .join(';');

/** An element in a frame of a fixed width, so that margins of the page do not change its size. */
const framed = (element, rules = '') => [
  `<div id="frame">${element}</div>`,
  {
    head: `<style>${rules}</style><style>#frame { all: initial !important; display: block !important; position: absolute !important; inset: 0 auto auto 0 !important; width: 700px !important; direction: rtl !important; ${COLOURS} }</style>`,
  },
];

for (const [what, rules] of Object.entries(RULES)) {
  for (const [kind, attributes, shown] of [
    ['article', `post="${gallery.id}"`, '.td-comment'],
    ['comments', `post="${bread.id}"`, '.td-comment'],
    ['share', '', '.td-share__button'],
    ['blog', '', '.td-teaser'],
  ]) {
    test(`${kind} keeps its styles in a page with ${what}`, async ({ page, open, api }) => {
      const element = `<tadwina-${kind} api="${api}" ${attributes} loading="eager"></tadwina-${kind}>`;
      const stylesIn = async ([body, options]) => {
        await open(body, options);
        await expect(page.locator(`tadwina-${kind} ${shown}`).first()).toBeVisible();
        if (kind === 'share') await page.locator('.td-share__button').click();
        await page.mouse.move(1200, 790);
        await settled(page);
        return styles(page, `tadwina-${kind}`);
      };
      const withoutRules = await stylesIn(framed(element));
      const withRules = await stylesIn(framed(element, rules));
      expect(withoutRules.length).toBeGreaterThan(1000);
      expect(differences(withoutRules, withRules)).toEqual([]);
    });
  }
}
