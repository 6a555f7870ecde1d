// What tadwina holds in a page: listeners, timers and observers.

/**
 * Runs in the page: counts from now on the listeners that tadwina adds to the page and to its elements, and its timers
 * and observers.
 */
export function countResources() {
  // The driver of the browser adds listeners too.
  const isByTadwina = () => new Error('stack').stack.includes('/tadwina/');
  const listeners = [];
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const options = (given) => (typeof given === 'object' && given ? given : { capture: Boolean(given) });
  const same =
    (target, type, listener, { capture = false }) =>
    (each) =>
      each.target === target && each.type === type && each.listener === listener && each.capture === capture;
  const forget = (is) => {
    const at = listeners.findIndex(is);
    if (at >= 0) listeners.splice(at, 1);
  };
  EventTarget.prototype.addEventListener = function (type, listener, given) {
    const target = this ?? globalThis;
    const is = same(target, type, listener, options(given));
    // Listeners within a widget go with its nodes. The element itself may return.
    const isOfPage = [globalThis, document, document.documentElement, document.body].includes(target);
    const isOfHost =
      target instanceof ShadowRoot ||
      (target instanceof Element &&
        target.matches('[id="here"], tadwina-article, tadwina-comments, tadwina-share, tadwina-blog'));
    if ((isOfPage || isOfHost) && isByTadwina() && listener && !listeners.some(is)) {
      listeners.push({ target, type, listener, capture: options(given).capture ?? false });
      if (options(given).signal) add.call(options(given).signal, 'abort', () => forget(is));
      if (options(given).once) add.call(target, type, () => forget(is), { once: true });
    }
    return add.call(target, type, listener, given);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, given) {
    forget(same(this ?? globalThis, type, listener, options(given)));
    return remove.call(this ?? globalThis, type, listener, given);
  };

  const timers = new Set();
  const { setInterval: every, clearInterval: stop, setTimeout: after, clearTimeout: cancel } = globalThis;
  globalThis.setInterval = (...given) => {
    const timer = every(...given);
    if (isByTadwina()) timers.add(timer);
    return timer;
  };
  globalThis.setTimeout = (call, ...given) => {
    if (!isByTadwina()) return after(call, ...given);
    const timer = after(
      (...passed) => {
        timers.delete(timer);
        call(...passed);
      },
      ...given,
    );
    timers.add(timer);
    return timer;
  };
  globalThis.clearInterval = (timer) => {
    timers.delete(timer);
    stop(timer);
  };
  globalThis.clearTimeout = (timer) => {
    timers.delete(timer);
    cancel(timer);
  };

  const observers = new Set();
  for (const name of ['IntersectionObserver', 'MutationObserver', 'ResizeObserver']) {
    globalThis[name] = class extends globalThis[name] {
      observe(...given) {
        if (isByTadwina()) observers.add(this);
        super.observe(...given);
      }
      disconnect() {
        observers.delete(this);
        super.disconnect();
      }
    };
  }
  Object.defineProperty(globalThis, 'resources', {
    value: () => ({ listeners: listeners.map(({ type }) => type), timers: timers.size, observers: observers.size }),
  });
}

/** The listeners, timers and observers of tadwina in a page. */
export const resources = (page) => page.evaluate(() => globalThis.resources());

export const NO_RESOURCES = { listeners: [], timers: 0, observers: 0 };

/** Removes an element from the page. */
export const remove = (page, selector) => page.locator(selector).evaluate((element) => element.remove());
