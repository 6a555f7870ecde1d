// What a reader has typed into tadwina's own form in the fallback goes into the form of the view, with the focus. Not Rust:
// the fallback is there before the WASM. Another form may have fields that the view does not know: it stays while it is used.

type TextField = HTMLInputElement | HTMLTextAreaElement;

/** The form of tadwina, as a server renders it and as the view shows it. */
const FORM = 'form.td-comment-box';
const FIELDS =
  'textarea, input:not([type="checkbox"], [type="radio"], [type="range"], [type="color"], [type="hidden"])';

/** Whether somebody has written there. A field that is not shown was filled by a script. */
const isWritten = (field: TextField): boolean =>
  field.value !== field.defaultValue && field.getClientRects().length > 0;

export class Takeover {
  readonly #host: Element;
  readonly #container: Element;
  /** The reader's input method is amid a word. */
  #isComposing = false;

  constructor(host: Element, container: Element, signal: AbortSignal) {
    this.#host = host;
    this.#container = container;
    const options = { capture: true, signal };
    host.addEventListener('compositionstart', () => this.#compose(true), options);
    host.addEventListener('compositionend', () => this.#compose(false), options);
  }

  #compose(isComposing: boolean): void {
    this.#isComposing = isComposing;
  }

  /** Whether everything that was written has a place in the view, and so has the focus. */
  isPossible(): boolean {
    if (this.#isComposing) return false;
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
    const name = field.closest(FORM) && field.matches(FIELDS) ? field.getAttribute('name') : null;
    return name ? this.#container.querySelector<TextField>(`${FORM} [name="${CSS.escape(name)}"]`) : null;
  }
}
