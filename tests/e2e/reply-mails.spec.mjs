// Asking for mails about replies, where tadwina's plugin offers them.

import { changePosts, commentBox, unique } from './support/page.mjs';
import { comment, filledBox, POSTING } from './support/posting.mjs';
import { expect, test } from './support/test.mjs';

const settings = { require_name_email: true, registration: false, open: true, order: 'asc', per_page: 0, depth: 5 };
const checkbox = (page) => commentBox(page).form.locator('#td-reply-mails');

/** From now on the site says whether it sends mails about replies. */
const offer = (page, isOffered) =>
  changePosts(page, (post) => {
    post.tadwina = { ...settings, reply_mails: isOffered };
  });

test('the wish is sent with the comment, and only with an address', async ({ page }) => {
  await offer(page, true);
  const text = unique('مع رسائل');
  const box = await filledBox(page, text);
  await box.email.fill('');
  await expect(checkbox(page)).toHaveCount(0);
  await box.email.fill('reader@example.org');
  await expect(checkbox(page)).not.toBeChecked();
  await checkbox(page).check();
  const sent = page.waitForRequest(
    (request) => request.method() === 'POST' && POSTING.test(request.url().split('?')[0]),
  );
  await box.send.click();
  expect(new URLSearchParams((await sent).postData()).get('tadwina_replies')).toBe('1');
  await expect(comment(page, text)).toBeVisible();
});

test('where the owner does not allow it, nobody is asked', async ({ page }) => {
  await offer(page, false);
  const box = await filledBox(page, unique('بلا رسائل'));
  await expect(box.email).toHaveValue('reader@example.org');
  await expect(checkbox(page)).toHaveCount(0);
});
