// The colours of the elements in pages whose owners set none: readable on every background.

import AxeBuilder from '@axe-core/playwright';

import { article } from '../e2e/support/content.mjs';
import { unique } from '../e2e/support/page.mjs';
import { around, HOSTS } from './hosts.support.mjs';
import { box, expect, set, settled, test } from './support.mjs';

const bread = article('bread');
const basic = article('basic');

/** Expects that everything in the element can be read, and that edges and the focus ring can be seen. */
async function expectReadable(page, host) {
  await settled(page);
  // axe takes a page without a background for white, whatever its colour scheme.
  if (await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme === 'dark')) {
    await page.addStyleTag({ content: 'html { background: Canvas }' });
  }
  const { violations } = await new AxeBuilder({ page }).include(host).withRules(['color-contrast']).analyze();
  expect(
    violations.flatMap(({ nodes }) => nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`)),
  ).toEqual([]);
}

/** The contrast of two colours in an element, each a selector and a property. */
const contrast = (page, host, ...colours) =>
  page.locator(host).evaluate((element, two) => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const luminances = two.map(([selector, property]) => {
      context.fillStyle = getComputedStyle(element.shadowRoot.querySelector(selector))[property];
      context.fillRect(0, 0, 1, 1);
      const [red, green, blue] = [...context.getImageData(0, 0, 1, 1).data].map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
    });
    return Math.max(...luminances) / Math.min(...luminances);
  }, colours);

/** Expects that an edge of `selector` can be seen on the background of `ground`. */
const expectSeen = async (page, host, [selector, property], ground) =>
  expect(
    await contrast(page, host, [selector, property], [ground, 'backgroundColor']),
    `${property} of ${selector} on ${ground}`,
  ).toBeGreaterThanOrEqual(3);

for (const [name, { colorScheme = 'light' }] of Object.entries(HOSTS)) {
  test.describe(`on the page “${name}”`, () => {
    test.use({ colorScheme, sandbox: ['--moderation'] });

    test('an article with comments and its open share menu can be read', async ({ page, open, api }) => {
      await open(...around(name, `<tadwina-article api="${api}" post="${bread.id}"></tadwina-article>`, ''));
      await expect(page.locator('.td-comment').first()).toBeVisible();
      await expectReadable(page, 'tadwina-article');
      const button = '.td-share__button';
      await expectSeen(page, 'tadwina-article', [button, 'borderTopColor'], button);
      await page.locator('.td-share__button').click();
      await expectReadable(page, 'tadwina-article');
    });

    test('a form with errors, over the limit, and a held comment can be read', async ({ page, open, api }) => {
      await open(
        ...around(name, `<tadwina-comments api="${api}" post="${basic.id}" comment-limit="60"></tadwina-comments>`),
      );
      await box(page).send.click();
      await expect(box(page).form.locator('[aria-invalid="true"]').first()).toBeFocused();
      await box(page).text.fill('خبز '.repeat(20));
      await expect(page.locator('.td-character-count')).toHaveAttribute('data-state', 'over');
      await expectReadable(page, 'tadwina-comments');
      await box(page).email.focus();
      for (const ground of ['.td-comment-box', 'input[name="author"]']) {
        await expectSeen(page, 'tadwina-comments', ['input[name="email"]', 'borderTopColor'], ground);
        await expectSeen(page, 'tadwina-comments', ['input[name="email"]', 'outlineColor'], ground);
      }
      await box(page).fill(unique('للفحص'));
      await box(page).send.click();
      await expect(box(page).notice).toBeVisible();
      await expect(page.locator('.td-comment__held')).toBeVisible();
      await expectReadable(page, 'tadwina-comments');
    });

    test('a list of articles can be read', async ({ page, open, api }) => {
      await open(...around(name, `<tadwina-blog api="${api}"></tadwina-blog>`, ''));
      await expect(page.locator('.td-teaser').first()).toBeVisible();
      await expectReadable(page, 'tadwina-blog');
    });
  });
}

test.describe('the colours', () => {
  const element = (api) => `<tadwina-comments api="${api}" post="${bread.id}"></tadwina-comments>`;
  const root = (page) => page.locator('tadwina-comments .tadwina');

  test('of text are those of the page, where these can be read', async ({ page, open, api }) => {
    await open(element(api), { head: '<style>body { background: #212529; color: #dee2e6 }</style>' });
    await expect(root(page)).toHaveCSS('color', 'rgb(222, 226, 230)');
    await expect(box(page).text).toHaveCSS('background-color', 'rgb(33, 37, 41)');
    await expect(root(page)).toHaveCSS('color-scheme', 'dark');
  });

  test('follow a change of the page, with a transition and without', async ({ page, open, api }) => {
    await open(element(api), {
      head: '<style>body { background: #fff; color: #111 } body.dark { background: #111; color: #eee }</style>',
    });
    await expect(root(page)).toHaveCSS('color', 'rgb(17, 17, 17)');
    const toggle = () => page.evaluate(() => document.body.classList.toggle('dark'));
    await toggle();
    await expect(root(page)).toHaveCSS('color', 'rgb(238, 238, 238)');
    await expect(box(page).text).toHaveCSS('background-color', 'rgb(17, 17, 17)');
    await page.evaluate(() => (document.body.style.transition = 'color 100ms, background 200ms'));
    await toggle();
    await expect(root(page)).toHaveCSS('color', 'rgb(17, 17, 17)');
    await expect(box(page).text).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  });

  test('follow a style sheet that comes late', async ({ page, open, api }) => {
    await open(element(api));
    await expect(box(page).text).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    await page.addStyleTag({ content: 'body { background: #222; color: #ddd }' });
    await expect(box(page).text).toHaveCSS('background-color', 'rgb(34, 34, 34)');
  });

  test('in a frame are those of the frame, and follow its changes', async ({ page, open, api, site }) => {
    site.put('/frame/', '<!doctype html><title>إطار</title><body style="background: #222; color: #ddd"></body>');
    await open(`<iframe src="/frame/" title="frame" style="width: 800px; height: 600px"></iframe>${element(api)}`);
    await expect(box(page).text).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    await page.evaluate(() => {
      document.querySelector('iframe').contentDocument.body.append(document.querySelector('tadwina-comments'));
    });
    const frame = page.frameLocator('iframe');
    await expect(root(frame)).toHaveCSS('color', 'rgb(221, 221, 221)');
    await expect(box(frame).text).toHaveCSS('background-color', 'rgb(34, 34, 34)');
    await frame.locator('body').evaluate(({ style }) => Object.assign(style, { background: '#fff', color: '#111' }));
    await expect(root(frame)).toHaveCSS('color', 'rgb(17, 17, 17)');
    await expect(box(frame).text).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  });

  test('on a picture are chosen by the text', async ({ page, open, api }) => {
    await open(element(api), { head: '<style>body { background: linear-gradient(#000, #333); color: #fff }</style>' });
    await expect(root(page)).toHaveCSS('color', 'rgb(255, 255, 255)');
    await expect(box(page).text).toHaveCSS('background-color', 'rgb(0, 0, 0)');
  });

  for (const [theme, paper] of [
    ['light', 'rgb(253, 252, 250)'],
    ['dark', 'rgb(21, 23, 26)'],
  ]) {
    test(`of the theme ${theme} have a ground of their own, with space beside the text`, async ({
      page,
      open,
      api,
    }) => {
      await open(element(api), { head: '<style>body { background: #777; color: #777 }</style>' });
      await expect(box(page).text).toBeVisible();
      await set(page, 'tadwina-comments', { theme });
      await expect(root(page)).toHaveCSS('background-color', paper);
      await expect(root(page)).toHaveCSS('padding', '20px');
      await expectReadable(page, 'tadwina-comments');
    });
  }
});
