// All of a very long discussion in the page: the longest task on the way there, memory, scrolling.

import { startCounting } from '../../tests/support/growth.mjs';
import { POST_PATH } from '../../tests/support/long-discussion.mjs';
import { CPU_SLOWDOWN, print, quantile } from '../measure.mjs';
import { openStatic } from './static.mjs';

const TIMEOUT_MS = 600_000;
/** Threads that one press brings. */
const PORTION = 100;
const MIB = 1024 * 1024;
/** How far one frame scrolls: a quick flick. Unit: CSS pixels. */
const STEP_PX = 800;
/** How many frames are measured from the top of the page, and as many from its middle and before its end. */
const FRAMES = 100;

/** What counts as a long task. Unit: milliseconds. */
const LONG_MS = 50;

/**
 * Follows the tasks of the page's main thread. Chromium tells of each how long it took and how long the processor worked on
 * it: beside other programs only the second says what the page costs.
 */
async function followTasks(session) {
  const tasks = [];
  const mainThreads = new Set();
  const read = ({ value }) => {
    for (const { ph, name, pid, tid, dur, tdur, args } of value) {
      if (ph === 'M' && name === 'thread_name' && args.name === 'CrRendererMain') mainThreads.add(`${pid} ${tid}`);
      // Times are in microseconds.
      if (ph === 'X' && /RunTask$/.test(name) && dur >= 10_000)
        tasks.push({ thread: `${pid} ${tid}`, duration: dur / 1000, processor: (tdur ?? dur) / 1000 });
    }
  };
  session.on('Tracing.dataCollected', read);
  const start = () =>
    session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['toplevel'] } });
  await start();
  return {
    /** The tasks since the last call. */
    async take() {
      const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
      await session.send('Tracing.end');
      await complete;
      const taken = tasks.splice(0).filter(({ thread }) => mainThreads.has(thread));
      await start();
      return taken;
    },
  };
}

/**
 * Runs in the page: presses “more” so many times, or until it is gone, and waits until everything is rendered. Returns how often,
 * and for how long.
 */
async function pressMore([most, timeout]) {
  const began = performance.now();
  const frame = () => new Promise(requestAnimationFrame);
  // Looking for anything by its class would cost more than what is measured.
  const list = document.querySelector('.td-comment-list');
  let presses = 0;
  for (;;) {
    await frame();
    if (performance.now() - began > timeout) throw new Error(`not rendered after ${presses} presses`);
    const button = document.getElementById('td-more-comments');
    const isBusy = list.ariaBusy === 'true' || button?.getAttribute('aria-disabled') === 'true';
    if (isBusy) continue;
    if (!button || presses === most) return { presses, duration: performance.now() - began };
    button.click();
    presses += 1;
  }
}

/** Runs in the page: scrolls on from three places, a step each frame. Returns the times between the frames. */
async function scrollThrough([step, frames]) {
  const frame = () => new Promise(requestAnimationFrame);
  const page = document.documentElement;
  const times = [];
  for (const part of [0, 0.5, 1]) {
    const start = part * page.scrollHeight - (part === 1 ? step * frames : 0);
    scrollTo({ top: Math.max(0, start), behavior: 'instant' });
    await frame();
    let before = await frame();
    for (let count = 0; count < frames && scrollY + innerHeight < page.scrollHeight - 1; count += 1) {
      scrollBy({ top: step, behavior: 'instant' });
      const now = await frame();
      times.push(now - before);
      before = now;
    }
  }
  return times;
}

/** Scrolls through a static file with the same comments. */
async function scrollStatic(browser, comments) {
  const { page, close } = await openStatic(browser, comments);
  page.setDefaultTimeout(TIMEOUT_MS);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  const times = await page.evaluate(scrollThrough, [STEP_PX, FRAMES]);
  await page.close();
  await close();
  return times;
}

