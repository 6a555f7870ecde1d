// Typing and pasting below a very long discussion, against a bare text box: alone, and below as many comments as HTML.
// The browser paints as fast as it can, so the figures contain no waiting for frames of a screen.

import { type } from '../keystroke.mjs';
import { CPU_SLOWDOWN, median, print, quantile } from '../measure.mjs';
import { openAll } from './long.mjs';
import { openStatic } from './static.mjs';

const PASTES = 5;
const PASTED_CHARACTERS = 100_000;
const WORDS = 'مُحَمَّدٌ يَقْرَأُ كِتَابًا ';
const PASTED = WORDS.repeat(PASTED_CHARACTERS).slice(0, PASTED_CHARACTERS);

/** Runs in the page: the time from the next key to the first task after the frame that shows what it did. */
function nextPaint() {
  globalThis.pasted = new Promise((done) => {
    let since;
    const began = ({ timeStamp }) => {
      since ??= timeStamp;
    };
    const changed = () => {
      document.removeEventListener('keydown', began, { capture: true });
      const frame = new MessageChannel();
      frame.port1.onmessage = () => done(performance.now() - since);
      requestAnimationFrame(() => frame.port2.postMessage(null));
    };
    document.addEventListener('keydown', began, { capture: true });
    document.addEventListener('input', changed, { once: true });
  });
}

/** Pastes a long text into the empty box, again and again. Returns the times. */
async function paste(page) {
  await page.bringToFront();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((text) => navigator.clipboard.writeText(text), PASTED);
  const box = page.locator('#td-body');
  const times = [];
  for (let time = 0; time < PASTES; time += 1) {
    await box.fill('');
    await box.focus();
    await page.evaluate(nextPaint);
    await page.keyboard.press('Control+V');
    times.push(await page.evaluate(() => globalThis.pasted));
    const length = await box.evaluate(({ value }) => value.length);
    if (length !== PASTED.length) throw new Error(`${length} characters were pasted`);
  }
  return times;
}

/** Prints the times of keys and pastes. */
export async function writing(browser, url, comments) {
  const alone = await openStatic(browser, []);
  const below = await openStatic(browser, comments);
  const pages = {
    'bare textarea': alone.page,
    'bare textarea below as many comments in HTML': below.page,
    'comment box': await openAll(browser, url),
  };
  try {
    const milliseconds = (value) => `${value.toFixed(1)} ms`;
    console.log(
      `writing below ${comments.length} comments; 1000 graphemes of vocalised Arabic, 200 keys; ${PASTES} pastes of ` +
        `${PASTED_CHARACTERS} characters; from the key to the painted effect`,
    );
    for (const slowdown of [1, CPU_SLOWDOWN]) {
      const rows = [];
      for (const [where, page] of Object.entries(pages)) {
        await page.bringToFront();
        const { painted } = await type(page, async () => {}, slowdown);
        rows.push({ [`CPU ${slowdown}x`]: where, ...percentiles(painted, milliseconds) });
      }
      print(rows);
    }
    const rows = [];
    for (const [where, page] of Object.entries(pages)) {
      const times = await paste(page);
      rows.push({ paste: where, median: milliseconds(median(times)), longest: milliseconds(Math.max(...times)) });
    }
    print(rows);
  } finally {
    await alone.close();
    await below.close();
  }
}

const percentiles = (times, written) => ({ p50: written(quantile(times, 0.5)), p99: written(quantile(times, 0.99)) });
