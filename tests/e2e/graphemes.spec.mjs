// What the comment box counts as one character, for every line of Unicode's test data.

import { readFileSync } from 'node:fs';

import { article } from './support/content.mjs';
import { commentBox, left, visit } from './support/page.mjs';
import { expect, test } from './support/test.mjs';

const basic = article('basic');

const text = (codes) => String.fromCodePoint(...codes.match(/[0-9A-F]+/g).map((code) => Number.parseInt(code, 16)));

/** The lines of Unicode's test data, each with its clusters. Line ends are those of a text field. */
const samples = readFileSync(new URL('../unicode/GraphemeBreakTest.txt', import.meta.url), 'utf8')
  .split('\n')
  .map((line) => line.split('#')[0].trim())
  .filter(Boolean)
  .map((line) => ({
    line,
    clusters: line
      .split('÷')
      .filter((part) => part.trim())
      .map((codes) => text(codes).replace(/\r\n?/g, '\n')),
  }));

/** What is put before and behind each sample: white space at the ends is not counted, and a control character is a
 * cluster of its own beside everything. */
const [BEFORE, BEHIND] = ['x\u0001', '\u0001x'];

/** Puts each sample into the comment box. Returns what remains, and where the excess begins if there is any. */
const typeSamples = (page) =>
  page.evaluate(
    async (texts) => {
      const box = document.querySelector('form.td-comment-box');
      const field = box.querySelector('textarea');
      const excess = box.querySelector('.td-comment-box__excess');
      const found = [];
      for (const text of texts) {
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise((drawn) => setTimeout(drawn));
        if (!excess.hidden) excess.click();
        found.push({
          remaining: Number.parseInt(/\d+/.exec(box.querySelector('.td-character-count').textContent)?.[0], 10),
          excessStart: excess.hidden ? null : field.selectionStart,
        });
      }
      return found;
    },
    samples.map(({ clusters }) => BEFORE + clusters.join('') + BEHIND),
  );

test('the count is right for every line of the Unicode test data', async ({ page }) => {
  await visit(page, basic.path);
  const found = await typeSamples(page);
  expect(samples.length).toBeGreaterThan(700);
  const wrong = samples.filter(({ clusters }, index) => found[index].remaining !== 1000 - 4 - clusters.length);
  expect(wrong.map(({ line }) => line)).toEqual([]);
});

test.describe('with a limit of three', () => {
  test.use({ settings: { 'data-comment-limit': '3' } });

  test('the excess begins after the first grapheme, for every line of the Unicode test data', async ({ page }) => {
    await visit(page, basic.path);
    const found = await typeSamples(page);
    const expected = ({ clusters }) => BEFORE.length + clusters[0].length;
    const wrong = samples.filter((sample, index) => found[index].excessStart !== expected(sample));
    expect(wrong.map(({ line }) => line)).toEqual([]);
  });
});

test.describe('in a browser without Intl.Segmenter', () => {
  test.beforeEach(({ page }) =>
    page.addInitScript(() => Object.defineProperty(Intl, 'Segmenter', { value: undefined })),
  );

  for (const [what, text, graphemes] of [
    ['marks with their base character', 'سَلَامٌ', 4],
    ['a family', '👨‍👩‍👧', 1],
    ['a skin tone', '👍🏽', 1],
    ['flags', '🇲🇦🇩🇿🇹🇳', 3],
    ['a keycap', '1️⃣', 1],
    ['jamo, and syllables made of them', '\u1100\u1161\u11a8\uac04\u1112\u1161\u11ab', 3],
    ['a Devanagari conjunct', 'क्ष', 1],
    ['line ends', 'أ\r\nب', 3],
  ]) {
    test(`${what} count as ${graphemes}`, async ({ page }) => {
      await visit(page, basic.path);
      const box = commentBox(page);
      await box.text.fill(text);
      await expect(box.count).toHaveText(left(1000 - graphemes));
    });
  }

  test('the count is right for every line of the Unicode test data', async ({ page }) => {
    await visit(page, basic.path);
    const found = await typeSamples(page);
    const wrong = samples.filter(({ clusters }, index) => found[index].remaining !== 1000 - 4 - clusters.length);
    expect(wrong.map(({ line }) => line)).toEqual([]);
  });
});
