// Keeps the focus over a change of settings. Not Rust: where the widget is recreated, the WASM keeps nothing of the first.

import { scrollerOf } from './fallback.js';

const FOCUSABLE = 'a[href], button, input, textarea';

/**
 * Notes where the focus is within `container`. The function that it returns puts it back, to the same place in the window,
 * after the view was made anew.
 */
export function rememberFocus(container: HTMLElement): () => void {
  const all = () => [...container.querySelectorAll<HTMLInputElement>(FOCUSABLE)];
  const focused = (container.getRootNode() as Document | ShadowRoot).activeElement;
  const index = all().indexOf(focused as HTMLInputElement);
  const before = all()[index];
  if (!before) return () => {};
  const { id, selectionStart, selectionEnd, selectionDirection } = before;
  const place = before.getBoundingClientRect().top;
  return () =>
    setTimeout(() => {
      const same = id ? container.querySelector<HTMLInputElement>(`[id="${id}"]`) : all()[index];
      if (!same || same === before) return;
      same.focus({ preventScroll: true });
      if (selectionStart != null)
        same.setSelectionRange?.(selectionStart, selectionEnd, selectionDirection ?? undefined);
      // What was made anew above it may have another height.
      const moved = same.getBoundingClientRect().top - place;
      scrollerOf(container).scrollBy({ top: moved, behavior: 'instant' });
    });
}
