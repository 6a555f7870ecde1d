// A comment too soon after another: the wait is counted down, then the comment can be sent.

import { collect, commentBox, discussed, plain, unique, visit } from './support/page.mjs';
import { basic, comment, POSTING } from './support/posting.mjs';
import { expect, test } from './support/test.mjs';

/** Fills in the box on a page whose clock the test moves. The first comment that is sent is one too soon. */
async function refusedBox(page, text, headers = {}) {
  await page.clock.install();
  let left = 1;
  await page.route(POSTING, (route, request) => {
    if (request.method() !== 'POST' || left === 0) return route.fallback();
    left -= 1;
    return route.fulfill({ status: 429, headers, json: { code: 'comment_flood', message: '', data: { status: 429 } } });
  });
  await visit(page, basic.path);
  await discussed(page);
  const box = commentBox(page);
  await box.fill(text);
  await box.send.click();
  await expect(box.rejection('flood')).toBeVisible();
  return box;
}

test('the wait is counted down, and then the comment can be sent', async ({ page }) => {
  const text = unique('على عجل');
  const box = await refusedBox(page, text);
  const sent = collect(page, POSTING, 'POST');
  const seen = async () => plain(await box.rejection('flood').innerText());
  expect(await seen()).toContain('15 ثانية');
  await expect(box.send).toHaveAttribute('aria-disabled', 'true');
  await box.send.click({ force: true });
  await box.text.press('Control+Enter');
  expect(sent).toHaveLength(0);

  await page.clock.runFor(5000);
  await expect.poll(seen).toContain('10 ثوانٍ');
  await page.clock.runFor(8000);
  await expect.poll(seen).toContain('ثانيتين');
  await page.clock.runFor(2000);
  await expect.poll(seen).toBe('يمكن إرسال التعليق الآن.');
  await expect(box.send).not.toHaveAttribute('aria-disabled', 'true');
  await expect(box.text).toHaveValue(text);
  await box.send.click();
  await expect(comment(page, text)).toBeVisible();
});

test('assistive technology hears the length of the wait and its end, and no second in between', async ({ page }) => {
  const box = await refusedBox(page, unique('مسموع'));
  const region = box.form.locator('.td-comment-box__outcome');
  await region.evaluate((it) => {
    globalThis.spoken = [];
    const text = () => [...it.querySelectorAll('p:not([aria-hidden])')].map((part) => part.textContent).join();
    let last = text();
    globalThis.spoken.push(last);
    new MutationObserver(() => {
      if (text() === last) return;
      last = text();
      globalThis.spoken.push(last);
    }).observe(it, { childList: true, characterData: true, subtree: true });
  });
  for (let second = 0; second < 16; second += 1) await page.clock.runFor(1000);
  await expect(region).toHaveText('يمكن إرسال التعليق الآن.');
  const spoken = await page.evaluate(() => globalThis.spoken);
  expect(spoken.map(plain)).toEqual([expect.stringContaining('15 ثانية'), 'يمكن إرسال التعليق الآن.']);
});

test('the wait is as long as the site says', async ({ page }) => {
  const box = await refusedBox(page, unique('كما يقول الموقع'), { 'retry-after': '3' });
  expect(plain(await box.rejection('flood').innerText())).toContain('3 ثوانٍ');
});

test('a device that slept through the wait waits no longer', async ({ page }) => {
  const box = await refusedBox(page, unique('نوم'));
  await page.clock.fastForward(60_000);
  await expect(box.send).not.toHaveAttribute('aria-disabled', 'true');
});