/** A row about the times between frames. */
const frameRow = (where, times) => ({
  scrolling: where,
  frames: times.length,
  median: `${quantile(times, 0.5).toFixed(1)} ms`,
  p99: `${quantile(times, 0.99).toFixed(1)} ms`,
  longest: `${Math.max(...times).toFixed(1)} ms`,
  'over 50 ms': times.filter((time) => time > 50).length,
});

/** A row about tasks. */
function row(name, tasks) {
  const longest = (what) => `${Math.max(0, ...tasks.map((task) => task[what])).toFixed(0)} ms`;
  const long = (what) => tasks.filter((task) => task[what] > LONG_MS).length;
  return {
    while: name,
    [`tasks over ${LONG_MS} ms`]: long('duration'),
    longest: longest('duration'),
    'by the processor': long('processor'),
    'longest by it': longest('processor'),
  };
}

/** Opens the article, with a slow processor from the beginning. */
async function open(browser, url) {
  const page = await browser.newPage({ viewport: { width: 412, height: 823 } });
  page.setDefaultTimeout(TIMEOUT_MS);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  const tasks = await followTasks(session);
  const count = await startCounting(page, url + POST_PATH, () => document.querySelector('.td-comment'));
  return { page, count, tasks, setRate: (rate) => session.send('Emulation.setCPUThrottlingRate', { rate }) };
}

/** Prints the long tasks while an ordinary discussion is rendered. */
export async function ordinary(browser, url, comments) {
  const { page, tasks } = await open(browser, url);
  await page.waitForFunction((wanted) => document.querySelectorAll('.td-comment').length === wanted, comments.length);
  console.log(`an article with ${comments.length} comments, from its address to all of them; CPU ${CPU_SLOWDOWN}x`);
  print([row('everything', await tasks.take())]);
  await page.close();
}

/** A page with all comments in it. */
export async function openAll(browser, url) {
  const { page, setRate } = await open(browser, url);
  await setRate(1);
  await page.waitForFunction(() => document.querySelector('.td-discussion__more[aria-disabled="false"]'));
  await page.evaluate(pressMore, [Number.POSITIVE_INFINITY, TIMEOUT_MS]);
  return page;
}

/**
 * Loads everything and prints what that costs. A slow processor has the first comments and the last portion; those between come
 * at full speed, or it would take a quarter of an hour.
 */
export async function everything(browser, url, comments) {
  const { page, count, tasks, setRate } = await open(browser, url);
  await page.waitForFunction(() => document.querySelector('.td-discussion__more[aria-disabled="false"]'));
  const first = await tasks.take();
  await setRate(1);
  const portions = comments.filter(({ parent }) => parent === 0).length / PORTION;
  const { presses, duration } = await page.evaluate(pressMore, [portions - 1, TIMEOUT_MS]);
  const between = await tasks.take();
  await setRate(CPU_SLOWDOWN);
  await page.evaluate(pressMore, [Number.POSITIVE_INFINITY, TIMEOUT_MS]);
  const last = await tasks.take();
  const shown = await page.locator('.td-comment').count();
  if (shown !== comments.length) throw new Error(`${shown} of ${comments.length} comments are shown`);
  const times = await page.evaluate(scrollThrough, [STEP_PX, FRAMES]);
  const scrolling = await tasks.take();
  await setRate(1);
  const { wasm, heap, nodes } = await count();
  console.log(
    `all ${comments.length} comments; “more” pressed ${presses} times at full speed in ${(duration / 1000).toFixed(1)} s, then at CPU ${CPU_SLOWDOWN}x`,
  );
  print([
    row('the first ones load', first),
    row('portions load at full speed', between),
    row('the last portion loads', last),
    row('scrolling', scrolling),
  ]);
  const fileTimes = await scrollStatic(browser, comments);
  print([frameRow('tadwina', times), frameRow('static file', fileTimes)]);
  const mib = (bytes) => `${(bytes / MIB).toFixed(1)} MiB`;
  print([{ 'memory after the garbage collector': mib(wasm + heap), WASM: mib(wasm), 'JS heap': mib(heap), nodes }]);
  await page.close();
}
