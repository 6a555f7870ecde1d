// The npm package. Importing it registers nothing. Not Rust: it runs before any WASM is loaded.

export { define, TadwinaArticle, TadwinaBlog, TadwinaComments, TadwinaShare } from './elements.js';
export type {
  TadwinaCommentSentEvent,
  TadwinaCommentSubmitEvent,
  TadwinaErrorEvent,
  TadwinaErrorKind,
  TadwinaEventMap,
  TadwinaNavigateEvent,
  TadwinaReadyEvent,
  TadwinaShareEvent,
  TadwinaTitleEvent,
} from './events.js';
export type { Messages } from './generated/messages.js';
export { type Mounted, mount } from './mount.js';
export type {
  ArticleOptions,
  AttributesOf,
  BlogOptions,
  CommentsOptions,
  Kind,
  Options,
  ShareOptions,
} from './settings.js';
