// What goes wrong in the browser of a reader: a storage that is full, a clock that is moved. And what the page claims there.

import { readFileSync } from 'node:fs';

/** How long the client waits for an answer, and how long it waits here. Unit: milliseconds. */
const FETCH_TIMEOUT_MS =
  1000 *
  Number(
    /FETCH_TIMEOUT: Duration = Duration::from_secs\((\d+)\)/.exec(
      readFileSync('src/browser/web/fetch/send.rs', 'utf8'),
    )[1],
  );
const SHORT_TIMEOUT_MS = 1000;

/** In the page, before its own scripts. */
function prepare({ limit, short }) {
  const own = globalThis.setTimeout;
  globalThis.setTimeout = (callback, ms, ...rest) => own(callback, ms === limit ? short : ms, ...rest);
  const end = AbortSignal.timeout.bind(AbortSignal);
  AbortSignal.timeout = (ms) => end(ms === limit ? short : ms);

  const Clock = globalThis.Date;
  const now = () => Clock.now() + (globalThis.world?.clockMs ?? 0);
  globalThis.Date = class extends Clock {
    constructor(...time) {
      super(...(time.length > 0 ? time : [now()]));
    }
    static now() {
      return now();
    }
  };

  const save = Storage.prototype.setItem;
  Storage.prototype.setItem = function setItem(...entry) {
    const full = globalThis.world?.full ?? [];
    if (full.some((name) => globalThis[name] === this)) throw new DOMException('full', 'QuotaExceededError');
    save.apply(this, entry);
  };

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
        globalThis.claimed(kind);
      }
    }
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
}

/**
 * A reader's browser. `onClaim` is told of every message in its pages by which a comment is called published (`success`)
 * or arrived (`held`, `duplicate`).
 */
export async function openBrowser(browser, onClaim) {
  const context = await browser.newContext();
  await context.exposeBinding('claimed', (_, kind) => onClaim(kind));
  await context.addInitScript(prepare, { limit: FETCH_TIMEOUT_MS, short: SHORT_TIMEOUT_MS });
  const world = { clockMs: 0, full: [] };
  const change = async () => {
    const put = (state) => {
      globalThis.world = state;
    };
    await context.addInitScript(put, world);
    for (const page of context.pages()) await page.evaluate(put, world);
  };
  return {
    async open() {
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      return page;
    },
    /** Sets the clock forward, or back. */
    async moveClock(ms) {
      world.clockMs += ms;
      await change();
    },
    /** From now on these storages, such as `localStorage`, save nothing. */
    async fill(...storages) {
      world.full = storages;
      await change();
    },
    get isFull() {
      return world.full.length > 0;
    },
    close: () => context.close(),
  };
}
