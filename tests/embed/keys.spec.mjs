// Keys that are typed into an element stay in it, whatever shortcuts the page has.

import { article } from '../e2e/support/content.mjs';
import { box, expect, test } from './support.mjs';

const basic = article('basic');
const TEXT = 'see https://a.example/f';

/** A page with a search field that single keys focus, unless they are typed into a field. */
const SHORTCUTS = `<input id="search"><script>
  globalThis.pressed = [];
  document.addEventListener('keydown', (event) => {
    globalThis.pressed.push(event.key);
    if (['s', '/', 'f'].includes(event.key) && !/^(INPUT|TEXTAREA)$/.test(event.target.tagName)) {
      event.preventDefault();
      document.querySelector('#search').focus();
    }
  });
  for (const type of ['keypress', 'keyup']) {
    document.addEventListener(type, ({ key }) => globalThis.pressed.push(key));
  }
</script>`;

const pressed = (page) => page.evaluate(() => globalThis.pressed);

for (const shadow of ['open', 'none']) {
  test(`single keys of the page take no letter of a comment, shadow="${shadow}"`, async ({ page, open, api }) => {
    await open(`${SHORTCUTS}<tadwina-comments api="${api}" post="${basic.id}" shadow="${shadow}"></tadwina-comments>`);
    const { text, name } = box(page);
    for (const field of [text, name]) {
      await field.click();
      await page.keyboard.type(TEXT);
      await expect(field).toHaveValue(TEXT);
      await expect(field).toBeFocused();
    }
    for (const key of ['Backspace', 'ArrowLeft', 'Home', 'Enter']) await page.keyboard.press(key);
    expect(await pressed(page)).toEqual([]);
  });
}

test('the page hears the keys that write nothing, and those of its other parts', async ({ page, open, api }) => {
  await open(`${SHORTCUTS}<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`);
  await box(page).text.click();
  for (const key of ['Escape', 'Control+k', 'F2', 'Tab']) await page.keyboard.press(key);
  const heard = await pressed(page);
  expect(heard).toEqual(expect.arrayContaining(['Escape', 'Control', 'k', 'F2', 'Tab']));
  // A button writes nothing.
  await box(page).send.focus();
  await page.keyboard.press('s');
  await expect(page.locator('#search')).toBeFocused();
});

test('a key that types a letter by AltGr stays in the field', async ({ page, open, api }) => {
  await open(`${SHORTCUTS}<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`);
  await box(page).text.evaluate((field) =>
    field.dispatchEvent(
      new KeyboardEvent('keydown', {
        key: '@',
        ctrlKey: true,
        altKey: true,
        modifierAltGraph: true,
        bubbles: true,
        composed: true,
      }),
    ),
  );
  expect(await pressed(page)).toEqual([]);
});

test('a field that the page has put into a slot is the page’s', async ({ page, open, api }) => {
  await open(
    `${SHORTCUTS}<tadwina-comments api="${api}" post="${basic.id}"><input id="own" slot="comment-notice"></tadwina-comments>`,
  );
  await expect(box(page).text).toBeVisible();
  await page.locator('#own').click();
  await page.keyboard.type('s');
  await expect(page.locator('#own')).toHaveValue('s');
  expect(await pressed(page)).toEqual(['s', 's', 's']);
});
