// Functions of the plugin without WordPress, for other languages, themes and plugins than those of the test site.

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { expect, test } from '@playwright/test';

const INCLUDES = fileURLToPath(new URL('../../integrations/wordpress/tadwina/includes/', import.meta.url));

/** The value of an expression in a file of the plugin; `wordpress` defines the functions that the file needs. */
function php(file, wordpress, expression) {
  const code = `
    namespace Tadwina;
    define( 'ABSPATH', '/wordpress/' );
    define( 'WPINC', 'wp-includes' );
    function add_action() {}
    function add_filter() {}
    ${wordpress}
    require $argv[1];
    echo json_encode( ${expression} );`;
  return JSON.parse(execFileSync('php', ['-r', code, '--', INCLUDES + file], { encoding: 'utf8' }));
}

test.describe('the language of an element', () => {
  const locale = (site) => php('elements.php', `function get_locale() { return '${site}'; }`, 'locale()');

  test('is the language of the site; the elements find the nearest that they have', () => {
    expect(['ar', 'ary', 'fr_FR', 'en_US', 'de_DE_formal', 'fa_IR'].map(locale)).toEqual([
      'ar',
      'ary',
      'fr-FR',
      'en-US',
      'de-DE-formal',
      'fa-IR',
    ]);
  });
});

test('tadwina prints no tags for search engines where Jetpack does', () => {
  const prints = (hooked) =>
    php(
      'head.php',
      `function has_action( $hook, $function ) { return 'wp_head jetpack_og_tags' === "$hook $function" ? ${hooked} : false; }`,
      'prints_head_tags()',
    );
  expect([prints('10'), prints('false')]).toEqual([true, false]);
});

test('the template of the comments is searched in the theme, in its parent and in WordPress', ({}, info) => {
  const path = (name) => info.outputPath(name);
  for (const [theme, name] of [
    ['child', 'own.php'],
    ['parent', 'short.php'],
    ['parent', 'comments.php'],
  ]) {
    mkdirSync(path(theme), { recursive: true });
    writeFileSync(path(`${theme}/${name}`), '');
  }
  const themes = ['stylesheet', 'template']
    .map((kind, index) => `function get_${kind}_directory() { return '${path(['child', 'parent'][index])}'; }`)
    .join(' ');
  const found = (wanted) => php('comments-area.php', themes, `theme_comments_template( '${wanted}' )`);
  expect(found(path('child/own.php'))).toBe(path('child/own.php'));
  expect(found(path('child/short.php'))).toBe(path('parent/short.php'));
  expect(found('/elsewhere/missing.php')).toBe(path('parent/comments.php'));
  expect(found(path('child/missing.php'))).toBe('/wordpress/wp-includes/theme-compat/comments.php');
});
