// The attribute `locale`, and the language of the page where it is missing.

import { article } from '../e2e/support/content.mjs';
import { box, expect, set, test } from './support.mjs';

const basic = article('basic');

test.describe('locale', () => {
  const send = { ar: 'نشر التعليق', fr: 'Publier le commentaire', en: 'Post comment' };
  const expectLanguage = async (page, lang, id = 'tadwina-comments') => {
    const root = page.locator(`${id} .tadwina`);
    await expect(root).toHaveAttribute('lang', new RegExp(`^${lang}(?:-|$)`));
    await expect(root).toHaveAttribute('dir', lang === 'ar' ? 'rtl' : 'ltr');
    await expect(box(page, id).send).toHaveText(send[lang]);
  };

  for (const [what, attribute, lang, of = 'ar'] of [
    ['a language', 'locale="fr"', 'fr'],
    ['a language with space around it', 'locale=" fr "', 'fr'],
    ['a language with a country', 'locale="en-GB"', 'en'],
    ['a blank value', 'locale=" "', 'ar'],
    ['a blank value in an English page', 'locale=" "', 'en', 'en'],
    ['no attribute in a French page', '', 'fr', 'fr-CA'],
    ['a country without a row of its own', 'locale="ar-XX"', 'ar'],
    ['a language without messages', 'locale="de"', 'en'],
    ['no attribute in a German page', '', 'en', 'de'],
    ['no attribute in a Chinese page', '', 'en', 'zh-Hant'],
    ['no attribute in a Persian page', '', 'en', 'fa'],
    ['no attribute in a page whose lang is no tag', '', 'en', 'Deutsch (Österreich)'],
    ['no attribute in a page without a language', '', 'ar', ''],
  ]) {
    test(`${what} is ${lang}`, async ({ page, open, api }) => {
      await open(`<tadwina-comments api="${api}" post="${basic.id}" ${attribute}></tadwina-comments>`, { lang: of });
      await expectLanguage(page, lang);
    });
  }

  test('without the attribute the nearest lang counts, also across a shadow root', async ({ page, open, api }) => {
    const element = (id) => `<tadwina-comments id="${id}" api="${api}" post="${basic.id}"></tadwina-comments>`;
    await open(`
      <section lang="en"><div>${element('within')}</div></section>
      <section lang="fr"><div id="outer"></div></section>
      <script>outer.attachShadow({ mode: 'open' }).innerHTML = '<p>${element('shadowed')}'</script>
      <tadwina-comments id="own" lang="en" api="${api}" post="${basic.id}"></tadwina-comments>`);
    await expectLanguage(page, 'en', '#within');
    await expectLanguage(page, 'fr', '#shadowed');
    await expectLanguage(page, 'en', '#own');
  });

  test('a change of the nearest lang changes the language, also across a shadow root', async ({ page, open, api }) => {
    const element = (id) => `<tadwina-comments id="${id}" api="${api}" post="${basic.id}"></tadwina-comments>`;
    await open(`
      <section id="near" lang="ar"><div>${element('within')}</div></section>
      <section id="far"><div id="outer"></div></section>
      <script>outer.attachShadow({ mode: 'open' }).innerHTML = '<p>${element('shadowed')}'</script>
      ${element('own')}`);
    for (const id of ['#within', '#shadowed', '#own']) await expectLanguage(page, 'ar', id);
    await set(page, '#near', { lang: 'fr' });
    await expectLanguage(page, 'fr', '#within');
    await set(page, '#far', { lang: 'en' });
    await expectLanguage(page, 'en', '#shadowed');
    await set(page, '#own', { lang: 'en' });
    await expectLanguage(page, 'en', '#own');
    // A nearer lang takes precedence.
    await page.evaluate(() => (document.documentElement.lang = 'fr'));
    await set(page, '#own', { lang: null });
    await expectLanguage(page, 'fr', '#own');
    await expectLanguage(page, 'en', '#shadowed');
  });

  test('with a blank value a change of the page’s language changes the language', async ({ page, open, api }) => {
    await open(`<tadwina-comments locale=" " api="${api}" post="${basic.id}"></tadwina-comments>`);
    await expectLanguage(page, 'ar');
    await page.evaluate(() => (document.documentElement.lang = 'en'));
    await expectLanguage(page, 'en');
  });

  test('a change of the page’s language does not change an element with the attribute', async ({ page, open, api }) => {
    await open(`
      <tadwina-comments id="follows" api="${api}" post="${basic.id}"></tadwina-comments>
      <tadwina-comments id="own" locale="fr" api="${api}" post="${basic.id}"></tadwina-comments>`);
    await expectLanguage(page, 'ar', '#follows');
    await box(page, '#follows').text.fill('نصّ');
    await page.evaluate(() => (document.documentElement.lang = 'en'));
    await expectLanguage(page, 'en', '#follows');
    await expectLanguage(page, 'fr', '#own');
    await expect(box(page, '#follows').text).toHaveValue('نصّ');
  });
});
