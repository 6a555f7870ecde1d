// One run: a reader, sometimes with two tabs, an article, a comment or a reply in each tab, and whatever goes wrong.

import { expect } from '@playwright/test';

import { openBrowser } from './browser.mjs';
import { hash, random } from './chance.mjs';
import { FAULTS, PARENT, startFaultySite } from './site.mjs';
import { startWriter } from './writer.mjs';

const HOUR_MS = 3_600_000;
/** How a clock is moved. A draft that another tab left is kept for thirty days, so after years no tab is closed. */
const JUMPS = {
  none: [],
  hours: [2, -5, 26].map((hours) => hours * HOUR_MS),
  years: [3, -4, 5].map((years) => years * 8766 * HOUR_MS),
};
/** Nobody can know of a comment that neither the list shows nor WordPress refuses a copy of. And Chromium itself sends a
 * request again if its connection, used before, ends without any answer. */
const NEEDS_DUPLICATES = ['stale', 'cut', 'nothing', 'repeated'];

/** What goes wrong in the run of a seed, and what its reader does. */
function planOf(next) {
  const chance = (part) => next() < part;
  const pick = (values) => values[Math.floor(next() * values.length)];
  const isModerated = chance(0.3);
  const hasTwoTabs = chance(0.25);
  const storages = chance(0.25) ? pick([['localStorage'], ['localStorage', 'sessionStorage']]) : [];
  return {
    way: pick(['rest', 'form']),
    isModerated,
    isReply: chance(0.35),
    second: hasTwoTabs ? pick(['same', 'other', 'other']) : '',
    storages,
    jumps: pick(['none', 'none', 'hours', 'years']),
    // A comment that waits is shown to nobody: only WordPress knows it from its copy. So it is of what a full storage
    // cannot keep, and of what two tabs send.
    findsDuplicates: isModerated || hasTwoTabs || storages.length > 0 || chance(0.7),
  };
}

/** Which fault each request meets: by the request, not by the moment, so that a run can be repeated. */
function faultsOf(seed, plan, log) {
  const asked = {};
  let isFailing = true;
  return {
    end() {
      isFailing = false;
    },
    of(kind, name) {
      const key = `${kind} ${name}`;
      asked[key] = (asked[key] ?? 0) + 1;
      const own = random(seed + hash(`${key} ${asked[key]}`));
      if (!isFailing || own() > (kind === 'read' ? 0.25 : 0.4)) return '';
      const fault = FAULTS[kind][Math.floor(own() * FAULTS[kind].length)];
      if (NEEDS_DUPLICATES.includes(fault) && !plan.findsDuplicates) return '';
      log(`${name}: ${kind} ${fault}`);
      return fault;
    },
  };
}

