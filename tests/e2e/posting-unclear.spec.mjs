// What an answer does not say is not claimed: spam plugins drop a comment and redirect, a proxy answers in WordPress's
// place, another reader has the same name, a button is pressed twice. The runs of faults.spec.mjs mix all of it.

import { test as base, expect } from '@playwright/test';

import { PATH, startFaultySite } from './faults/site.mjs';
import { commentBox, discussed } from './support/page.mjs';

const TEXT = 'تعليق لا يُعرف مصيره';

/** A site whose comments come by the form, and the fault that its next posts meet before they are saved. */
const test = base.extend({
  site: async ({}, use) => {
    const fault = { before: '' };
    const site = await startFaultySite({
      way: 'form',
      isModerated: false,
      findsDuplicates: true,
      fault: (kind) => fault[kind] ?? '',
    });
    await use(Object.assign(site, { fault }));
    await site.close();
  },
});

/** Sends a comment, and waits for what is said about it. */
async function sent(page, site) {
  await page.goto(site.url + PATH);
  await discussed(page);
  const box = commentBox(page);
  await box.fill(TEXT);
  await box.send.click();
  await expect(box.notice.or(box.error('body')).first()).toBeVisible();
  return box;
}

/** Nothing is claimed, and the text is there to be sent again. */
async function expectUnclaimed(box) {
  await expect(box.notice).toHaveAttribute('data-kind', 'error');
  await expect(box.error('body')).toHaveCount(0);
  await expect(box.text).toHaveValue(TEXT);
}

for (const [what, before] of [
  ['a redirection to the list', 'dropped'],
  ['a redirection to the login page', 'login'],
]) {
  test(`${what} is no arrival where nothing was saved`, async ({ page, site }) => {
    site.fault.before = before;
    await expectUnclaimed(await sent(page, site));
    expect(site.savedBy('قارئة', TEXT)).toEqual([]);
  });
}

test("another reader's comment under the same name is not taken for one's own", async ({ page, site }) => {
  site.fault.before = 'dropped';
  await page.route(/wp-comments-post\.php$/, (route) => {
    site.add('قارئة', 'شيء آخر');
    return route.fallback();
  });
  await expectUnclaimed(await sent(page, site));
});

test('a 409 of a proxy does not say that the comment has arrived', async ({ page, site }) => {
  site.fault.before = 'conflict';
  await expectUnclaimed(await sent(page, site));
});

test('the 409 of WordPress does, for a comment that is there', async ({ page, site }) => {
  const box = await sent(page, site);
  await expect(box.notice).toHaveAttribute('data-kind', 'success');
  await box.fill(TEXT);
  await box.send.click();
  await expect(box.error('body')).toContainText('وصل');
  expect(site.savedBy('قارئة', TEXT)).toHaveLength(1);
});

test('a second press within a moment of the first leaves the success, and asks for no text', async ({ page, site }) => {
  const box = await sent(page, site);
  await expect(box.notice).toHaveAttribute('data-kind', 'success');
  await box.send.click();
  await expect(box.notice).toHaveAttribute('data-kind', 'success');
  await expect(box.error('body')).toHaveCount(0);
  expect(site.savedBy('قارئة', TEXT)).toHaveLength(1);
});
