// `shadow="none"` with starter.css looks as in a shadow root: in a page without styles, with Bootstrap, with Tailwind's reset.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { article } from '../e2e/support/content.mjs';
import { expectAccessible } from '../support/axe.mjs';
import { box, expect, hears, settled, test } from './support.mjs';

const bread = article('bread');

const published = (path) => readFileSync(createRequire(import.meta.url).resolve(path), 'utf8');
const tailwind = published('tailwindcss/preflight.css').replace(/--theme\(\s*[\w-]+,([^()]*)\)/g, '$1');

const PAGES = {
  'no styles': '',
  Bootstrap: published('bootstrap/dist/css/bootstrap.css'),
  'Bootstrap, dark': `${published('bootstrap/dist/css/bootstrap.css')} body { background: #212529; color: #dee2e6 }`,
  'the reset of Tailwind': `@layer base { ${tailwind} }`,
};

/** What readers see of an element's parts: sizes, distances, colours. */
const LOOKS = ['font-size', 'font-weight', 'line-height', 'padding', 'margin-top', 'margin-bottom', 'color'].concat([
  'background-color',
  'border-top-width',
  'border-radius',
  'text-align',
  'display',
  'list-style-type',
]);
const SELECTORS = ['.td-article__title', '.td-byline', '.td-share__button', '.td-prose', '.td-prose > p'].concat(
  ['.td-discussion__title', '.td-comment-list', '.td-comment', '.td-comment__link', '.td-comment-box'],
  ['.td-field__label', '.td-field__input', '.td-comment-box__text', '.td-button--primary', '.td-character-count'],
);

const looks = (page) =>
  page.locator('tadwina-article').evaluate(
    (host, [selectors, names]) =>
      selectors.map((selector) => {
        const style = getComputedStyle((host.shadowRoot ?? host).querySelector(selector));
        return [selector, ...names.map((name) => `${name}: ${style.getPropertyValue(name)}`)].join('\n  ');
      }),
    [SELECTORS, LOOKS],
  );

for (const [what, css] of Object.entries(PAGES)) {
  test(`the starter sheet looks right in a page with ${what}`, async ({ page, open, api }) => {
    const show = async (shadow) => {
      await open(
        `<main style="inline-size: 700px; max-inline-size: 100%"><tadwina-article shadow="${shadow}" api="${api}" post="${bread.id}"></tadwina-article></main>`,
        {
          head: `<style>:root { --tadwina-unit: 16px } ${css}</style><link rel="stylesheet" href="/tadwina/starter.css">`,
        },
      );
      await hears(page, 'tadwina-ready');
      await expect(box(page, 'tadwina-article').text).toBeVisible();
      await expect(page.locator('.td-comment').first()).toBeVisible();
      await settled(page);
      return looks(page);
    };
    const inShadow = await show('open');
    expect(await show('none')).toEqual(inShadow);
    await page.locator('.td-share__button').click();
    await expect(page.locator('.td-share__menu')).toBeVisible();
    await expectAccessible(page, [360, 1280]);
  });
}
