// The events of the elements. Not Rust: those of a view wait here until it stands in the page, and one comes without WASM.

import type { ErrorKind } from './generated/errors.js';

/** Why something could not be read, set or started. */
export type TadwinaErrorKind =
  | ErrorKind
  /** The bundle could not be loaded. */
  | 'not-started';

/** The element shows what it was asked for. */
export type TadwinaReadyEvent = CustomEvent<Record<string, never>>;
/** A link within the element was pressed. Cancelable: then the page shows `url`. */
export type TadwinaNavigateEvent = CustomEvent<{ url: string }>;
/** The element shows another page. `title` is empty on the front page; `site` is the blog's name, empty until it is known. */
export type TadwinaTitleEvent = CustomEvent<{ title: string; site: string }>;
/** The share button was pressed. Cancelable: then the page shares. */
export type TadwinaShareEvent = CustomEvent<{ title: string; url: string }>;
/** A comment is about to be sent. Cancelable: then the text stays in the box. */
export type TadwinaCommentSubmitEvent = CustomEvent<{ post: number; name: string; email: string; text: string }>;
/** The site has the comment. `comment` is its number, `null` where the site does not tell. */
export type TadwinaCommentSentEvent = CustomEvent<{
  post: number;
  comment: number | null;
  status: 'approved' | 'held';
}>;
/** Something could not be read or set. `message` is for developers. */
export type TadwinaErrorEvent = CustomEvent<{ kind: TadwinaErrorKind; message: string }>;

/** Every event by its name. They bubble and cross shadow roots. */
export interface TadwinaEventMap {
  'tadwina-ready': TadwinaReadyEvent;
  'tadwina-navigate': TadwinaNavigateEvent;
  'tadwina-title': TadwinaTitleEvent;
  'tadwina-share': TadwinaShareEvent;
  'tadwina-comment-submit': TadwinaCommentSubmitEvent;
  'tadwina-comment-sent': TadwinaCommentSentEvent;
  'tadwina-error': TadwinaErrorEvent;
}

declare global {
  // The first for elements that `mount` was given, the second for HTML elements, the document and the window.
  interface ElementEventMap extends TadwinaEventMap {}
  interface GlobalEventHandlersEventMap extends TadwinaEventMap {}
}

const IS_EVENT: Record<keyof TadwinaEventMap, true> = {
  'tadwina-ready': true,
  'tadwina-navigate': true,
  'tadwina-title': true,
  'tadwina-share': true,
  'tadwina-comment-submit': true,
  'tadwina-comment-sent': true,
  'tadwina-error': true,
};

/**
 * Dispatches the events of a view on its host element. While the fallback is shown, errors go to the page at once and leave
 * the fallback where it is; other events wait until the view stands in the page.
 */
export class EventRelay {
  readonly #host: Element;
  #waiting: (() => void)[] | undefined = [];
  #isShowable = false;

  /** `container` holds the view. Its first `tadwina-ready` calls `showable`: the view has what it was asked for. */
  constructor(host: Element, container: Element, showable: () => void) {
    this.#host = host;
    for (const name of Object.keys(IS_EVENT)) {
      container.addEventListener(name, (event) => {
        event.stopImmediatePropagation();
        if (!this.#waiting || name === 'tadwina-error') return this.#dispatch(event as CustomEvent);
        this.#waiting.push(() => this.#dispatch(event as CustomEvent));
        if (name !== 'tadwina-ready' || this.#isShowable) return;
        this.#isShowable = true;
        showable();
      });
    }
  }

  #dispatch(event: CustomEvent): void {
    const { type, detail, bubbles, composed, cancelable } = event;
    const goesOn = this.#host.dispatchEvent(new CustomEvent(type, { detail, bubbles, composed, cancelable }));
    if (!goesOn) event.preventDefault();
  }

  /** The view stands in the page. */
  open(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    for (const dispatch of waiting) dispatch();
  }
}
