// The time of one keystroke in a full comment box, from the key event to the painted count: 1000 graphemes of vocalised
// Arabic, on a slowed-down processor. A bare <textarea> shows the share of the browser. Call: node bench/keystroke.mjs
//
// The browser paints as fast as it can and does not wait for the next frame of a screen, so the figures contain no
// waiting.

import { fileURLToPath } from 'node:url';

import { blogs } from '../tests/e2e/support/blog.mjs';
import { article } from '../tests/e2e/support/content.mjs';
import { commentBox, discussed, visit } from '../tests/e2e/support/page.mjs';
import { CPU_SLOWDOWN, launch, print, quantile } from './measure.mjs';

const KEYS = 200;
const LIMIT_GRAPHEMES = 1000;
/** Sample words with all common vowel marks. */
const WORDS = 'مُحَمَّدٌ يَقْرَأُ كِتَابًا ';
const BARE = `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><textarea id="td-body" rows="5" cols="60"></textarea>`;

const graphemes = [...new Intl.Segmenter('ar', { granularity: 'grapheme' }).segment(WORDS.repeat(LIMIT_GRAPHEMES))];
const TEXT = graphemes
  .slice(0, LIMIT_GRAPHEMES)
  .map(({ segment }) => segment)
  .join('');

/**
 * Runs in the page: notes for each key the time from its event to the frame that shows its effect, when all listeners
 * are done, and the time to the first task after that frame.
 */
function noteTimes() {
  globalThis.times = { script: [], painted: [] };
  // A page may be measured more than once.
  globalThis.noting?.abort();
  globalThis.noting = new AbortController();
  const { signal } = globalThis.noting;
  let key;
  const began = ({ timeStamp }) => {
    key = timeStamp;
  };
  document.addEventListener('keydown', began, { capture: true, signal });
  const changed = () => {
    // For a change without a key event the time is NaN, which `type` reports as an error.
    const since = key ?? Number.NaN;
    key = undefined;
    const frame = new MessageChannel();
    frame.port1.onmessage = () => {
      globalThis.times.painted.push(performance.now() - since);
      globalThis.painted();
    };
    requestAnimationFrame(() => {
      globalThis.times.script.push(performance.now() - since);
      frame.port2.postMessage(null);
    });
  };
  document.addEventListener('input', changed, { signal });
}

/** The key of the letter ب. Playwright has no Arabic keyboard and would insert the letter without key events. */
const BEH = { key: 'ب', code: 'KeyF', windowsVirtualKeyCode: 70, text: 'ب', unmodifiedText: 'ب' };

/**
 * Types and deletes a letter in turn at the end of the text, on a processor that is `slowdown` times slower. Returns the
 * times.
 */
export async function type(page, check = async () => {}, slowdown = CPU_SLOWDOWN) {
  const session = await page.context().newCDPSession(page);
  await page.locator('#td-body').fill(TEXT);
  await page.locator('#td-body').press('Control+End');
  await page.evaluate(noteTimes);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  for (let key = 0; key < KEYS; key += 1) {
    // Before the key: it takes another way to the browser, and would be there first now and then.
    await page.evaluate(() => {
      globalThis.frame = new Promise((done) => Object.assign(globalThis, { painted: done }));
    });
    if (key % 2 === 0) {
      await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...BEH });
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...BEH });
    } else {
      await page.keyboard.press('Backspace');
    }
    await page.evaluate(() => globalThis.frame);
    await check(key);
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const times = await page.evaluate(() => globalThis.times);
  // JSON turns NaN into null.
  if (times.painted.length !== KEYS || !times.painted.every(Number.isFinite))
    throw new Error('a change came without a key');
  return times;
}

export async function keystroke() {
  const all = blogs();
  const browser = await launch(['--disable-frame-rate-limit', '--disable-gpu-vsync']);
  try {
    const { url } = await all.open({});
    const page = await browser.newPage({ baseURL: url });
    await visit(page, article('basic').path);
    await discussed(page);
    const box = commentBox(page);
    const times = await type(page, async (key) => {
      const state = await box.count.getAttribute('data-state');
      if (state !== (key % 2 === 0 ? 'over' : 'near')) throw new Error(`the count says ${state} after key ${key + 1}`);
    });

    const plain = await browser.newPage();
    await plain.setContent(BARE);
    const bare = await type(plain);

    console.log(
      `keystroke: ${LIMIT_GRAPHEMES} graphemes of vocalised Arabic, ${KEYS} keystrokes, CPU ${CPU_SLOWDOWN}x, event to painted count; ` +
        `Chromium ${browser.version()}`,
    );
    const milliseconds = (value) => `${value.toFixed(1)} ms`;
    print(
      Object.entries({ 'comment box': times, 'bare textarea': bare }).map(([where, { script, painted }]) => ({
        where,
        'painted p50': milliseconds(quantile(painted, 0.5)),
        'painted p99': milliseconds(quantile(painted, 0.99)),
        'before the frame p50': milliseconds(quantile(script, 0.5)),
        'before the frame p99': milliseconds(quantile(script, 0.99)),
      })),
    );
  } finally {
    await browser.close();
    await all.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await keystroke();
