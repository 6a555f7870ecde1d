// The elements and how to put them anywhere. Importing this registers nothing.

/** What an element can be; its tag without `tadwina-`. */
export type Kind = 'article' | 'comments' | 'share' | 'blog';

/** The digits in which numbers are written; `auto` follows the country's custom. */
export type Digits = 'auto' | 'latn' | 'arab';

/** `auto` follows the `color-scheme` of the page. */
export type Theme = 'light' | 'dark' | 'auto';

/** With `lazy`, nothing is loaded until the element comes near the window. */
export type Loading = 'eager' | 'lazy';

/** `none` renders in the page's own tree, without any style. */
export type Shadow = 'open' | 'none';

/** As for `fetch`. */
export type Credentials = 'same-origin' | 'include' | 'omit';

/** What `null` and `undefined` mean everywhere: the default. */
type Absent = null | undefined;

/** Options of everything. */
export interface CommonOptions {
  /** Root of the REST API, absolute or from the page's origin. Default: `/wp-json/`. */
  api?: string | Absent;
  /** The reader's language: `ar`, `ar-MA`, `ar-EG`, `fr`, `en`, … Default: the nearest `lang`. */
  locale?: string | Absent;
  /** Default: `auto`. */
  digits?: Digits | Absent;
  /** Default: `auto`. */
  theme?: Theme | Absent;
  /** Default: `lazy`. */
  loading?: Loading | Absent;
  /** Read once. Default: `open`. */
  shadow?: Shadow | Absent;
  /** Default: `same-origin`. */
  credentials?: Credentials | Absent;
}

/** Which article. Without either it is the one of the page's own address. */
export interface WhichArticle {
  /** The last segment of its address, encoded or not. */
  slug?: string | Absent;
  /** Its number; wins over `slug`. */
  post?: number | string | Absent;
}

/** Options of the comment box. */
export interface CommentingOptions {
  /** Most letters of a comment, as people count them. Default: 1000. */
  commentLimit?: number | string | Absent;
}

export interface ArticleOptions extends CommonOptions, WhichArticle, CommentingOptions {
  /** `none` leaves the discussion out. */
  discussion?: 'none' | Absent;
}

export interface CommentsOptions extends CommonOptions, WhichArticle, CommentingOptions {}

export interface ShareOptions extends CommonOptions, WhichArticle {}

export interface BlogOptions extends CommonOptions, CommentingOptions {
  /** The path below which the blog lives, such as `/blog`. Without it, addresses are kept behind `#`. */
  base?: string | Absent;
}

/** The options of each kind. */
export interface Options {
  article: ArticleOptions;
  comments: CommentsOptions;
  share: ShareOptions;
  blog: BlogOptions;
}

/** What `mount` put into an element. */
export interface Mounted<K extends Kind = Kind> {
  /** Changes the options named here and leaves the others. What the reader typed stays. */
  update(options: Options[K]): void;
  /** Takes it out again, for good. */
  unmount(): void;
}

/**
 * Shows an article, a discussion, a share button or a blog in an element; events are dispatched on it. Unless
 * `shadow` is `none`, that must be able to have a shadow root; rejected with `NotSupportedError` where it is not.
 * Only in a browser, at once whatever `loading` says. Fulfilled when the program is there; what goes wrong is
 * told by `tadwina-error` and in the element.
 */
export function mount<K extends Kind>(target: Element, kind: K, options?: Options[K]): Promise<Mounted<K>>;

/** Registers the elements, those that the page does not have yet. Does nothing outside a browser. */
export function define(): void;

/** Why something could not be read or set. */
export type TadwinaErrorKind =
  /** No answer came. */
  | 'unreachable'
  /** The address has no public article, category or page. */
  | 'not-found'
  /** The site keeps its API to itself. */
  | 'forbidden'
  /** The site cannot answer now. */
  | 'server'
  /** The site refused the question. */
  | 'refused'
  /** The answer is not JSON: mostly a wrong API address. */
  | 'not-json'
  /** The answer is JSON of another shape. */
  | 'shape'
  /** An attribute or option has a wrong value. */
  | 'setting'
  /** The program itself could not be loaded. */
  | 'not-started';

/** The element shows what it was asked for. */
export type TadwinaReadyEvent = CustomEvent<Record<string, never>>;
/** A link within a blog was pressed. Cancelable: then the page shows `url`. */
export type TadwinaNavigateEvent = CustomEvent<{ url: string }>;
/** The share button was pressed. Cancelable: then the page shares. */
export type TadwinaShareEvent = CustomEvent<{ title: string; url: string }>;
/** A comment is about to be sent. Cancelable: then it is not, and stays in the box. */
export type TadwinaCommentSubmitEvent = CustomEvent<{ post: number; name: string; email: string; text: string }>;
/** The site has a comment. `comment` is its number, `null` where the site does not tell. */
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
  'tadwina-share': TadwinaShareEvent;
  'tadwina-comment-submit': TadwinaCommentSubmitEvent;
  'tadwina-comment-sent': TadwinaCommentSentEvent;
  'tadwina-error': TadwinaErrorEvent;
}

// Properties are the attributes: read, what is written there or null; set to null or undefined, removed.
interface CommonProperties {
  get api(): string | null;
  set api(value: string | Absent);
  get locale(): string | null;
  set locale(value: string | Absent);
  get digits(): string | null;
  set digits(value: Digits | Absent);
  get theme(): string | null;
  set theme(value: Theme | Absent);
  get loading(): string | null;
  set loading(value: Loading | Absent);
  get shadow(): string | null;
  set shadow(value: Shadow | Absent);
  get credentials(): string | null;
  set credentials(value: Credentials | Absent);
}

interface WhichArticleProperties {
  get slug(): string | null;
  set slug(value: string | Absent);
  get post(): string | null;
  set post(value: number | string | Absent);
}

interface CommentingProperties {
  get commentLimit(): string | null;
  set commentLimit(value: number | string | Absent);
}

export interface TadwinaArticle extends CommonProperties, WhichArticleProperties, CommentingProperties {
  get discussion(): string | null;
  set discussion(value: 'none' | Absent);
}
/** `<tadwina-article>`: title, byline, share button, picture, text, discussion. */
export class TadwinaArticle extends HTMLElement {}

export interface TadwinaComments extends CommonProperties, WhichArticleProperties, CommentingProperties {}
/** `<tadwina-comments>`: the discussion of an article that the page renders itself. */
export class TadwinaComments extends HTMLElement {}

export interface TadwinaShare extends CommonProperties, WhichArticleProperties {}
/** `<tadwina-share>`: the share button. */
export class TadwinaShare extends HTMLElement {}

export interface TadwinaBlog extends CommonProperties, CommentingProperties {
  get base(): string | null;
  set base(value: string | Absent);
}
/** `<tadwina-blog>`: lists, categories, articles. */
export class TadwinaBlog extends HTMLElement {}

declare global {
  interface HTMLElementTagNameMap {
    'tadwina-article': TadwinaArticle;
    'tadwina-comments': TadwinaComments;
    'tadwina-share': TadwinaShare;
    'tadwina-blog': TadwinaBlog;
  }

  // The first for elements that `mount` was given, the second for HTML elements, the document and the window.
  interface ElementEventMap extends TadwinaEventMap {}
  interface GlobalEventHandlersEventMap extends TadwinaEventMap {}
}
