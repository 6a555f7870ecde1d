// The fallback: what an element holds stays until its widget has its content.

import { article } from '../e2e/support/content.mjs';
import { collect, hold, REQUESTS } from '../e2e/support/page.mjs';
import { FALLBACK, fallback, openWithoutWasm } from './fallback.support.mjs';
import {
  box,
  expect,
  heading,
  heard,
  heardTypes,
  hears,
  page as hostPage,
  set,
  settled,
  test,
  title,
} from './support.mjs';

const basic = article('basic');
const bread = article('bread');
const thread = article('long-thread');

/** A discussion whose fallback is a form, and a button after it. */
const withForm = (api, post, fields = '<textarea id="theirs"></textarea>') =>
  `<tadwina-comments api="${api}" post="${post}"><form>${fields}</form></tadwina-comments><button id="away">x</button>`;

for (const [kind, attributes, shown] of [
  ['article', `post="${basic.id}"`, '.td-article__title'],
  ['comments', `post="${bread.id}"`, '.td-comment'],
  ['share', `post="${basic.id}"`, '.td-share__button'],
  ['blog', '', '.td-site-header'],
]) {
  for (const shadow of ['open', 'none']) {
    test(`the fallback of ${kind}, shadow="${shadow}", stays until the widget has its content`, async ({
      page,
      open,
      api,
    }) => {
      const site = await hold(page, REQUESTS.api);
      const requests = collect(page, REQUESTS.api);
      const releaseWasm = await openWithoutWasm(
        page,
        open,
        `<tadwina-${kind} api="${api}" ${attributes} shadow="${shadow}">${FALLBACK}</tadwina-${kind}>`,
      );
      await expect(fallback(page)).toBeVisible();
      await expect(page.locator('.tadwina')).toHaveCount(0);
      releaseWasm();
      if (kind !== 'blog') {
        await expect.poll(() => requests.length).toBe(1);
        await expect(fallback(page)).toBeVisible();
        await expect(page.locator('.tadwina')).toHaveCount(0);
        expect(await heard(page)).toEqual([]);
      }
      site.release();
      await expect(page.locator(`tadwina-${kind} ${shown}`).first()).toBeVisible();
      await expect(fallback(page)).toBeHidden();
    });
  }
}

test('a form in which a reader writes stays until it is empty and has lost the focus', async ({ page, open, api }) => {
  const release = await openWithoutWasm(page, open, withForm(api, bread.id));
  const theirs = page.locator('#theirs');
  await theirs.fill('نصّ لا يضيع');
  release();
  for (const hasLeft of [false, true]) {
    if (hasLeft) await page.locator('#away').click();
    await settled(page);
    await expect(theirs).toBeVisible();
    await expect(theirs).toHaveValue('نصّ لا يضيع');
  }
  await theirs.fill('');
  await settled(page);
  await expect(theirs).toBeFocused();
  await page.locator('#away').click();
  await expect(box(page).text).toBeVisible();
  await expect(theirs).toBeHidden();
  expect(await heard(page, 'tadwina-ready')).toHaveLength(1);
});

test('a form in which a reader writes stays when another post is set', async ({ page, open, api }) => {
  const { release } = await hold(page, REQUESTS.wasm);
  await open(withForm(api, bread.id), { goto: { waitUntil: 'commit' } });
  const theirs = page.locator('#theirs');
  await theirs.fill('نصّ لا يضيع');
  release();
  await page.waitForResponse(REQUESTS.comments);
  await settled(page);
  await set(page, 'tadwina-comments', { post: thread.id });
  await page.waitForResponse(REQUESTS.comments);
  await settled(page);
  await expect(theirs).toBeVisible();
  await theirs.fill('');
  await page.locator('#away').click();
  await expect(heading(page)).toContainText(String(thread.comments.length));
});

test('a form that only a script has filled does not delay the upgrade', async ({ page, open, api }) => {
  await open(`
    <tadwina-comments api="${api}" post="${basic.id}"><form>
      <input id="trap" hidden><input type="range"><textarea></textarea>
    </form></tadwina-comments>
    <script>document.querySelector('#trap').value = 'filled'</script>`);
  await expect(box(page).text).toBeVisible();
});

test('the upgrade waits while the keyboard focus is in the fallback', async ({ page, open, api }) => {
  const { release } = await hold(page, REQUESTS.wasm);
  await open(withForm(api, basic.id, '<textarea></textarea><input id="consent" type="checkbox">'), {
    goto: { waitUntil: 'commit' },
  });
  await page.locator('textarea').focus();
  await page.keyboard.press('Tab');
  const response = page.waitForResponse(REQUESTS.api);
  release();
  await response;
  await settled(page);
  await expect(page.locator('#consent')).toBeFocused();
  await expect(page.locator('#consent')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.locator('#away')).toBeFocused();
  await expect(box(page).text).toBeVisible();
});

test('the element is never empty between the fallback and the widget', async ({ page, open, api }) => {
  await page.addInitScript(() => {
    const heights = [];
    Object.defineProperty(globalThis, 'heights', { value: heights });
    const note = () => {
      const element = document.querySelector('tadwina-article');
      if (element) heights.push(element.offsetHeight);
      requestAnimationFrame(note);
    };
    note();
  });
  await open(
    `<tadwina-article api="${api}" post="${bread.id}"><div style="height: 3000px">${FALLBACK}</div></tadwina-article>`,
  );
  await hears(page, 'tadwina-ready');
  await settled(page);
  const heights = await page.evaluate(() => globalThis.heights);
  expect(Math.min(...heights.slice(heights.findIndex((height) => height > 700)))).toBeGreaterThan(700);
});

test('a setting that becomes wrong before the upgrade keeps the fallback until it is corrected', async ({
  page,
  open,
  api,
}) => {
  const { release } = await hold(page, REQUESTS.wasm);
  const requests = collect(page, REQUESTS.posts);
  await open(`<tadwina-article api="${api}" post="${basic.id}"><textarea id="theirs"></textarea></tadwina-article>`, {
    goto: { waitUntil: 'commit' },
  });
  await page.locator('#theirs').fill('نص');
  release();
  await expect.poll(() => requests.length).toBe(1);
  await settled(page);
  await set(page, 'tadwina-article', { digits: 'roman' });
  await settled(page);
  await page.locator('#theirs').fill('');
  await page.locator('#theirs').blur();
  await hears(page, 'tadwina-error');
  await settled(page);
  await expect(page.locator('#theirs')).toBeVisible();
  await set(page, 'tadwina-article', { digits: null });
  await expect(title(page)).toHaveText(basic.title);
  expect(await heardTypes(page)).toEqual(['tadwina-error', 'tadwina-ready']);
});

test('an attribute that changes before the upgrade takes effect', async ({ page, open, api }) => {
  const { release } = await hold(page, REQUESTS.posts);
  const requests = collect(page, REQUESTS.posts);
  await open(`<tadwina-article api="${api}" post="${basic.id}">${FALLBACK}</tadwina-article>`);
  await expect.poll(() => requests.length).toBe(1);
  await set(page, 'tadwina-article', { locale: 'en' });
  await expect(fallback(page)).toBeVisible();
  release();
  await expect(page.locator('tadwina-article .tadwina')).toHaveAttribute('lang', 'en');
  await expect(title(page)).toHaveText(basic.title);
});

test('without JavaScript the page shows the fallback', async ({ browser, site }) => {
  site.put('/', hostPage(`<tadwina-article>${FALLBACK}</tadwina-article>`));
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.url);
  await expect(fallback(page)).toBeVisible();
  await context.close();
});
