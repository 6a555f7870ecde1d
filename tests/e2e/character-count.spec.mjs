// The character count of the comment box: how many graphemes remain.

import { readFileSync } from 'node:fs';

import { article } from './support/content.mjs';
import { collect, commentBox, left, plain, REQUESTS, visit } from './support/page.mjs';
import { expect, test } from './support/test.mjs';

const basic = article('basic');

test('the count is a sentence that starts at the limit', async ({ page }) => {
  await visit(page, basic.path);
  const box = commentBox(page);
  await expect(box.count).toHaveText(left(1000));
  await expect(box.count).toHaveAttribute('aria-hidden', 'true');
});

test('typing and deleting change the count', async ({ page }) => {
  await visit(page, basic.path);
  const box = commentBox(page);
  await box.text.pressSequentially('سلام');
  await expect(box.count).toHaveText(left(996));
  await page.keyboard.press('Backspace');
  await expect(box.count).toHaveText(left(997));
});

test('pasting changes the count', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit(page, basic.path);
  const box = commentBox(page);
  await page.evaluate(() => navigator.clipboard.writeText('ب'.repeat(250)));
  await box.text.focus();
  await page.keyboard.press('Control+V');
  await expect(box.count).toHaveText(left(750));
});

test('text of an input method or dictation changes the count', async ({ page }) => {
  await visit(page, basic.path);
  const box = commentBox(page);
  await box.text.focus();
  await page.keyboard.insertText('كلام أُملي');
  await expect(box.count).toHaveText(left(991));
});

test('a value that a script sets without an event changes the count', async ({ page }) => {
  await visit(page, basic.path);
  const box = commentBox(page);
  await box.text.evaluate((field) => {
    field.value = 'خمسة';
  });
  await expect(box.count).toHaveText(left(996));
});

test('the count is right on a page that the browser restores', async ({ page }) => {
  await visit(page, basic.path);
  const box = commentBox(page);
  await box.text.fill('قبل أن أذهب');
  await expect(box.count).toHaveText(left(989));
  await page.goto('about:blank');
  await page.goBack();
  await expect(box.text).toHaveValue('قبل أن أذهب');
  await expect(box.count).toHaveText(left(989));
});

for (const [what, text, graphemes] of [
  ['a vocalised word', 'مُحَمَّدٌ', 4],
  ['a family emoji', '👨‍👩‍👧‍👦', 1],
  ['a flag', '🇲🇦', 1],
  ['a thumb with a skin tone', '👍🏽', 1],
  ['a letter with a combining accent', 'e\u0301', 1],
  ['a line end of two characters', 'أ\r\nب', 3],
  ['tatweel', 'سـلام', 5],
]) {
  test(`${what} counts as ${graphemes}`, async ({ page }) => {
    await visit(page, basic.path);
    const box = commentBox(page);
    await box.text.fill(text);
    await expect(box.count).toHaveText(left(1000 - graphemes));
  });
}

test('a comment over the limit keeps its text, shows its excess and is not sent', async ({ page }) => {
  await visit(page, basic.path);
  const box = commentBox(page);
  const text = 'ب'.repeat(1003);
  await box.fill(text);
  await expect(box.text).toHaveValue(text);
  await expect(box.text).not.toHaveAttribute('maxlength');
  await expect(box.count).toHaveAttribute('data-state', 'over');
  expect(plain(await box.count.innerText())).toBe('3 أحرف زائدة');
  await expect(box.send).toHaveAttribute('aria-disabled', 'true');

  const sent = collect(page, /wp\/v2\/comments|wp-comments-post/, 'POST');
  await box.send.click({ force: true });
  await expect(box.error('body')).toBeVisible();
  await expect(box.text).toBeFocused();
  await expect(box.text).toHaveValue(text);
  expect(sent).toHaveLength(0);
});

test('a comment at the limit can be sent', async ({ page }) => {
  await visit(page, basic.path);
  const box = commentBox(page);
  await box.text.fill('ب'.repeat(1000));
  await expect(box.count).toHaveText(left(0));
  await expect(box.send).not.toHaveAttribute('aria-disabled', 'true');
});

