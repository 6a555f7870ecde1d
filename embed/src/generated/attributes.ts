// Written by `cargo xtask generate` from src/widgets/attributes.rs: do not edit.

import type { Messages } from './messages.js';

/** The kinds of elements: the tag without `tadwina-`. */
export const KINDS = ['article', 'comments', 'share', 'blog'] as const;

/**
 * Every attribute, by the property that reflects it. `values`: no others are allowed. `isNumber`: the property takes a number
 * too. `isMessages`: it takes an object too. `recreates`: a change needs another widget.
 */
export const ATTRIBUTES = {
  /**
   * Root of the REST API, absolute or from the page's origin.
   *
   * @default /wp-json/
   */
  api: {
    name: 'api',
    elements: ['article', 'comments', 'share', 'blog'],
    recreates: true,
  },
  /** The article, by the last segment of its address, encoded or not. Default: the page's own address. */
  slug: {
    name: 'slug',
    elements: ['article', 'comments', 'share'],
    recreates: true,
  },
  /** The article, by number; wins over `slug`. */
  post: {
    name: 'post',
    elements: ['article', 'comments', 'share'],
    isNumber: true,
    recreates: true,
  },
  /** The reader's language, such as `ar`, `ar-MA` or `fr`; a language without messages reads English. Default: the nearest `lang`, and `ar` where there is none. */
  locale: {
    name: 'locale',
    elements: ['article', 'comments', 'share', 'blog'],
  },
  /** Messages of the page's own in the place of tadwina's: a JSON object, by the keys of [messages.md](messages.md). Default: none. */
  messages: {
    name: 'messages',
    elements: ['article', 'comments', 'share', 'blog'],
    isMessages: true,
  },
  /**
   * The digits in which numbers are written; `auto` follows the country's custom.
   *
   * @default auto
   */
  digits: {
    name: 'digits',
    elements: ['article', 'comments', 'share', 'blog'],
    values: ['auto', 'latn', 'arab'],
  },
  /**
   * Most characters of a comment, counted as graphemes.
   *
   * @default 1000
   */
  commentLimit: {
    name: 'comment-limit',
    elements: ['article', 'comments', 'blog'],
    isNumber: true,
  },
  /**
   * `site` shows the pictures of commenters that the site names. WordPress's come from Gravatar, which then learns who reads which page. With `none`, each has a letter.
   *
   * @default none
   */
  avatars: {
    name: 'avatars',
    elements: ['article', 'comments', 'blog'],
    values: ['none', 'site'],
    recreates: true,
  },
  /** How many levels a thread of comments has, its first comment included, from 1 to 10; deeper replies stand on the last level. With `1` nobody can reply. Default: that of the site where the plugin tells it, otherwise 5. */
  depth: {
    name: 'depth',
    elements: ['article', 'comments', 'blog'],
    isNumber: true,
    recreates: true,
  },
  /** `asc` shows the oldest comments first, `desc` the newest; readers can turn it round. Default: that of the site where the plugin tells it, otherwise `asc`. */
  order: {
    name: 'order',
    elements: ['article', 'comments', 'blog'],
    values: ['asc', 'desc'],
    recreates: true,
  },
  /** The check in the comment form: `turnstile:` (Cloudflare Turnstile) or `hcaptcha:`, and your site key. The company's script is loaded when a reader begins to write. Default: none. */
  captcha: {
    name: 'captcha',
    elements: ['article', 'comments', 'blog'],
    recreates: true,
  },
  /** `none` looks for no new comments while the page is open. Default: once a minute, while it is in sight. */
  updates: {
    name: 'updates',
    elements: ['article', 'comments', 'blog'],
    values: ['none'],
    recreates: true,
  },
  /** `none` leaves the discussion out. Default: shown. */
  discussion: {
    name: 'discussion',
    elements: ['article'],
    values: ['none'],
  },
  /** The path below which the blog lives, such as `/blog`, or `/` for a whole site. Default: none; addresses are kept behind `#`. */
  base: {
    name: 'base',
    elements: ['blog'],
    recreates: true,
  },
  /**
   * `auto` takes the colours of the text and the background around the element; the others have a background of their own.
   *
   * @default auto
   */
  theme: {
    name: 'theme',
    elements: ['article', 'comments', 'share', 'blog'],
    values: ['light', 'dark', 'auto'],
  },
  /**
   * With `lazy`, nothing is loaded until the element comes near the window.
   *
   * @default lazy
   */
  loading: {
    name: 'loading',
    elements: ['article', 'comments', 'share', 'blog'],
    values: ['eager', 'lazy'],
  },
  /**
   * `none` renders in the page's own tree, without any style but those that the page has, such as `starter.css`. Read once.
   *
   * @default open
   */
  shadow: {
    name: 'shadow',
    elements: ['article', 'comments', 'share', 'blog'],
    values: ['open', 'none'],
  },
  /**
   * As for `fetch`.
   *
   * @default same-origin
   */
  credentials: {
    name: 'credentials',
    elements: ['article', 'comments', 'share', 'blog'],
    values: ['same-origin', 'include', 'omit'],
    recreates: true,
  },
} as const;

// Interfaces, since a getter and its setter have different types.

interface ApiProperty {
  /**
   * Root of the REST API, absolute or from the page's origin.
   *
   * @default /wp-json/
   */
  get api(): string | null;
  set api(value: string | null | undefined);
}

interface SlugProperty {
  /** The article, by the last segment of its address, encoded or not. Default: the page's own address. */
  get slug(): string | null;
  set slug(value: string | null | undefined);
}

