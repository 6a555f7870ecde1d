// Every page is valid HTML, whatever WordPress has in its articles.

import { HtmlValidate, StaticConfigLoader } from 'html-validate';

import { article } from '../e2e/support/content.mjs';
import { brokenServers, MISSING, PAGES } from './pages.mjs';
import { expect, test } from './support.mjs';

/** Rules that do not hold here, each with its reason; all others are on. */
const OFF = {
  // How text is written, not what it means. Leptos and ammonia write the pages.
  'attr-quotes': 'off',
  'no-trailing-whitespace': 'off',
  'no-raw-characters': 'off',
  'tel-non-breaking': 'off',
  'attribute-boolean-style': 'off',
  // Titles are the authors'.
  'long-title': 'off',
  // An author may begin with any heading, as WordPress's editor allows.
  'heading-level': 'off',
  // A live region for what a reader did is `role="status"`: `<output>` belongs to a form.
  'prefer-native-element': 'off',
};

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
    rules: { 'doctype-style': ['error', { style: 'lowercase' }], 'valid-id': ['error', { relaxed: true }], ...OFF },
  }),
);

/** What does not hold for what is left of hostile markup: links and pictures without addresses, elements in elements. */
const OFF_IN_HOSTILE = {
  'attribute-misuse': 'off',
  'element-required-attributes': 'off',
  'element-permitted-content': 'off',
};

/** What is wrong with a page, one line each. `off` are rules that do not hold for it. */
async function problems(html, off = {}) {
  const { results } = await validator.validateString(html, { rules: off });
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => {
      const around = html.split('\n')[line - 1].slice(Math.max(0, column - 60), column + 100);
      return `${ruleId}: ${message}\n  …${around}…`;
    }),
  );
}

async function expectValid(request, addresses) {
  const found = {};
  for (const address of addresses) {
    const response = await request.get(address);
    const off = address === article('hostile').path ? OFF_IN_HOSTILE : {};
    const wrong = await problems(await response.text(), off);
    if (wrong.length > 0) found[decodeURI(address)] = wrong;
  }
  expect(found).toEqual({});
}

for (const locale of ['ar', 'fr', 'en']) {
  test.describe(`in ${locale}:`, () => {
    test.use({ locale });

    test('every page of the blog is valid', async ({ request }) => {
      await expectValid(request, PAGES);
    });

    test('what only one reader gets is valid', async ({ request }) => {
      const { path, comments } = article('bread');
      const [{ id }] = comments;
      await expectValid(request, [
        `${path}?replytocom=${id}`,
        `${path}?unapproved=7&moderation-hash=0f`,
        article('closed').path,
        MISSING,
      ]);
    });

    test('pages that say what is wrong are valid', async ({ request }) => {
      const broken = await brokenServers(['--locale', locale]);
      for (const status of [502, 503]) {
        const response = await request.get(broken[status]);
        expect(response.status()).toBe(status);
        // It tries again by itself. Nothing is lost by that: there are two sentences and a link.
        expect(await problems(await response.text(), { 'meta-refresh': 'off' })).toEqual([]);
      }
      await broken.stop();
    });
  });
}

test('the check finds what is not valid', async () => {
  for (const html of ['<p><div></div></p>', '<a href="/"><a href="/">a</a></a>', '<p id="a"></p><p id="a"></p>']) {
    const page = `<!doctype html>\n<html lang="ar"><head><title>ا</title></head><body>${html}</body></html>`;
    expect(await problems(page), html).not.toEqual([]);
  }
});
