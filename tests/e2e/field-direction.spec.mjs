// The direction of what somebody writes is that of its first letter, and of the page while there is none.

import { article } from './support/content.mjs';
import { commentBox, discussed, visit } from './support/page.mjs';
import { expect, test } from './support/test.mjs';

const bread = article('bread');

const looks = (field) =>
  field.evaluate((element) => {
    const { direction, fontFamily, fontSize, lineHeight } = getComputedStyle(element);
    return { direction, fontFamily, fontSize, lineHeight };
  });

for (const [locale, own, other, dir] of [
  ['ar', 'خبز', 'bread', 'rtl'],
  ['en', 'bread', 'خبز', 'ltr'],
]) {
  test.describe(`in ${locale}:`, () => {
    test.use({ settings: { 'data-locale': locale, lang: locale, dir } });

    test('an empty field looks as it will with the first letter of the language of the page', async ({ page }) => {
      await visit(page, bread.path);
      await discussed(page);
      const { text, name } = commentBox(page);
      for (const field of [text, name]) {
        const empty = await looks(field);
        expect(empty.direction).toBe(dir);
        await field.fill(own);
        expect(await looks(field)).toEqual(empty);
        await field.fill(other);
        expect((await looks(field)).direction).not.toBe(dir);
        await field.fill('');
        expect(await looks(field)).toEqual(empty);
      }
    });
  });
}
