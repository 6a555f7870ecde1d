// What a reader has typed into tadwina's own form in the fallback goes into the form of the view, with the focus. Not Rust:
// the fallback is there before the WASM. Another form may have fields that the view does not know: it stays while it is used.

type TextField = HTMLInputElement | HTMLTextAreaElement;

/** The form of tadwina for a comment on the article, as a server renders it and as the view shows it. */
const FORM = '.td-discussion__box > form.td-comment-box';
const FIELDS =
  'textarea, input:not([type="checkbox"], [type="radio"], [type="range"], [type="color"], [type="hidden"])';

/** Whether somebody has written there. A field that is not shown was filled by a script. */
const isWritten = (field: TextField): boolean =>
  field.value !== field.defaultValue && field.getClientRects().length > 0;

/** Hosts in whose fallback an input method is amid a word. */
const composing = new WeakSet<Element>();

/** Notes when an input method begins and ends a word in the fallback of `host`, also before there is a view. */
export function followComposing(host: Element, signal: AbortSignal): void {
  const options = { capture: true, signal };
  host.addEventListener('compositionstart', () => composing.add(host), options);
  host.addEventListener('compositionend', () => composing.delete(host), options);
}

export class Takeover {
  readonly #host: Element;
  readonly #container: Element;

  constructor(host: Element, container: Element) {
    this.#host = host;
    this.#container = container;
  }

  /** Whether everything that was written has a place in the view, and so has the focus. */
  isPossible(): boolean {
    if (composing.has(this.#host)) return false;
    const focused = this.#host.querySelector(':focus-visible');
    return [...this.#written(), ...(focused ? [focused] : [])].every((field) => this.#isFree(field));
  }

  /** Calls `upgrade`, which puts the view into the place of the fallback, and takes over what was written and the focus. */
  around(upgrade: () => void): void {
    const focused = this.#host.querySelector<TextField>(':focus');
    const selection = focused && ([focused.selectionStart, focused.selectionEnd, focused.selectionDirection] as const);
    const texts = this.#written().map((field) => [this.#counterpart(field), field.value] as const);
    const form = texts.length > 0 ? this.#host.querySelector<HTMLFormElement>(FORM) : null;
    const focus = focused && this.#counterpart(focused);
    upgrade();
    for (const [field, text] of texts) {
      if (!field) continue;
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }
    // Otherwise the browser fills it in again when the reader comes back to the page, though the comment may be sent.
    form?.reset();
    if (!focus) return;
    focus.focus({ preventScroll: true });
    const [start, end, direction] = selection ?? [];
    // An address for mails has no selection that a script may know.
    if (start != null && end != null) focus.setSelectionRange(start, end, direction ?? undefined);
  }

  #written(): TextField[] {
    return [...this.#host.querySelectorAll<TextField>(FIELDS)].filter(isWritten);
  }

  /** Whether the view has an empty field for what stands in `field`; who comments may be known from before. */
  #isFree(field: Element): boolean {
    const counterpart = this.#counterpart(field);
    if (!counterpart || counterpart.readOnly) return false;
    return counterpart.localName !== 'textarea' || counterpart.value === '' || !isWritten(field as TextField);
  }

  #counterpart(field: Element): TextField | null {
    if (!field.closest(FORM) || !field.matches(FIELDS)) return null;
    const same =
      field.localName === 'textarea' ? 'textarea' : `[name="${CSS.escape(field.getAttribute('name') ?? '')}"]`;
    return this.#container.querySelector<TextField>(`${FORM} ${same}`);
  }
}
