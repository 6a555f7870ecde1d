// The slots of the elements.

import { article } from '../e2e/support/content.mjs';
import { REQUESTS } from '../e2e/support/page.mjs';
import { box, expect, hears, set, settled, test } from './support.mjs';

const basic = article('basic');

test.describe('slots', () => {
  for (const kind of ['article', 'comments', 'share', 'blog']) {
    test(`header and footer of ${kind} stay before and after the widget, unlike the fallback`, async ({
      page,
      open,
      api,
    }) => {
      await open(
        `<tadwina-${kind} api="${api}" post="${basic.id}"><b slot="header" id="head">فوق</b><b slot="footer" id="foot">تحت</b><i id="fallback">بين</i></tadwina-${kind}>`,
      );
      await hears(page, 'tadwina-ready');
      await settled(page);
      const [head, widget, foot] = await Promise.all(
        ['#head', `tadwina-${kind} .tadwina`, '#foot'].map((each) => page.locator(each).boundingBox()),
      );
      expect(head.y + head.height).toBeLessThanOrEqual(widget.y + 1);
      expect(widget.y + widget.height).toBeLessThanOrEqual(foot.y + 1);
      await expect(page.locator('#fallback')).toBeHidden();
    });
  }

  for (const kind of ['article', 'comments']) {
    test(`comment-notice of ${kind} stays above the button when settings change`, async ({ page, open, api }) => {
      await open(
        `<tadwina-${kind} api="${api}" post="${basic.id}"><p slot="comment-notice" id="terms">شروط التعليق</p></tadwina-${kind}>`,
      );
      const fields = box(page, `tadwina-${kind}`);
      const expectAbove = async () => {
        await expect(page.locator('#terms')).toBeVisible();
        const [terms, send, email] = await Promise.all([
          page.locator('#terms').boundingBox(),
          fields.send.boundingBox(),
          fields.email.boundingBox(),
        ]);
        expect(email.y + email.height).toBeLessThanOrEqual(terms.y + 1);
        expect(terms.y + terms.height).toBeLessThanOrEqual(send.y + 1);
      };
      await expect(fields.send).toBeVisible();
      await expectAbove();
      await set(page, `tadwina-${kind}`, { locale: 'en' });
      await expect(fields.send).toHaveText('Post comment');
      await expectAbove();
    });
  }

  test('slotted content is visible before the widget loads', async ({ page, open, api }) => {
    await page.route(REQUESTS.wasm, () => {});
    await open(
      `<tadwina-comments api="${api}" post="${basic.id}"><b slot="header" id="head">فوق</b></tadwina-comments>`,
      { goto: { waitUntil: 'domcontentloaded' } },
    );
    await expect(page.locator('#head')).toBeVisible();
  });
});
