// The translations of the plugin into Arabic and French are complete.

import { readdirSync, readFileSync } from 'node:fs';

import { expect, test } from '@playwright/test';

import { entries } from '../../scripts/translations.mjs';

const PLUGIN = new URL('../../integrations/wordpress/tadwina/', import.meta.url);
const read = (path) => readFileSync(new URL(path, PLUGIN), 'utf8');

const texts = new Set();
for (const path of [
  ...readdirSync(new URL('includes', PLUGIN)).map((name) => `includes/${name}`),
  'blocks/editor.js',
]) {
  for (const [, , text] of read(path).matchAll(/\b(__|esc_html__)\(\s?'([^']+)', 'tadwina'\s?\)/g)) texts.add(text);
}
for (const name of ['article', 'comments', 'share', 'blog']) {
  const { title, description } = JSON.parse(read(`blocks/${name}/block.json`));
  texts.add(`block title\u0004${title}`).add(`block description\u0004${description}`);
}

for (const locale of ['ar', 'fr_FR']) {
  test(`${locale} has a translation of every text, with its placeholders`, () => {
    const translated = entries(read(`languages/tadwina-${locale}.po`));
    expect(translated.map(([text]) => text).sort()).toEqual([...texts].sort());
    for (const [text, translation] of translated) {
      expect(translation, text).not.toBe('');
      expect(translation.match(/%\d?\$?s/g)?.sort(), text).toEqual(text.match(/%\d?\$?s/g)?.sort());
    }
  });
}
