// What the tests do with an element in a page, by WebDriver: look into its shadow root, press, type.
// Everything waits for its condition; nothing waits for a time.

import { setTimeout as pause } from 'node:timers/promises';

import { By, error as errors } from 'selenium-webdriver';

/** Longest wait for a condition. Unit: milliseconds. */
const PATIENCE = 15_000;
/** Between two looks. Unit: milliseconds. */
const BETWEEN = 50;

/** Emoji, with what joins them: WebKitGTK's driver has no keys for them. */
const EMOJI = /((?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f)+)/u;

/** Tries again until `check` no longer throws; then its last complaint is the test's. */
export async function eventually(check) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      // A browser that has gone does not come back.
      if (Date.now() > end || error instanceof errors.NoSuchSessionError) throw error;
    }
    await pause(BETWEEN);
  }
}

/** Text as people read it: without direction marks, every space alike. */
export function plain(text) {
  return text
    .replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
}

/**
 * The shadow root of the first element that matches `host`; `null` for the page's own tree. It is looked
 * for anew at every question, so that it does not matter when it is rendered.
 */
export function inside(driver, host) {
  const root = () => (host === null ? driver : driver.findElement(By.css(host)).getShadowRoot());

  /** The first match, once it is to be seen. */
  const seen = async (selector) => {
    const [element] = await (await root()).findElements(By.css(selector));
    const where = `${selector} in ${host ?? 'the page'}`;
    if (!element) throw new Error(`there is no ${where}`);
    if (!(await element.isDisplayed())) throw new Error(`not to be seen: ${where}`);
    return element;
  };

  return {
    /** Waits until the first match is to be seen. */
    shows: (selector) => eventually(() => seen(selector)),

    /** Whether there is a match and it is to be seen, now. */
    async has(selector) {
      const [element] = await (await root()).findElements(By.css(selector));
      return element !== undefined && (await element.isDisplayed());
    },

    /** How many match, now. */
    count: async (selector) => (await (await root()).findElements(By.css(selector))).length,

    /** The text of the first match, once it is to be seen. */
    text: (selector) => eventually(async () => plain(await (await seen(selector)).getText())),

    /** What the first match holds. */
    value: (selector) => eventually(async () => (await seen(selector)).getProperty('value')),

    /** Presses the first match with the mouse. */
    press: (selector) => eventually(async () => (await seen(selector)).click()),

    /** Types into the first match, key by key; emoji come as from an on-screen keyboard. */
    async type(selector, text) {
      const field = await eventually(() => seen(selector));
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

    /** The answer of a function of the root; it runs in the page and must not name anything outside itself. */
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
