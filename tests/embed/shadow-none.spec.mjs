// `shadow="none"`: the widget stands in the tree of the page.

import { article } from '../e2e/support/content.mjs';
import { collect, REQUESTS, unique } from '../e2e/support/page.mjs';
import { box, comments, expect, heard, hears, test } from './support.mjs';

const basic = article('basic');
const bread = article('bread');
const thread = article('long-thread');

test.describe('shadow="none"', () => {
  test('the widget is in the tree of the page and has no styles', async ({ page, open, api }) => {
    await open(
      `<tadwina-article shadow="none" api="${api}" post="${thread.id}"><p id="fallback">x</p></tadwina-article>`,
      { head: '<style>.td-article__title { color: rgb(1, 2, 3) }</style>' },
    );
    await expect(page.locator('tadwina-article > .tadwina .td-article__title')).toHaveText(thread.title);
    expect(
      await page.evaluate(() => [
        document.querySelector('tadwina-article').shadowRoot,
        document.querySelectorAll('#fallback').length,
        document.adoptedStyleSheets.length,
        document.styleSheets.length,
      ]),
    ).toEqual([null, 0, 0, 1]);
    await expect(page.locator('.td-article__title')).toHaveCSS('color', 'rgb(1, 2, 3)');
    await expect(page.locator('.tadwina')).toHaveCSS('container-type', 'normal');
  });

  test('two elements have ids and labels of their own', async ({ page, open, api }) => {
    const element = (id, { id: post }) =>
      `<tadwina-article id="${id}" shadow="none" api="${api}" post="${post}"></tadwina-article>`;
    await open(`${element('a', thread)}${element('b', bread)}<tadwina-share id="c" shadow="none"></tadwina-share>`);
    await hears(page, 'tadwina-ready', 3);
    await expect(comments(page, '#a').first()).toBeVisible();
    await expect(comments(page, '#b').first()).toBeVisible();
    const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const host of ['#a', '#b']) {
      for (const name of ['التعليق', 'الاسم', 'البريد']) {
        const field = page.locator(host).getByLabel(new RegExp(name)).and(page.locator('input, textarea'));
        await expect(field.first()).toBeVisible();
        expect(await field.evaluateAll((fields) => fields.flatMap(({ labels }) => [...labels]).length)).toBeGreaterThan(
          0,
        );
      }
      const dangling = await page
        .locator(host)
        .evaluate((it) =>
          [...it.querySelectorAll('[for], [aria-labelledby], [aria-describedby], [aria-controls]')].flatMap((each) =>
            ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls'].flatMap((name) =>
              (each.getAttribute(name) ?? '').split(' ').filter((id) => id && !it.querySelector(`[id="${id}"]`)),
            ),
          ),
        );
      expect(dangling).toEqual([]);
    }
    await page.locator('#b .td-share__button').click();
    await expect(page.locator('#b .td-share__menu')).toBeVisible();
    await expect(page.locator('#a .td-share__menu')).toBeHidden();
    await box(page, '#b').send.click();
    await expect(box(page, '#b').form.locator('[aria-invalid="true"]').first()).toBeFocused();
  });

  test('a reader can send a comment', async ({ page, open, api }) => {
    const text = unique('مرحبا');
    await open(`<tadwina-comments shadow="none" api="${api}" post="${basic.id}"></tadwina-comments>`);
    await box(page).fill(text);
    const posted = collect(page, REQUESTS.api, 'POST');
    await box(page).send.click();
    await expect(page.locator('.td-comment', { hasText: text })).toBeVisible();
    expect(posted).toHaveLength(1);
    expect((await heard(page, 'tadwina-comment-sent'))[0].detail.status).toBe('approved');
  });
});
