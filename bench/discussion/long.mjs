// All of a very long discussion in the page: the longest task on the way there, memory, scrolling.

import { startCounting } from '../../tests/support/growth.mjs';
import { CPU_SLOWDOWN, print, quantile } from '../measure.mjs';
import { POST_PATH } from './site.mjs';

const TIMEOUT_MS = 120_000;
const MIB = 1024 * 1024;
/** How far one frame scrolls: a quick flick. Unit: CSS pixels. */
const STEP_PX = 800;

/** Runs in the page: the durations of long tasks, from 50 ms on. */
function noteTasks() {
  globalThis.tasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.tasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
}

/** Runs in the page: presses “more” until it is gone. Returns how often, and for how long. */
async function pressMore(timeout) {
  const began = performance.now();
  const frame = () => new Promise(requestAnimationFrame);
  let presses = 0;
  for (;;) {
    const button = document.querySelector('.td-discussion__more');
    if (!button) break;
    if (performance.now() - began > timeout) throw new Error(`still more after ${presses} presses`);
    if (button.getAttribute('aria-disabled') === 'false') {
      button.click();
      presses += 1;
    }
    await frame();
  }
  await frame();
  return { presses, duration: performance.now() - began };
}

/** Runs in the page: scrolls from its top to its end, a step each frame. Returns the times between the frames. */
async function scrollThrough(step) {
  const frame = () => new Promise(requestAnimationFrame);
  scrollTo(0, 0);
  await frame();
  const times = [];
  let before = await frame();
  let last = -1;
  while (scrollY !== last) {
    last = scrollY;
    scrollBy(0, step);
    const now = await frame();
    times.push(now - before);
    before = now;
  }
  return times;
}

/** The longest tasks in a page that has been loaded with `noteTasks`. */
async function takeTasks(page) {
  await page.evaluate(() => new Promise((done) => setTimeout(done)));
  return page.evaluate(() => globalThis.tasks.splice(0));
}

const longest = (tasks) => (tasks.length > 0 ? `${Math.max(...tasks).toFixed(0)} ms` : 'below 50 ms');

/** Opens the article, with a slow processor from the beginning. */
async function open(browser, url) {
  const page = await browser.newPage({ viewport: { width: 412, height: 823 } });
  page.setDefaultTimeout(TIMEOUT_MS);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  await page.addInitScript(noteTasks);
  const count = await startCounting(page, url + POST_PATH, () => document.querySelector('.td-comment'));
  return { page, count, setRate: (rate) => session.send('Emulation.setCPUThrottlingRate', { rate }) };
}

/** Prints the long tasks while an ordinary discussion is rendered. */
export async function ordinary(browser, url, comments) {
  const { page } = await open(browser, url);
  await page.waitForFunction((wanted) => document.querySelectorAll('.td-comment').length === wanted, comments.length);
  const tasks = await takeTasks(page);
  console.log(`an article with ${comments.length} comments, from its address to all of them; CPU ${CPU_SLOWDOWN}x`);
  print([
    { 'long tasks': tasks.length, longest: longest(tasks), all: tasks.map((task) => Math.round(task)).join(' ') },
  ]);
  await page.close();
}

/** A page with all comments in it. */
export async function openAll(browser, url) {
  const { page, setRate } = await open(browser, url);
  await setRate(1);
  await page.waitForFunction(() => document.querySelector('.td-discussion__more[aria-disabled="false"]'));
  await page.evaluate(pressMore, TIMEOUT_MS);
  return page;
}

/** Loads everything and prints what that costs. */
export async function everything(browser, url, comments) {
  const { page, count, setRate } = await open(browser, url);
  await page.waitForFunction(() => document.querySelector('.td-discussion__more[aria-disabled="false"]'));
  const first = await takeTasks(page);
  const { presses, duration } = await page.evaluate(pressMore, TIMEOUT_MS);
  const more = await takeTasks(page);
  const shown = await page.locator('.td-comment').count();
  if (shown !== comments.length) throw new Error(`${shown} of ${comments.length} comments are shown`);
  const times = await page.evaluate(scrollThrough, STEP_PX);
  const scrolling = await takeTasks(page);
  await setRate(1);
  const { wasm, heap, nodes } = await count();
  console.log(
    `all ${comments.length} comments, “more” pressed ${presses} times in ${(duration / 1000).toFixed(1)} s; CPU ${CPU_SLOWDOWN}x`,
  );
  print([
    { while: 'the first ones load', 'long tasks': first.length, longest: longest(first) },
    { while: 'the rest loads', 'long tasks': more.length, longest: longest(more) },
    { while: 'scrolling', 'long tasks': scrolling.length, longest: longest(scrolling) },
  ]);
  print([
    {
      'frames while scrolling': times.length,
      median: `${quantile(times, 0.5).toFixed(1)} ms`,
      p99: `${quantile(times, 0.99).toFixed(1)} ms`,
      longest: `${Math.max(...times).toFixed(1)} ms`,
      'over 50 ms': times.filter((time) => time > 50).length,
    },
  ]);
  const mib = (bytes) => `${(bytes / MIB).toFixed(1)} MiB`;
  print([{ 'memory after the garbage collector': mib(wasm + heap), WASM: mib(wasm), 'JS heap': mib(heap), nodes }]);
  await page.close();
}