interface PostProperty {
  /** The article, by number; wins over `slug`. */
  get post(): string | null;
  set post(value: number | string | null | undefined);
}

interface LocaleProperty {
  /** The reader's language, such as `ar`, `ar-MA` or `fr`; a language without messages reads English. Default: the nearest `lang`, and `ar` where there is none. */
  get locale(): string | null;
  set locale(value: string | null | undefined);
}

interface MessagesProperty {
  /** Messages of the page's own in the place of tadwina's: a JSON object, by the keys of [messages.md](messages.md). Default: none. */
  get messages(): string | null;
  set messages(value: Messages | string | null | undefined);
}

interface DigitsProperty {
  /**
   * The digits in which numbers are written; `auto` follows the country's custom.
   *
   * @default auto
   */
  get digits(): string | null;
  set digits(value: 'auto' | 'latn' | 'arab' | null | undefined);
}

interface CommentLimitProperty {
  /**
   * Most characters of a comment, counted as graphemes.
   *
   * @default 1000
   */
  get commentLimit(): string | null;
  set commentLimit(value: number | string | null | undefined);
}

interface AvatarsProperty {
  /**
   * `site` shows the pictures of commenters that the site names. WordPress's come from Gravatar, which then learns who reads which page. With `none`, each has a letter.
   *
   * @default none
   */
  get avatars(): string | null;
  set avatars(value: 'none' | 'site' | null | undefined);
}

interface DepthProperty {
  /** How many levels a thread of comments has, its first comment included, from 1 to 10; deeper replies stand on the last level. With `1` nobody can reply. Default: that of the site where the plugin tells it, otherwise 5. */
  get depth(): string | null;
  set depth(value: number | string | null | undefined);
}

interface OrderProperty {
  /** `asc` shows the oldest comments first, `desc` the newest; readers can turn it round. Default: that of the site where the plugin tells it, otherwise `asc`. */
  get order(): string | null;
  set order(value: 'asc' | 'desc' | null | undefined);
}

interface CaptchaProperty {
  /** The check in the comment form: `turnstile:` (Cloudflare Turnstile) or `hcaptcha:`, and your site key. The company's script is loaded when a reader begins to write. Default: none. */
  get captcha(): string | null;
  set captcha(value: string | null | undefined);
}

interface UpdatesProperty {
  /** `none` looks for no new comments while the page is open. Default: once a minute, while it is in sight. */
  get updates(): string | null;
  set updates(value: 'none' | null | undefined);
}

interface DiscussionProperty {
  /** `none` leaves the discussion out. Default: shown. */
  get discussion(): string | null;
  set discussion(value: 'none' | null | undefined);
}

interface BaseProperty {
  /** The path below which the blog lives, such as `/blog`, or `/` for a whole site. Default: none; addresses are kept behind `#`. */
  get base(): string | null;
  set base(value: string | null | undefined);
}

interface ThemeProperty {
  /**
   * `auto` takes the colours of the text and the background around the element; the others have a background of their own.
   *
   * @default auto
   */
  get theme(): string | null;
  set theme(value: 'light' | 'dark' | 'auto' | null | undefined);
}

interface LoadingProperty {
  /**
   * With `lazy`, nothing is loaded until the element comes near the window.
   *
   * @default lazy
   */
  get loading(): string | null;
  set loading(value: 'eager' | 'lazy' | null | undefined);
}

interface ShadowProperty {
  /**
   * `none` renders in the page's own tree, without any style but those that the page has, such as `starter.css`. Read once.
   *
   * @default open
   */
  get shadow(): string | null;
  set shadow(value: 'open' | 'none' | null | undefined);
}

interface CredentialsProperty {
  /**
   * As for `fetch`.
   *
   * @default same-origin
   */
  get credentials(): string | null;
  set credentials(value: 'same-origin' | 'include' | 'omit' | null | undefined);
}

/** The properties of `<tadwina-article>`. */
export interface ArticleProperties
  extends ApiProperty,
    SlugProperty,
    PostProperty,
    LocaleProperty,
    MessagesProperty,
    DigitsProperty,
    CommentLimitProperty,
    AvatarsProperty,
    DepthProperty,
    OrderProperty,
    CaptchaProperty,
    UpdatesProperty,
    DiscussionProperty,
    ThemeProperty,
    LoadingProperty,
    ShadowProperty,
    CredentialsProperty {}

/** The properties of `<tadwina-comments>`. */
export interface CommentsProperties
  extends ApiProperty,
    SlugProperty,
    PostProperty,
    LocaleProperty,
    MessagesProperty,
    DigitsProperty,
    CommentLimitProperty,
    AvatarsProperty,
    DepthProperty,
    OrderProperty,
    CaptchaProperty,
    UpdatesProperty,
    ThemeProperty,
    LoadingProperty,
    ShadowProperty,
    CredentialsProperty {}

/** The properties of `<tadwina-share>`. */
export interface ShareProperties
  extends ApiProperty,
    SlugProperty,
    PostProperty,
    LocaleProperty,
    MessagesProperty,
    DigitsProperty,
    ThemeProperty,
    LoadingProperty,
    ShadowProperty,
    CredentialsProperty {}

/** The properties of `<tadwina-blog>`. */
export interface BlogProperties
  extends ApiProperty,
    LocaleProperty,
    MessagesProperty,
    DigitsProperty,
    CommentLimitProperty,
    AvatarsProperty,
    DepthProperty,
    OrderProperty,
    CaptchaProperty,
    UpdatesProperty,
    BaseProperty,
    ThemeProperty,
    LoadingProperty,
    ShadowProperty,
    CredentialsProperty {}
