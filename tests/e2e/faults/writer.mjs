// Somebody who writes a comment or a reply in one tab, with what readers can do there.

import { expect } from '@playwright/test';

import { commentBox } from '../support/page.mjs';
import { PARENT, PATH } from './site.mjs';

const MAX_TRIES = 8;

/**
 * @param {{ site: object, reader: object, text: string, isReply: boolean, log: (line: string) => void,
 *   noteWrong: (what: string) => void, endFaults: () => void }} settings
 */
export async function startWriter({ site, reader, text, isReply, log, noteWrong, endFaults }) {
  let tab = await reader.open();
  const box = () => commentBox(tab);
  const hint = () => tab.locator('.td-field__hint', { hasText: 'حفظ المسودات' });
  const replyButton = () => tab.locator(`#td-reply-${PARENT}`);
  const offer = () => box().other.getByRole('button', { name: 'متابعة كتابته' });
  const writer = { text, typed: text, texts: new Set([text]), isReply };
  const saved = () => site.savedBy('قارئة', writer.typed);
  /** Whether the text is in the box, or the site has it. */
  const isKept = async () => (await box().text.inputValue()) === writer.typed || saved().length > 0;

  const isRefused = () => box().error('body').isVisible();

  Object.assign(writer, {
    /** Opens the page, and the reply. A failure that the reader sees is tried again. */
    async visit() {
      for (let tries = 0; tries <= MAX_TRIES; tries += 1) {
        if (tries === MAX_TRIES) endFaults();
        await tab.goto(site.url + PATH);
        await box().form.or(tab.locator('.td-error button').first()).first().waitFor();
        if (!(await box().form.isVisible())) continue;
        if (!isReply) return;
        // Where the list of comments has not come, the reply cannot be opened.
        await tab.locator('.td-comment, .td-discussion .td-error, .td-discussion__empty').first().waitFor();
        if (!(await replyButton().isVisible())) continue;
        await writer.reply();
        return;
      }
    },
    reply: () => replyButton().evaluate((button) => button.click()),
    /** Whether the comment is on its way to nobody any more. */
    async settle() {
      await expect(box().send).not.toHaveText(/جارٍ|يُرسَل|الإرسال…/, { timeout: 15_000 });
      await expect.poll(site.isIdle).toBe(true);
    },
    async fill() {
      await box().fill(writer.typed);
      await writer.checkHint();
    },
    async change(next) {
      log(`change the text to ${next}`);
      writer.typed = next;
      writer.texts.add(next);
      await box().text.fill(next);
      await writer.checkHint();
    },
    /** A reader whose draft is not saved is told so, and no other. */
    async checkHint() {
      try {
        await expect(hint()).toHaveCount(reader.isFull ? 1 : 0, { timeout: 5000 });
      } catch {
        noteWrong(reader.isFull ? 'not told' : 'wrongly told');
      }
    },
    press: () => box().send.evaluate((button) => button.click()),
    body: () => box().text.inputValue(),
    isBlank: async () => (await writer.body()) === '',
    isRefused,
    /** The site said that it has the comment already. */
    isDuplicate: async () => (await isRefused()) && (await box().error('body').innerText()).includes('وصل'),
    empty: () => box().text.fill(''),
    /** Leaves the page and comes back, or closes the tab and opens another. What was not saved is typed again. */
    async comeBack({ isTabClosed }) {
      const isTold = await hint().isVisible();
      log(`${isTabClosed ? 'close the tab' : 'leave'}${isTold ? ', told that nothing is saved' : ''}`);
      if (isTabClosed) {
        await tab.close();
        tab = await reader.open();
      }
      await writer.visit();
      await writer.settle();
      // A tab that is new, or could not keep its id, is offered what it had.
      if ((await writer.isBlank()) && (await writer.offered()) === writer.typed) await writer.takeOffer();
      if (!isTold) await writer.checkKept();
      else if (!(await isKept())) await writer.fill();
    },
    /** Writes something else for a moment: a new comment in the place of the reply. */
    async cancelAndReply() {
      const cancel = tab.locator('.td-comment-box__cancel');
      if (!(await cancel.isVisible())) return;
      log('cancel the reply and come back');
      await cancel.evaluate((button) => button.click());
      await replyButton().waitFor();
      await writer.reply();
      await writer.checkKept();
    },
    /** Goes on with what another tab left. Returns whether there was anything. */
    async takeOffer() {
      if (!(await offer().isVisible())) return false;
      log('take the draft that is offered');
      await offer().click();
      return true;
    },
    async checkKept() {
      await expect
        .poll(isKept, { timeout: 5000 })
        .toBe(true)
        .catch(() => noteWrong('lost'));
    },
    /** The text that is offered, if any. */
    offered: async () => ((await offer().isVisible()) ? box().other.locator('blockquote').innerText() : ''),
    closeTab: () => tab.close(),
    page: () => tab,
  });
  return writer;
}
