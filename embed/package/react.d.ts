// The elements in the JSX of React 19. Types only:
//
//   import type {} from 'tadwina/react';

import type { DetailedHTMLProps, HTMLAttributes } from 'react';

import type {
  AttributesOf,
  TadwinaArticle,
  TadwinaBlog,
  TadwinaComments,
  TadwinaEventMap,
  TadwinaShare,
} from './index.js';

/** React 19 listens for a custom element's own events by their exact names, `on` before them. */
type Handlers<Name extends keyof TadwinaEventMap> = {
  [Each in Name as `on${Each}`]?: (event: TadwinaEventMap[Each]) => void;
};

type Always = 'tadwina-ready' | 'tadwina-error';
type Commenting = 'tadwina-comment-submit' | 'tadwina-comment-sent';

// The names of attributes, not of properties: they mean the same before the elements are registered and
// in HTML that a server renders.
export interface ArticleAttributes extends AttributesOf<'article'>, Handlers<Always | Commenting | 'tadwina-share'> {}
export interface CommentsAttributes extends AttributesOf<'comments'>, Handlers<Always | Commenting> {}
export interface ShareAttributes extends AttributesOf<'share'>, Handlers<Always | 'tadwina-share'> {}
export interface BlogAttributes
  extends AttributesOf<'blog'>,
    Handlers<Always | Commenting | 'tadwina-share' | 'tadwina-navigate' | 'tadwina-title'> {}

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
