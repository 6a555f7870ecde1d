// The elements in the JSX of React 19. Types only:
//
//   import type {} from 'tadwina/react';

import type { DetailedHTMLProps, HTMLAttributes } from 'react';

import type {
  Credentials,
  Digits,
  Loading,
  Shadow,
  TadwinaArticle,
  TadwinaBlog,
  TadwinaComments,
  TadwinaEventMap,
  TadwinaShare,
  Theme,
} from './index.js';

/** React 19 listens for a custom element's own events by their exact names, `on` before them. */
type Handlers<Name extends keyof TadwinaEventMap> = {
  [Each in Name as `on${Each}`]?: (event: TadwinaEventMap[Each]) => void;
};

// The names of attributes, not of properties: they mean the same before the elements are registered and
// in HTML that a server renders.
interface CommonAttributes extends Handlers<'tadwina-ready' | 'tadwina-error'> {
  api?: string;
  locale?: string;
  digits?: Digits;
  theme?: Theme;
  loading?: Loading;
  shadow?: Shadow;
  credentials?: Credentials;
}

interface WhichArticleAttributes {
  slug?: string;
  post?: number | string;
}

interface SharingAttributes extends Handlers<'tadwina-share'> {}

interface CommentingAttributes extends Handlers<'tadwina-comment-submit' | 'tadwina-comment-sent'> {
  'comment-limit'?: number | string;
}

export interface ArticleAttributes
  extends CommonAttributes,
    WhichArticleAttributes,
    SharingAttributes,
    CommentingAttributes {
  discussion?: 'none';
}
export interface CommentsAttributes extends CommonAttributes, WhichArticleAttributes, CommentingAttributes {}
export interface ShareAttributes extends CommonAttributes, WhichArticleAttributes, SharingAttributes {}
export interface BlogAttributes
  extends CommonAttributes,
    SharingAttributes,
    CommentingAttributes,
    Handlers<'tadwina-navigate'> {
  base?: string;
}

type Tag<Class, Attributes> = DetailedHTMLProps<HTMLAttributes<Class>, Class> & Attributes;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'tadwina-article': Tag<TadwinaArticle, ArticleAttributes>;
      'tadwina-comments': Tag<TadwinaComments, CommentsAttributes>;
      'tadwina-share': Tag<TadwinaShare, ShareAttributes>;
      'tadwina-blog': Tag<TadwinaBlog, BlogAttributes>;
    }
  }
}