test('a button selects exactly the graphemes over the limit', async ({ page }) => {
  await visit(page, basic.path);
  const box = commentBox(page);
  await box.text.fill(`${'👨‍👩‍👧'.repeat(1000)}زائد`);
  await box.form.locator('.td-field .td-link-button').click();
  const selected = await box.text.evaluate((it) => it.value.slice(it.selectionStart, it.selectionEnd));
  expect(selected).toBe('زائد');
  await page.keyboard.press('Delete');
  await expect(box.count).toHaveText(left(0));
});

test('the layout does not shift when the text passes the limit', async ({ page }) => {
  await visit(page, basic.path);
  const box = commentBox(page);
  const excess = box.form.locator('.td-comment-box__excess');
  const below = () => box.name.evaluate((it) => it.getBoundingClientRect().y + scrollY);
  await box.text.fill('ب'.repeat(1000));
  await expect(excess).toBeHidden();
  const before = await below();
  await box.text.press('End');
  await box.text.pressSequentially('ب');
  await expect(excess).toBeVisible();
  expect(await below()).toBe(before);
});

test.describe('graphemes', () => {
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
});

test('screen readers hear the count after a pause, and only near and over the limit', async ({ page }) => {
  await visit(page, basic.path);
  const box = commentBox(page);
  await box.spoken.evaluate((region) => {
    globalThis.announcements = [];
    let typed = 0;
    addEventListener('input', () => {
      typed = performance.now();
    });
    new MutationObserver(() => {
      globalThis.announcements.push({ text: region.textContent, pause: performance.now() - typed });
    }).observe(region, { childList: true, characterData: true, subtree: true });
  });

  // From far to near the limit, character by character. The typing takes longer than the pause.
  await box.text.fill('ب'.repeat(890));
  await box.text.press('End');
  await box.text.pressSequentially('ب'.repeat(15), { delay: 120 });
  await expect(box.count).toHaveText(left(95));
  await expect(box.spoken).toHaveText(/95/);
  const announcements = await page.evaluate(() => globalThis.announcements.filter(({ text }) => text !== ''));
  expect(announcements.map(({ text }) => text)).toEqual([await box.spoken.innerText()]);
  expect(announcements[0].pause).toBeGreaterThan(900);

  await box.text.fill('ب'.repeat(1003));
  await expect(box.spoken).toHaveText(/3 أحرف/);
});

test('screen readers hear that a text is no longer too long, however much was removed', async ({ page }) => {
  await visit(page, basic.path);
  const box = commentBox(page);
  await box.text.fill('ب'.repeat(1003));
  await expect(box.spoken).toHaveText('3 أحرف زائدة');
  await box.text.fill('ب'.repeat(10));
  await expect(box.spoken).toHaveText(left(990));
  // From there on it is silent again.
  await box.text.press('x');
  await expect(box.spoken).toBeEmpty();
});

test('the text has its limit as its description, before anything is typed and with an error', async ({ page }) => {
  await visit(page, basic.path);
  const box = commentBox(page);
  await expect(box.text).toHaveAccessibleDescription('1000 حرف على الأكثر');
  await box.send.click();
  await expect(box.text).toHaveAccessibleDescription('يُرجى كتابة نص التعليق. 1000 حرف على الأكثر');
});

test.describe('with data-comment-limit', () => {
  test.use({ settings: { 'data-comment-limit': '20' } });

  test('the count uses that limit', async ({ page }) => {
    await visit(page, basic.path);
    const box = commentBox(page);
    await expect(box.count).toHaveText(left(20));
    await box.text.fill('ب'.repeat(21));
    await expect(box.count).toHaveAttribute('data-state', 'over');
    expect(plain(await box.count.innerText())).toBe('حرف واحد زائد');
  });
});

test.describe('with Arabic digits', () => {
  test.use({ settings: { 'data-digits': 'arab' } });

  test('the count is written in Arabic digits', async ({ page }) => {
    await visit(page, basic.path);
    await expect(commentBox(page).count).toHaveText(left(1000, 'arab'));
  });
});

test('typing sends no request', async ({ page }) => {
  await visit(page, basic.path);
  await expect(page.locator('.td-discussion__empty')).toBeVisible();
  const requests = collect(page, REQUESTS.api);
  await commentBox(page).text.pressSequentially('كلمة بعد كلمة');
  await expect(commentBox(page).count).toHaveText(left(987));
  expect(requests).toHaveLength(0);
});
