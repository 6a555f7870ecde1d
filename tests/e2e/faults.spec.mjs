// Posting while the network and the site fail, in seeded runs: what a reader typed is never lost, never posted twice, and
// never called published or arrived unless it is; and each comment is shown once.
//
//   npx playwright test faults                    200 runs
//   FAULT_SEEDS=1000 npx playwright test faults   1,000 runs (make test-faults)
//   FAULT_SEED=17 npx playwright test faults      run 17 alone, with what happened in it
//
// In the place of a browser that may not be closed between runs, a tab that is ended is one that is closed.

import { expect, test } from '@playwright/test';
import { FAULTS, PATH, startFaultySite } from './faults/site.mjs';
import { commentBox } from './support/page.mjs';

const ONLY = Number(process.env.FAULT_SEED ?? 0);
const SEEDS = Number(process.env.FAULT_SEEDS ?? 200);
const PART = 50;

/** Mulberry32: the same numbers for the same seed. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** FNV-1a. */
const hash = (text) => [...text].reduce((sum, letter) => Math.imul(sum ^ letter.codePointAt(0), 16777619), 2166136261);

/** One reader, one article, one comment, and whatever goes wrong. Returns what went wrong for the reader. */
async function run(browser, seed) {
  const next = random(seed);
  const chance = (part) => next() < part;
  const pick = (values) => values[Math.floor(next() * values.length)];
  const isModerated = chance(0.3);
  // A comment that waits is shown to nobody: only WordPress knows it from its copy.
  const findsDuplicates = isModerated || chance(0.7);
  const lines = [];
  const asked = {};
  let isFailing = true;
  const site = await startFaultySite({
    way: pick(['rest', 'form']),
    isModerated,
    findsDuplicates,
    log: (line) => lines.push(line),
    fault(kind, name) {
      // By the request, not by the moment: the same ones fail when the run is repeated.
      const key = `${kind} ${name}`;
      asked[key] = (asked[key] ?? 0) + 1;
      const own = random(seed + hash(`${key} ${asked[key]}`));
      if (!isFailing || own() > (kind === 'read' ? 0.25 : 0.4)) return '';
      const fault = FAULTS[kind][Math.floor(own() * FAULTS[kind].length)];
      // Nobody can know of a comment that neither the list shows nor WordPress refuses a copy of. And Chromium itself
      // sends a request again if its connection, used before, ends without any answer.
      if (['stale', 'cut'].includes(fault) && !findsDuplicates) return '';
      lines.push(`${name}: ${kind} ${fault}`);
      return fault;
    },
  });
  const wrong = new Set();
  const text = `تعليق ${seed}`;
  let typed = text;
  const saved = (one) =>
    site.comments.filter(({ author_name, content }) => author_name === 'قارئة' && content.rendered === `<p>${one}</p>`);

  const context = await browser.newContext();
  // Every message in the page is compared with the site when it appears.
  await context.exposeBinding('shown', (_, kind) => {
    lines.push(`says: ${kind}`);
    const copies = [text, typed].flatMap(saved);
    const isTrue = kind === 'success' ? copies.some(({ status }) => status === 'approved') : copies.length > 0;
    if (!isTrue) wrong.add('falsely claimed');
  });
  await context.addInitScript(() => {
    const look = () => {
      for (const [selector, kind] of [
        ['.td-notice[data-kind="success"]', 'success'],
        ['.td-notice[data-kind="held"]', 'held'],
        ['[id$="body-error"]', 'duplicate'],
      ]) {
        const notice = document.querySelector(selector);
        const isClaim = notice && (kind !== 'duplicate' || notice.textContent.includes('وصل'));
        if (isClaim && notice.seen !== notice.textContent) {
          notice.seen = notice.textContent;
          globalThis.shown(kind);
        }
      }
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  });
  let tab = await context.newPage();
  tab.setDefaultTimeout(15_000);
  const box = () => commentBox(tab);
  const visit = async () => {
    await tab.goto(site.url + PATH);
    // A failure that the reader sees is tried again.
    for (let tries = 0; tries < 8; tries += 1) {
      await box().form.or(tab.locator('.td-error button').first()).first().waitFor();
      if (await box().form.isVisible()) return;
      await tab.reload();
    }
    isFailing = false;
    await tab.reload();
    await box().form.waitFor();
  };
  const settled = async () => {
    await expect(box().send).not.toHaveText(/جارٍ|يُرسَل|الإرسال…/, { timeout: 15_000 });
    await expect.poll(site.isIdle).toBe(true);
  };
  const press = () => box().send.evaluate((button) => button.click());

  try {
    await visit();
    await box().fill(typed);
    for (let round = 0; round < 3; round += 1) {
      if (chance(0.3)) site.add(pick(['قارئة', 'قارئ آخر']), pick(['شيء آخر', 'غير ذلك']), 'approved');
      lines.push('press');
      await press();
      if (chance(0.3)) {
        // A second press while the first is on its way, or has just arrived.
        lines.push('press again');
        await press();
      }
      if (chance(0.25)) {
        lines.push('leave');
        await visit();
      } else if (chance(0.15)) {
        lines.push('close the tab');
        await tab.close();
        tab = await context.newPage();
        tab.setDefaultTimeout(15_000);
        await visit();
      }
      await settled();
      if ((await box().text.inputValue()) === '') break;
      if (chance(0.2)) {
        typed = `${text} ${round}`;
        lines.push('change the text');
        await box().text.fill(typed);
      }
    }
    isFailing = false;
    await settled();
    if (chance(0.5)) site.approve();
    // The reader goes on until the box is empty, or the site says that it has the comment.
    for (let tries = 0; tries < 4; tries += 1) {
      lines.push('go on');
      await visit();
      await settled();
      const offer = box().other.getByRole('button', { name: 'متابعة كتابته' });
      if (await offer.isVisible()) await offer.click();
      if ((await box().text.inputValue()) === '') break;
      await press();
      await settled();
      if (await box().error('body').isVisible()) break;
    }
    const left = await box().text.inputValue();
    const latest = saved(typed).length + (left === typed ? 1 : 0);
    if (latest === 0 && saved(text).length === 0) wrong.add('lost');
    for (const one of new Set([text, typed])) if (saved(one).length > 1) wrong.add('doubled');
    site.approve();
    await visit();
    await settled();
    await tab.locator('.td-comment').or(tab.locator('.td-discussion__empty')).first().waitFor();
    for (const one of new Set([text, typed])) {
      const shown = tab.locator('.td-comment', { has: tab.getByText(one, { exact: true }) });
      await expect.poll(async () => (await shown.count()) >= saved(one).length).toBe(true);
      if ((await shown.count()) > saved(one).length) wrong.add('shown twice');
      if ((await shown.and(tab.locator('[data-status="held"]')).count()) > 0) wrong.add('shown as waiting');
    }
  } catch (error) {
    wrong.add(`failed: ${error.message.split('\n')[0]}`);
  } finally {
    await context.close();
    await site.close();
  }
  return { wrong: [...wrong], lines };
}

const parts = ONLY
  ? [[ONLY, ONLY]]
  : Array.from({ length: Math.ceil(SEEDS / PART) }, (_, part) => [part * PART + 1, Math.min((part + 1) * PART, SEEDS)]);

for (const [first, last] of parts) {
  test(`runs ${first} to ${last}: nothing lost, doubled, falsely claimed or shown twice`, async ({ browser }) => {
    test.setTimeout((last - first + 1) * 15_000);
    const found = {};
    for (let seed = first; seed <= last; seed += 1) {
      const { wrong, lines } = await run(browser, seed);
      if (wrong.length > 0 || ONLY) found[seed] = [...wrong, ...(ONLY ? lines : [])];
    }
    const count = (kind) => Object.values(found).filter((wrong) => wrong.includes(kind)).length;
    console.log(
      `fault runs ${first} to ${last}: texts lost ${count('lost')}, doubled ${count('doubled')}, ` +
        `falsely claimed ${count('falsely claimed')}, shown twice ${count('shown twice')}`,
    );
    if (ONLY) console.log(found[ONLY].join('\n'));
    else expect(found).toEqual({});
  });
}
