// Uses an element in a page by WebDriver: reads its shadow root, presses, types. Each function waits for a condition,
// never for a fixed time.

import { mkdirSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { By, error as errors } from 'selenium-webdriver';

import { plain } from '../e2e/support/page.mjs';

/** Where the pictures are kept. */
const RESULTS = fileURLToPath(new URL('../../test-results/engines', import.meta.url));
/** Longest wait for a condition. */
const CONDITION_TIMEOUT_MS = 15_000;
/** Time between two checks of a condition. */
const POLL_INTERVAL_MS = 50;

/** Emoji and the characters that join them. The driver of WebKitGTK has no keys for them. */
const EMOJI = /((?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f)+)/u;

/** Repeats `check` until it does not throw. After the timeout, throws its last error. */
export async function eventually(check) {
  const end = Date.now() + CONDITION_TIMEOUT_MS;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      // A browser whose session has ended does not return.
      if (Date.now() > end || error instanceof errors.NoSuchSessionError) throw error;
    }
    await pause(POLL_INTERVAL_MS);
  }
}

/**
 * The shadow root of the first element that matches `host`; with `null`, the tree of the page. Every function finds the
 * root again, so the element may be rendered at any time.
 */
export function inside(driver, host) {
  const root = () => (host === null ? driver : driver.findElement(By.css(host)).getShadowRoot());

  /** The first match. Throws if it is missing or hidden. */
  const visible = async (selector) => {
    const [element] = await (await root()).findElements(By.css(selector));
    const where = `${selector} in ${host ?? 'the page'}`;
    if (!element) throw new Error(`there is no ${where}`);
    if (!(await element.isDisplayed())) throw new Error(`hidden: ${where}`);
    return element;
  };

  return {
    /** Waits until the first match is visible. */
    shows: (selector) => eventually(() => visible(selector)),

    /** Whether there is a visible match now. */
    async has(selector) {
      const [element] = await (await root()).findElements(By.css(selector));
      return element !== undefined && (await element.isDisplayed());
    },

    /** The number of matches now. */
    count: async (selector) => (await (await root()).findElements(By.css(selector))).length,

    /** The text of the first match, when it is visible. */
    text: (selector) => eventually(async () => plain(await (await visible(selector)).getText())),

    /** The value of the first match. */
    value: (selector) => eventually(async () => (await visible(selector)).getProperty('value')),

    /** Presses the first match with the mouse. */
    press: (selector) => eventually(async () => (await visible(selector)).click()),

    /** Types into the first match, key by key. Emoji are inserted as by an on-screen keyboard. */
    async type(selector, text) {
      const field = await eventually(() => visible(selector));
      for (const [index, part] of text.split(EMOJI).entries()) {
        if (part === '') continue;
        if (index % 2 === 0) await field.sendKeys(part);
        else
          await driver.executeScript(
            "arguments[0].focus(); document.execCommand('insertText', false, arguments[1])",
            field,
            part,
          );
      }
    },

    /** The result of a function of the root. It runs in the page and cannot use variables of this process. */
    evaluate: (body, ...args) =>
      driver.executeScript(
        `const [selector, ...rest] = arguments;
         const root = selector === null ? document : document.querySelector(selector).shadowRoot;
         return (${body})(root, ...rest);`,
        host,
        ...args,
      ),
  };
}

/** The policy of a page is in force: it refuses an inline style. Returns what is refused. */
export async function refuseStyle(driver) {
  await driver.executeScript(
    "document.head.append(Object.assign(document.createElement('style'), { textContent: 'p {}' }))",
  );
  return ['inline'];
}

/** Keeps a picture of the page under this name. Returns what the page heard. */
export async function keepPage(driver, name) {
  const events = await driver.executeScript('return globalThis.heard').catch(() => null);
  const picture = await driver.takeScreenshot().catch(() => null);
  if (picture) {
    mkdirSync(RESULTS, { recursive: true });
    writeFileSync(`${RESULTS}/${name}.png`, picture, 'base64');
  }
  return `the page heard: ${JSON.stringify(events)}`;
}
