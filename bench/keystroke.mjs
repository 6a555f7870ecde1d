// What one keystroke costs in a full comment box: 1000 letters of vocalised Arabic, processor slowed
// down, from the key event to the painted count. Beside it the same keystrokes in a bare <textarea>, which
// is what the browser itself takes. Call: node bench/keystroke.mjs
//
// The browser paints as fast as it can (no waiting for the next frame of a screen), so that the figure is
// work and not waiting.

import { fileURLToPath } from 'node:url';

import { blogs } from '../tests/e2e/support/blog.mjs';
import { article } from '../tests/e2e/support/content.mjs';
import { commentBox, discussed, visit } from '../tests/e2e/support/page.mjs';
import { CPU, launch, print, quantile } from './measure.mjs';

const KEYS = 200;
const LIMIT = 1000;
/** Letters of the sample word, with every vowel mark that is common. */
const WORD = 'مُحَمَّدٌ يَقْرَأُ كِتَابًا ';
const BARE = `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><textarea id="td-body" rows="5" cols="60"></textarea>`;

const letters = [...new Intl.Segmenter('ar', { granularity: 'grapheme' }).segment(WORD.repeat(LIMIT))];
const TEXT = letters
  .slice(0, LIMIT)
  .map(({ segment }) => segment)
  .join('');

/**
 * In the page: notes for each key the time from its event to the frame that shows its effect, when all that
 * listens to it is done, and to the first task after that frame.
 */
function watch() {
  globalThis.costs = { script: [], painted: [] };
  let key;
  const began = ({ timeStamp }) => {
    key = timeStamp;
  };
  document.addEventListener('keydown', began, { capture: true });
  document.addEventListener('input', () => {
    // A change without a key of its own is not a number, which ends the measurement.
    const since = key ?? Number.NaN;
    key = undefined;
    const frame = new MessageChannel();
    frame.port1.onmessage = () => {
      globalThis.costs.painted.push(performance.now() - since);
      globalThis.painted();
    };
    requestAnimationFrame(() => {
      globalThis.costs.script.push(performance.now() - since);
      frame.port2.postMessage(null);
    });
  });
}

/** The key of the letter ب. Playwright's own keyboard has no Arabic, and inserts such letters without any key. */
const BEH = { key: 'ب', code: 'KeyF', windowsVirtualKeyCode: 70, text: 'ب', unmodifiedText: 'ب' };

/** Types and deletes a letter at the end of the text by turns. */
async function type(page, check) {
  const session = await page.context().newCDPSession(page);
  await page.locator('#td-body').fill(TEXT);
  await page.locator('#td-body').press('Control+End');
  await page.evaluate(watch);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU });
  for (let key = 0; key < KEYS; key += 1) {
    const painted = page.evaluate(() => new Promise((done) => Object.assign(globalThis, { painted: done })));
    if (key % 2 === 0) {
      await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...BEH });
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...BEH });
    } else {
      await page.keyboard.press('Backspace');
    }
    await painted;
    await check(key);
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const costs = await page.evaluate(() => globalThis.costs);
  // JSON has no NaN but null.
  if (costs.painted.length !== KEYS || !costs.painted.every(Number.isFinite))
    throw new Error('a change came without a key');
  return costs;
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
    const costs = await type(page, async (key) => {
      const state = await box.count.getAttribute('data-state');
      if (state !== (key % 2 === 0 ? 'over' : 'near')) throw new Error(`the count says ${state} after key ${key + 1}`);
    });

    const plain = await browser.newPage();
    await plain.setContent(BARE);
    const bare = await type(plain, async () => {});

    console.log(
      `keystroke: ${LIMIT} letters of vocalised Arabic, ${KEYS} keystrokes, CPU ${CPU}x, event to painted count; ` +
        `Chromium ${browser.version()}`,
    );
    const milliseconds = (value) => `${value.toFixed(1)} ms`;
    print(
      Object.entries({ 'comment box': costs, 'bare textarea': bare }).map(([where, { script, painted }]) => ({
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
