// The upgrade of a discussion that the server rendered: what the reader sees stays where it is.

import { article } from '../e2e/support/content.mjs';
import { hold, REQUESTS, twoFrames } from '../e2e/support/page.mjs';
import { noteShifts, openWithoutWasm, shifts, upgraded } from './fallback.support.mjs';
import { box, expect, heard, settled, test } from './support.mjs';

const basic = article('basic');
const bread = article('bread');
const thread = article('long-thread');

/** Distance of the form from the upper edge of the window, where a test scrolls to it. Unit: CSS pixels. */
const FORM_TOP = 160;

const comment = ({ id, author_name: name, content }) => `<li id="comment-${id}"><h4>${name}</h4><p>${content}</p></li>`;
const discussion = (comments) => `
  <style>@media (width < 400px) { form { padding-block-end: 140px } }</style>
  <h2 style="margin-block-start: 80px">تعليقات</h2>
  <ol style="line-height: 3; overflow-wrap: anywhere">${comments.map(comment).join('')}</ol>
  <form>
    <h3>اترك تعليقًا</h3><p>الحقول اللازمة معلَّمة</p>
    <textarea id="theirs" rows="12"></textarea>
    ${['الاسم', 'البريد', 'الموقع'].map((name) => `<p><label>${name}<br><input></label></p>`).join('')}
    <p style="margin-block: 80px"><button>أرسل</button></p>
  </form>`;
const around = (api, post, comments) => `
  <header style="height: 1500px">مقال</header>
  <tadwina-comments api="${api}" post="${post}" loading="eager">${discussion(comments)}</tadwina-comments>
  <p id="next">بعد</p>
  <footer style="height: 900px">أسفل</footer>`;
const top = (page, selector) => page.locator(selector).evaluate((element) => element.getBoundingClientRect().top);
const scrollToComment = (id) => `document.querySelector('#comment-${id}').scrollIntoView()`;
const formDistance = `document.querySelector('#theirs').getBoundingClientRect().top - ${FORM_TOP}`;
const scrollToForm = `scrollTo(0, scrollY + ${formDistance})`;

/** Opens a page without the WASM and scrolls it with a function. Returns what releases the WASM. */
async function openScrolled(page, open, body, scroll) {
  await page.addInitScript(noteShifts);
  const release = await openWithoutWasm(page, open, body);
  await page.evaluate(scroll);
  return release;
}

/** Expects that the text field stands where the fallback had its own. */
async function expectAtForm(page) {
  expect(Math.abs((await box(page).text.boundingBox()).y - FORM_TOP)).toBeLessThan(1);
}

for (const [width, height] of [
  [360, 740],
  [1280, 800],
]) {
  for (const [what, { id, comments }] of [
    ['a few comments', bread],
    ['three hundred comments', thread],
  ]) {
    test(`a reader at the form after ${what} stays there, ${width} px wide`, async ({ page, open, api }) => {
      await page.setViewportSize({ width, height });
      const release = await openScrolled(page, open, around(api, id, comments), scrollToForm);
      const next = await top(page, '#next');
      release();
      await upgraded(page);
      await expectAtForm(page);
      // Content that was in the window stays in place. Content below may move up to the lower edge of the window.
      if (next < height) expect(Math.abs((await top(page, '#next')) - next)).toBeLessThan(1);
      else expect(await top(page, '#next')).toBeGreaterThan(height - 1);
      expect(await shifts(page)).toEqual([]);
    });
  }
}

test('a reader of a comment keeps the scroll position', async ({ page, open, api }) => {
  const { id } = thread.comments[60];
  const release = await openScrolled(page, open, around(api, thread.id, thread.comments), scrollToComment(id));
  release();
  await upgraded(page);
  expect(Math.abs(await top(page, `.tadwina #comment-${id}`))).toBeLessThan(1);
  expect(await shifts(page)).toEqual([]);
});

test('a reader of a nested reply keeps the scroll position', async ({ page, open, api }) => {
  const [first, ...others] = thread.comments.slice(0, 60);
  const nested = around(api, thread.id, [
    { ...first, content: `${first.content}<ol>${others.map(comment).join('')}</ol>` },
  ]);
  const { id } = others[40];
  const release = await openScrolled(page, open, nested, scrollToComment(id));
  release();
  await upgraded(page);
  expect(Math.abs(await top(page, `.tadwina #comment-${id}`))).toBeLessThan(1);
});

