// Registration of the custom elements.

import { article } from '../e2e/support/content.mjs';
import { collect } from '../e2e/support/page.mjs';
import { countResources, NO_RESOURCES, resources } from './lifecycle.support.mjs';
import { box, expect, settled, test } from './support.mjs';

const basic = article('basic');
const bread = article('bread');

test.describe('define', () => {
  test('registers once when it is called twice and both scripts load', async ({ page, open, api }) => {
    const script = `<script type="module">
      import { define } from '/tadwina/index.js';
      define();
      define();
      await import('/tadwina/define.js');
      await import('/tadwina/tadwina.js');
      await import('/tadwina/tadwina.js?again');
    </script>`;
    await open(`<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`, { script });
    await expect(box(page).text).toBeVisible();
    await settled(page);
    await expect(page.locator('tadwina-comments .tadwina')).toHaveCount(1);
  });

  test('leaves out a name that the page has registered', async ({ page, open, api }) => {
    await open(`<tadwina-share></tadwina-share><tadwina-comments api="${api}" post="${bread.id}"></tadwina-comments>`, {
      head: "<script>customElements.define('tadwina-share', class extends HTMLElement { connectedCallback() { this.textContent = 'mine'; } });</script>",
    });
    await expect(box(page).text).toBeVisible();
    await expect(page.locator('tadwina-share')).toHaveText('mine');
  });
});

test('an element outside the document does nothing', async ({ page, open, api }) => {
  await page.addInitScript(countResources);
  await open('');
  const requests = collect(page, /./);
  await page.evaluate(async (root) => {
    await customElements.whenDefined('tadwina-article');
    const element = document.createElement('tadwina-article');
    Object.assign(element, { api: root, post: 201, loading: 'eager' });
    document.createElement('div').append(element);
  }, api);
  await settled(page);
  expect(requests).toEqual([]);
  expect(await resources(page)).toEqual(NO_RESOURCES);
});
