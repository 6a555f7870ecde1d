// The plugin asks WordPress what the client will ask: its constants are those of src/api.

import { readFileSync } from 'node:fs';

import { expect, test } from '@playwright/test';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const php = read('integrations/wordpress/tadwina/includes/class-answers.php');
const mapping = read('src/api/mapping.rs');
const client = read('src/api/client.rs');

/** A constant of class Answers, with what it is put together from. */
function plugin(name) {
  const [, expression] = php.match(new RegExp(`const ${name} += (.*);`));
  return expression.split(' . ').map((part) => (part.startsWith("'") ? part.slice(1, -1) : plugin(part.replace('self::', '')))).join('');
}

/** A string constant of Rust; a backslash at the end of a line joins it with the next. */
function rust(name) {
  const [, text] = mapping.match(new RegExp(`const ${name}: &str =\\s*"((?:[^"\\\\]|\\\\\\s)*)"`));
  return text.replace(/\\\s+/g, '');
}

for (const name of ['ARTICLE_FIELDS', 'HEADING_FIELDS', 'SUMMARY_FIELDS', 'CATEGORY_FIELDS', 'COMMENT_FIELDS']) {
  test(`${name} are those of the client`, () => {
    expect(plugin(name)).toBe(rust(name));
  });
}

/** Each: a constant of the plugin, and the texts from which the client puts the same together, in order. */
const QUESTIONS = {
  ARTICLE: ['"_embed=author,wp:term,wp:featuredmedia&_fields="', rust('ARTICLE_FIELDS'), '"&"'],
  HEADING: ['"_fields="', rust('HEADING_FIELDS'), '"&"'],
  INDEX: ['"_fields=name,description"'],
  CATEGORIES: ['"per_page=100&_fields="', rust('CATEGORY_FIELDS'), '"&page="'],
  COMMENTS: ['"&_fields="', rust('COMMENT_FIELDS'), '"&page="', '1'],
  COMMENTS_OF: ['&', '"per_page=100&_fields=id,post"'],
  COMMENTS_COUNT: ['&', '"per_page=1&_fields=id"'],
  LIST_START: ['"per_page="', '10', '"&_fields="', rust('SUMMARY_FIELDS')],
};

test('lists of the site are as long as the client’s', () => {
  const [, number] = read('integrations/wordpress/tadwina/includes/front-end.php').match(/const PER_PAGE = (\d+);/);
  expect(plugin('LIST_START')).toMatch(new RegExp(`^per_page=${number}&`));
});

for (const [name, parts] of Object.entries(QUESTIONS)) {
  test(`${name} is a question of the client`, () => {
    for (const part of parts.filter((each) => each.startsWith('"'))) expect(client.includes(part), `${part} in src/api/client.rs`).toBe(true);
    expect(plugin(name)).toBe(parts.map((part) => part.replaceAll('"', '')).join(''));
  });
}
