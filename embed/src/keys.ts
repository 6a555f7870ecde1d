// Keys that are typed into a field of a widget stay in it. Not Rust: the views need not know of it.

const FIELDS = 'input, textarea, select, [contenteditable]';

/** Keys that write nothing and that a page may wait for: to close what it has opened, to lead the focus. */
const OF_THE_PAGE = /^(?:Escape|Tab|F\d+)$/;

/** Whether a page may have a shortcut of its own for the key. AltGraph writes letters: it comes with Ctrl and Alt in Windows. */
const isShortcut = (event: KeyboardEvent): boolean =>
  OF_THE_PAGE.test(event.key) ||
  ((event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState('AltGraph'));

/**
 * Ends the way of keys that somebody types into the fields of `container`. A page with shortcuts of single keys looks whether
 * a field has the focus, and sees only the host of a shadow root.
 */
export function keepKeys(container: HTMLElement): void {
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    container.addEventListener(type, (event) => {
      // What the page put into a slot is the page's.
      const field = (event.target as Element).closest(FIELDS);
      if (field && container.contains(field) && !isShortcut(event)) event.stopPropagation();
    });
  }
}
