// Another document of the same origin: a frame, into which a script mounts a widget or moves an element.

import { article } from '../e2e/support/content.mjs';
import { box, comments, expect, heardTypes, hears, settled, test, title } from './support.mjs';

const basic = article('basic');
const thread = article('long-thread');
const gallery = article('gallery');

const FRAME = '<iframe title="frame" id="frame" src="/frame/" style="width: 800px; height: 600px"></iframe>';
const TALL = '<div style="height: 2000px"></div>';

test.beforeEach(async ({ site }) => {
  site.put('/frame/', {
    html: `<!doctype html><html lang="ar" dir="rtl"><title>إطار</title><body><div id="here"></div>${TALL}`,
  });
});

const INDEX = `<script type="module">
  import * as tadwina from '/tadwina/index.js';
  Object.defineProperty(globalThis, 'tadwinaForTest', { value: tadwina });
</script>`;

/** Mounts a widget in the frame. */
const mountInFrame = (page, kind, options) =>
  page.evaluate(
    async ([what, set]) => {
      const { contentDocument } = document.querySelector('#frame');
      const here = contentDocument.querySelector('#here');
      globalThis.mounted = await globalThis.tadwinaForTest.mount(here, what, set);
    },
    [kind, options],
  );

for (const shadow of ['open', 'none']) {
  test(`mount shows a widget in a frame, shadow="${shadow}", with its styles`, async ({ page, open, api }) => {
    await open(FRAME, { script: INDEX });
    await page.waitForFunction(() => globalThis.tadwinaForTest);
    await mountInFrame(page, 'article', { api, post: gallery.id, shadow });
    const frame = page.frameLocator('#frame');
    await expect(title(frame, '#here')).toHaveText(gallery.title);
    const sheets = await frame
      .locator('#here')
      .evaluate((here) => here.shadowRoot?.adoptedStyleSheets.map(({ cssRules }) => cssRules.length > 0));
    expect(sheets).toEqual(shadow === 'open' ? [true] : undefined);
    // Links within the text lead to a place in the frame.
    await frame.locator('#here [href$="text-note-1"]').click();
    await expect(frame.locator('#here [id$="text-note-1"]')).toBeInViewport();
    await page.evaluate(() => globalThis.mounted.unmount());
    await expect(frame.locator('.tadwina')).toHaveCount(0);
  });
}

test('the share menu in a frame closes when something else in the frame is pressed', async ({ page, open, api }) => {
  await open(FRAME, { script: INDEX });
  await page.waitForFunction(() => globalThis.tadwinaForTest);
  await mountInFrame(page, 'share', { api });
  const frame = page.frameLocator('#frame');
  await frame.locator('.td-share__button').click();
  await expect(frame.locator('.td-share__menu')).toBeVisible();
  await expect(frame.locator('.td-share__address')).toContainText('/frame/');
  await frame.locator('body').click({ position: { x: 5, y: 500 } });
  await expect(frame.locator('.td-share__menu')).toBeHidden();
});

for (const shadow of ['open', 'none']) {
  test(`an element that is moved into a frame, shadow="${shadow}", keeps its text and has its styles`, async ({
    page,
    open,
    api,
  }) => {
    const wrong = [];
    page.on('pageerror', (error) => wrong.push(String(error)));
    await open(`${FRAME}<tadwina-comments api="${api}" post="${thread.id}" shadow="${shadow}"></tadwina-comments>`);
    await expect(comments(page).first()).toBeVisible();
    await box(page).text.fill('لا يضيع');
    await settled(page);
    await page.evaluate(() => {
      const { contentDocument } = document.querySelector('#frame');
      const element = contentDocument.adoptNode(document.querySelector('tadwina-comments'));
      contentDocument.querySelector('#here').append(element);
    });
    const frame = page.frameLocator('#frame');
    await expect(comments(frame).first()).toBeVisible();
    await expect(box(frame).text).toHaveValue('لا يضيع');
    if (shadow === 'open') {
      const rules = await frame
        .locator('tadwina-comments')
        .evaluate(({ shadowRoot }) => shadowRoot.adoptedStyleSheets.map(({ cssRules }) => cssRules.length > 0));
      expect(rules).toEqual([true]);
    }
    expect(wrong).toEqual([]);
    expect(await heardTypes(page)).not.toContain('tadwina-error');
  });
}

test('an element that is moved into a frame before it has started starts there', async ({ page, open, api }) => {
  await open(`${FRAME}${TALL}${TALL}<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`);
  await page.evaluate(() => {
    const here = document.querySelector('#frame').contentDocument.querySelector('#here');
    here.append(document.querySelector('tadwina-comments'));
  });
  await expect(box(page.frameLocator('#frame')).text).toBeVisible();
});

test('and back', async ({ page, open, api }) => {
  await open(`${FRAME}<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`);
  await hears(page, 'tadwina-ready');
  await page.evaluate(async () => {
    const element = document.querySelector('tadwina-comments');
    document.querySelector('#frame').contentDocument.body.append(element);
    await new Promise((done) => element.addEventListener('tadwina-ready', done, { once: true }));
    document.body.append(element);
  });
  await expect(box(page).text).toBeVisible();
});
