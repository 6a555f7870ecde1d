// The four custom elements. Not Rust: a page has them, with their fallback, before any WASM is loaded.

import type { ArticleProperties, BlogProperties, CommentsProperties, ShareProperties } from './generated/attributes.js';
import { type Kind, NAMES, type Name, written } from './settings.js';
import { Widget } from './widget.js';

/** Servers that render pages import this too, and have no elements. */
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/** Not private fields: in declarations these ask for a newer target than some projects have. */
const widgets = new WeakMap<HTMLElement, Widget>();

/** A property that the page set before the element was defined hides the one that sets the attribute. */
function takeProperties(element: HTMLElement): void {
  for (const property of [...NAMES.keys()].filter((each) => Object.hasOwn(element, each))) {
    const value: unknown = Reflect.get(element, property);
    Reflect.deleteProperty(element, property);
    Reflect.set(element, property, value);
  }
}

/**
 * @fires {TadwinaReadyEvent} tadwina-ready
 * @fires {TadwinaErrorEvent} tadwina-error
 *
 * @slot - The fallback: shown until tadwina is ready, and kept when it cannot start.
 * @slot header - Before what the element shows.
 * @slot footer - After what the element shows.
 *
 * @csspart error - What stands in the place of what could not be shown.
 *
 * @cssprop --tadwina-color-scheme - Light or dark; the attribute `theme` wins.
 * @cssprop {<color>} --tadwina-paper - Behind everything.
 * @cssprop {<color>} --tadwina-shade - Behind what is set apart.
 * @cssprop {<color>} --tadwina-ink - Text.
 * @cssprop {<color>} --tadwina-faint - Dates, hints.
 * @cssprop {<color>} --tadwina-line - Rules between sections.
 * @cssprop {<color>} --tadwina-edge - Borders of fields and buttons.
 * @cssprop {<color>} --tadwina-accent - Links, focus, the main button.
 * @cssprop {<color>} --tadwina-on-accent - Text on the accent.
 * @cssprop {<color>} --tadwina-danger - What is wrong.
 * @cssprop {<length>} --tadwina-unit - What one rem is, for sites whose root has another size.
 * @cssprop --tadwina-font-arabic - Face of reading in Arabic script; the page's own unless set.
 * @cssprop --tadwina-font-latin - Face of reading in Latin script; the page's own unless set.
 * @cssprop --tadwina-font-plain - Face of everything else; the page's own unless set.
 * @cssprop --tadwina-font-code - Face of code.
 * @cssprop {<length>} --tadwina-measure - Width of a line of text.
 * @cssprop {<length>} --tadwina-wide - Width of pictures and lists.
 * @cssprop {<length>} --tadwina-gutter - By how much the comment form of a narrow element reaches out of it on both sides.
 * @cssprop {<length>} --tadwina-space - The step of all distances.
 * @cssprop {<length>} --tadwina-scroll-margin - What stays free above what is scrolled to, such as a bar of the page.
 * @cssprop {<length>} --tadwina-radius - Of corners.
 * @cssprop {<length>} --tadwina-size-arabic - Size of text in Arabic script.
 * @cssprop {<length>} --tadwina-size-latin - Size of text in Latin script.
 */
export abstract class TadwinaElement extends Base {
  /** @internal */
  static readonly kind: Kind;
  /** @internal */
  static readonly observedAttributes: readonly string[] = [...NAMES.values()];

  /** @internal */
  connectedCallback(): void {
    // An element that was moved keeps its widget.
    if (widgets.has(this)) return;
    takeProperties(this);
    const { kind } = this.constructor as typeof TadwinaElement;
    const widget = new Widget(this, kind, (name) => this.getAttribute(name));
    widgets.set(this, widget);
    void widget.start(this.getAttribute('loading')?.trim() === 'eager');
  }

  /** @internal */
  disconnectedCallback(): void {
    // Only when the page's script has ended is it known whether the element was removed or moved.
    queueMicrotask(() => {
      if (this.isConnected) return;
      widgets.get(this)?.stop();
      widgets.delete(this);
    });
  }

