// When an element that loads lazily starts. Not Rust: until then no WASM is loaded.

import { windowOf } from './shadow.js';

/** Whether the page's address names a comment: it may lie in an element that has not started. */
const isCommentNamed = (view: Window) => /^#comment-\d+$/.test(view.location.hash);

/**
 * Waits until `host` is at most a window's height away from the window, or the address names a comment, or `skip` is called.
 * Rejected when `signal` aborts.
 */
export function near(host: Element, signal: AbortSignal): { waited: Promise<void>; skip: () => void } {
  let skip = () => {};
  const view = windowOf(host);
  const waited = new Promise<void>((resolve, reject) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) skip();
      },
      { rootMargin: '100%' },
    );
    skip = () => {
      observer.disconnect();
      resolve();
    };
    observer.observe(host);
    view.addEventListener('hashchange', () => isCommentNamed(view) && skip(), { signal });
    signal.addEventListener('abort', () => {
      observer.disconnect();
      reject(signal.reason);
    });
    if (isCommentNamed(view)) skip();
  });
  return { waited, skip };
}