test('an element whose id only resembles that of a comment is no comment', async ({ page, open, api }) => {
  const body = around(api, basic.id, []).replace(
    '<ol ',
    '<nav id="comment-nav-above" style="height: 2000px">صفحات</nav><ol ',
  );
  const release = await openScrolled(page, open, body, () => scrollTo(0, 2000));
  const before = await top(page, 'tadwina-comments');
  release();
  await upgraded(page);
  expect(Math.abs((await top(page, 'tadwina-comments')) - before)).toBeLessThan(1);
});

test('the upgrade waits until DOMPurify has loaded', async ({ page, open, api }) => {
  await page.addInitScript(() => delete Element.prototype.setHTML);
  const purifier = await hold(page, /purify\.es-\w+\.js$/);
  const request = page.waitForRequest(/purify\.es-\w+\.js$/);
  const release = await openScrolled(page, open, around(api, bread.id, bread.comments), scrollToForm);
  release();
  await request;
  // No other request follows. Two frames later the element would have been upgraded.
  await twoFrames(page);
  expect(await heard(page)).toEqual([]);
  await expect(page.locator('#theirs')).toBeVisible();
  purifier.release();
  await upgraded(page);
  await expectAtForm(page);
  expect(await shifts(page)).toEqual([]);
});

test('content beside the discussion is not content after it', async ({ page, open, api }) => {
  const body = around(api, thread.id, thread.comments)
    .replace('margin-block: 80px"><button', 'margin-block: 120px"><button')
    .replace('<tadwina-comments', '<div style="display: grid; grid-template-columns: 2fr 1fr"><tadwina-comments')
    .replace('</tadwina-comments>', '</tadwina-comments><aside>بجانبه</aside></div>');
  const release = await openScrolled(page, open, body, scrollToForm);
  const next = await top(page, '#next');
  release();
  await upgraded(page);
  await expectAtForm(page);
  expect(Math.abs((await top(page, '#next')) - next)).toBeLessThan(1);
});

test('a reader who has left the comment in the address is not scrolled back to it', async ({ page, open, api }) => {
  const { id } = thread.comments[5];
  const release = await openWithoutWasm(page, open, around(api, thread.id, thread.comments), {
    path: `/#comment-${id}`,
    at: '/',
  });
  await expect.poll(() => top(page, `#comment-${id}`)).toBeLessThan(1);
  await page.evaluate(scrollToForm);
  release();
  await upgraded(page);
  await expectAtForm(page);
});

test('the fallback stays while the reader is at a comment that the widget does not show yet', async ({
  page,
  open,
  api,
}) => {
  const old = thread.comments[250].id;
  const release = await openScrolled(page, open, around(api, thread.id, thread.comments), scrollToComment(old));
  const response = page.waitForResponse(REQUESTS.comments);
  release();
  await response;
  await settled(page);
  expect(await heard(page)).toEqual([]);
  expect(Math.abs(await top(page, `#comment-${old}`))).toBeLessThan(1);
  await page.evaluate(scrollToForm);
  await upgraded(page);
  await expectAtForm(page);
});

test('a reader below the discussion keeps the scroll position', async ({ page, open, api }) => {
  const body = around(api, thread.id, thread.comments).replace('900px', '4000px');
  const release = await openScrolled(page, open, body, () => document.querySelector('#next').scrollIntoView());
  const height = () => page.locator('tadwina-comments').evaluate((element) => element.offsetHeight);
  const before = await height();
  release();
  await upgraded(page);
  expect(Math.abs(await top(page, '#next'))).toBeLessThan(1);
  expect(await shifts(page)).toEqual([]);
  // The element is shorter: it reserves no space for the comments that were not loaded, about half of them.
  expect(await height()).toBeLessThan(before * 0.6);
});

test('the page does not scroll when the discussion begins in the window', async ({ page, open, api }) => {
  const release = await openScrolled(page, open, around(api, bread.id, bread.comments), () => scrollTo(0, 1400));
  release();
  await upgraded(page);
  expect(await page.evaluate(() => scrollY)).toBe(1400);
  expect(await shifts(page)).toEqual([]);
});

test('a reader at the form in a scroll container stays there', async ({ page, open, api }) => {
  const body = `<main id="scrolls" style="height: 700px; overflow: auto">${around(api, thread.id, thread.comments)}</main>`;
  const release = await openScrolled(
    page,
    open,
    body,
    `document.querySelector('#scrolls').scrollTop += ${formDistance}`,
  );
  release();
  await upgraded(page);
  await expectAtForm(page);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});