/** Returns what went wrong for the reader, and what happened. */
export async function run(browser, seed) {
  const next = random(seed);
  const chance = (part) => next() < part;
  const pick = (values) => values[Math.floor(next() * values.length)];
  const plan = planOf(next);
  const lines = [JSON.stringify(plan)];
  const log = (line) => lines.push(line);
  const wrong = new Set();
  const faults = faultsOf(seed, plan, log);
  const site = await startFaultySite({ ...plan, hasParent: plan.isReply, fault: faults.of, log });
  const writers = [];
  const copies = () => writers.flatMap(({ texts }) => [...texts].flatMap((one) => site.savedBy('قارئة', one)));
  // Every message in the page is compared with the site when it appears.
  const reader = await openBrowser(browser, (kind) => {
    log(`says: ${kind}`);
    const isTrue = kind === 'success' ? copies().some(({ status }) => status === 'approved') : copies().length > 0;
    if (!isTrue) wrong.add('falsely claimed');
  });
  const start = async (text, isReply) => {
    const noteWrong = (what) => {
      log(`wrong: ${what}`);
      wrong.add(what);
    };
    const writer = await startWriter({ site, reader, text, isReply, log, noteWrong, endFaults: faults.end });
    writers.push(writer);
    await writer.visit();
    await writer.fill();
    return writer;
  };
  /** Something in the world around the page changes. */
  const disturb = async () => {
    if (chance(0.3)) site.add(pick(['قارئة', 'قارئ آخر']), pick(['شيء آخر', 'غير ذلك']), { status: 'approved' });
    if (plan.storages.length > 0 && chance(0.5)) {
      log(reader.isFull ? 'storage is empty again' : `full: ${plan.storages.join(', ')}`);
      await reader.fill(...(reader.isFull ? [] : plan.storages));
    }
    const jumps = JUMPS[plan.jumps];
    if (jumps.length > 0 && chance(0.6)) {
      const ms = pick(jumps);
      log(`the clock moves by ${ms / HOUR_MS} hours`);
      await reader.moveClock(ms);
    }
  };
  /** Returns whether the writer has nothing more to send. */
  const round = async (writer, number) => {
    await disturb();
    log(`press in tab ${writers.indexOf(writer) + 1}`);
    await writer.press();
    if (chance(0.3)) {
      // A second press while the first is on its way, or has just arrived.
      log('press again');
      await writer.press();
    }
    if (chance(0.35)) {
      const isTabClosed = chance(0.35) && plan.second === '' && plan.jumps !== 'years';
      await writer.comeBack({ isTabClosed });
    } else {
      await writer.settle();
      await writer.checkKept();
    }
    await writer.settle();
    if (await writer.isBlank()) return true;
    if (writer.isReply && chance(0.2)) {
      await writer.cancelAndReply();
      // What was sent before is looked for: if it is there, the form is the one of a new comment again.
      await writer.settle();
      if (await writer.isBlank()) return true;
    }
    if (chance(0.2)) await writer.change(`${writer.text} ${number}`);
    return false;
  };
  /** The writer goes on until the box is empty and nothing is offered, or the site says that it has the comment. */
  const finish = async (writer, takesOffers) => {
    for (let tries = 0; tries < 6; tries += 1) {
      log(`go on in tab ${writers.indexOf(writer) + 1}`);
      if (tries === 0) await writer.comeBack({ isTabClosed: false });
      else await writer.visit();
      await writer.settle();
      if (await writer.isBlank()) {
        if (!takesOffers || !(await writer.takeOffer())) return;
        await writer.settle();
        if (await writer.isBlank()) continue;
      }
      await writer.press();
      await writer.settle();
      if (await writer.isDuplicate()) {
        // What has arrived is not needed any more; what another tab left may be.
        if (plan.second === '') return;
        await writer.empty();
      } else if (await writer.isRefused()) {
        return;
      }
    }
  };

  try {
    await start(`تعليق ${seed}`, plan.isReply);
    if (plan.second !== '') {
      const isSame = plan.second === 'same';
      await start(isSame ? writers[0].text : `تعليق آخر ${seed}`, plan.isReply && (isSame || chance(0.5)));
    }
    let writing = writers;
    for (let number = 0; number < 3; number += 1) {
      const left = [];
      for (const writer of writing) if (!(await round(writer, number))) left.push(writer);
      writing = left;
    }
    faults.end();
    if (reader.isFull) await reader.fill();
    for (const writer of writers) await writer.settle();
    if (chance(0.5)) site.approve();
    const [first, second] = writers;
    if (second) {
      // What was not saved, as its author was told, ends with the tab.
      const isSaved = plan.jumps !== 'years' && plan.storages.length === 0;
      if (isSaved && chance(0.5)) log('close tab 2');
      else await finish(second, false);
      await second.closeTab();
    }
    await finish(first, true);
    const left = [await first.body(), await first.offered()];
    for (const { typed, texts, isReply } of writers) {
      if (site.savedBy('قارئة', typed).length === 0 && !left.includes(typed)) wrong.add('lost');
      for (const one of texts) {
        const comments = site.savedBy('قارئة', one);
        if (comments.length > 1) wrong.add('doubled');
        if (comments.some(({ parent }) => parent !== (isReply ? PARENT : 0))) wrong.add('at the wrong place');
      }
    }
    await checkShown(first, writers, site, wrong);
  } catch (error) {
    wrong.add(`failed: ${error.message.split('\n')[0]}`);
  } finally {
    await reader.close();
    await site.close();
  }
  return { wrong: [...wrong], lines };
}

/** Each comment is shown once, in its place, and none as waiting that is published. */
async function checkShown(writer, writers, site, wrong) {
  site.approve();
  await writer.visit();
  await writer.settle();
  const page = writer.page();
  await page.locator('.td-comment').or(page.locator('.td-discussion__empty')).first().waitFor();
  for (const { texts, isReply } of writers) {
    for (const one of texts) {
      const shown = page.locator('.td-comment', { has: page.getByText(one, { exact: true }) });
      const { length } = site.savedBy('قارئة', one);
      await expect.poll(async () => (await shown.count()) >= length).toBe(true);
      if ((await shown.count()) > length) wrong.add('shown twice');
      if ((await shown.and(page.locator('[data-status="held"]')).count()) > 0) wrong.add('shown as waiting');
      const items = page.locator(`.td-comment-list__item[data-depth="${isReply ? 1 : 0}"]`, { has: shown });
      if ((await items.count()) < length) wrong.add('shown at the wrong place');
    }
  }
}