  /** @internal */
  adoptedCallback(): void {
    widgets.get(this)?.adopt();
  }

  /**
   * With this, `moveBefore` disconnects nothing.
   * @internal
   */
  connectedMoveCallback(): void {}

  /** @internal */
  attributeChangedCallback(name: Name, before: string | null, now: string | null): void {
    if (before !== now) widgets.get(this)?.change([name]);
  }
}

for (const [property, name] of NAMES) {
  Object.defineProperty(TadwinaElement.prototype, property, {
    configurable: true,
    enumerable: true,
    get(this: TadwinaElement) {
      return this.getAttribute(name);
    },
    set(this: TadwinaElement, value: unknown) {
      if (value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, written(value));
    },
  });
}

/**
 * @fires {TadwinaCommentSubmitEvent} tadwina-comment-submit
 * @fires {TadwinaCommentSentEvent} tadwina-comment-sent
 *
 * @slot comment-notice - Above the button of the comment box.
 *
 * @csspart discussion-title - The heading of the discussion.
 * @csspart comment - One comment.
 * @csspart comment-box - The form in which a comment is written.
 * @csspart field - One field of it: label, input, hint, error.
 * @csspart count - The characters that remain.
 * @csspart submit - The button that sends.
 * @csspart notice - A message, such as that comments are closed.
 */
export abstract class DiscussionElement extends TadwinaElement {}

/**
 * @fires {TadwinaShareEvent} tadwina-share
 *
 * @csspart title - The title of an article.
 * @csspart byline - Who wrote the article, and when.
 * @csspart share-button - The share button.
 * @csspart share-menu - Its menu.
 * @csspart body - The text of an article.
 */
export abstract class ReadingElement extends DiscussionElement {}

export interface TadwinaArticle extends ArticleProperties {}
/**
 * One article: title, byline, share button, picture, text, discussion.
 *
 * @tag tadwina-article
 * @summary One article with its discussion.
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the loop above defines the properties.
export class TadwinaArticle extends ReadingElement {
  /** @internal */
  static override readonly kind = 'article';
}

export interface TadwinaComments extends CommentsProperties {}
/**
 * The discussion of an article and its comment box, for an article that the page renders itself.
 *
 * @tag tadwina-comments
 * @summary The discussion of an article.
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the loop above defines the properties.
export class TadwinaComments extends DiscussionElement {
  /** @internal */
  static override readonly kind = 'comments';
}

export interface TadwinaShare extends ShareProperties {}
/**
 * The share button, for an article or for the page itself.
 *
 * @tag tadwina-share
 * @summary The share button.
 *
 * @fires {TadwinaShareEvent} tadwina-share
 *
 * @csspart share-button - The share button.
 * @csspart share-menu - Its menu.
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the loop above defines the properties.
export class TadwinaShare extends TadwinaElement {
  /** @internal */
  static override readonly kind = 'share';
}

export interface TadwinaBlog extends BlogProperties {}
/**
 * The whole blog: lists, categories, articles.
 *
 * @tag tadwina-blog
 * @summary The whole blog.
 *
 * @fires {TadwinaNavigateEvent} tadwina-navigate
 * @fires {TadwinaTitleEvent} tadwina-title
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the loop above defines the properties.
export class TadwinaBlog extends ReadingElement {
  /** @internal */
  static override readonly kind = 'blog';
}

declare global {
  interface HTMLElementTagNameMap {
    'tadwina-article': TadwinaArticle;
    'tadwina-comments': TadwinaComments;
    'tadwina-share': TadwinaShare;
    'tadwina-blog': TadwinaBlog;
  }
}

/** Registers the elements, those that the page does not have yet. Does nothing outside a browser. */
export function define(): void {
  if (!globalThis.customElements) return;
  for (const element of [TadwinaArticle, TadwinaComments, TadwinaShare, TadwinaBlog]) {
    const tag = `tadwina-${element.kind}`;
    if (!customElements.get(tag)) customElements.define(tag, element);
  }
}
