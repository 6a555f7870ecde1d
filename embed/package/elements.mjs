// The elements, described once: attributes, events, parts, slots, custom properties. The custom elements
// manifest is made from it, and tests hold the type declarations and docs/embedding.md to it.

const ALL = ['article', 'comments', 'share', 'blog'];
const DISCUSSING = ['article', 'comments', 'blog'];

/** By kind, which is the tag without `tadwina-`. */
export const elements = {
  article: {
    class: 'TadwinaArticle',
    summary: 'One article with its discussion.',
    description: 'One article: title, byline, share button, picture, text, discussion.',
  },
  comments: {
    class: 'TadwinaComments',
    summary: 'The discussion of an article.',
    description: 'The discussion of an article and its comment box, for an article that the page renders itself.',
  },
  share: {
    class: 'TadwinaShare',
    summary: 'The share button.',
    description: 'The share button, for an article or for the page itself.',
  },
  blog: {
    class: 'TadwinaBlog',
    summary: 'The whole blog.',
    description: 'The whole blog: lists, categories, articles.',
  },
};

/**
 * `values` are the only ones, where there are such; `number` says that a property takes a number too.
 * `default` is the value in whose place an absent attribute stands, `otherwise` says it where it is no value.
 */
export const attributes = [
  {
    name: 'api',
    of: ALL,
    description: "Root of the REST API, absolute or from the page's origin.",
    default: '/wp-json/',
  },
  {
    name: 'slug',
    of: ['article', 'comments', 'share'],
    description: 'The article, by the last segment of its address, encoded or not.',
    otherwise: "the page's own address",
  },
  {
    name: 'post',
    of: ['article', 'comments', 'share'],
    number: true,
    description: 'The article, by number; wins over `slug`.',
  },
  {
    name: 'locale',
    of: ALL,
    description: "The reader's language: `ar`, `ar-MA`, `ar-EG`, `fr`, `en`, …",
    otherwise: 'the nearest `lang`; `ar` where that is another language',
  },
  {
    name: 'digits',
    of: ALL,
    values: ['auto', 'latn', 'arab'],
    description: "The digits in which numbers are written; `auto` follows the country's custom.",
    default: 'auto',
  },
  {
    name: 'comment-limit',
    of: DISCUSSING,
    number: true,
    description: 'Most letters of a comment, as people count them.',
    default: '1000',
  },
  {
    name: 'discussion',
    of: ['article'],
    values: ['none'],
    description: '`none` leaves the discussion out.',
    otherwise: 'shown',
  },
  {
    name: 'base',
    of: ['blog'],
    description: 'The path below which the blog lives, such as `/blog`, or `/` for a whole site.',
    otherwise: 'none: addresses are kept behind `#`',
  },
  {
    name: 'theme',
    of: ALL,
    values: ['light', 'dark', 'auto'],
    description: '`auto` follows the `color-scheme` of the page.',
    default: 'auto',
  },
  {
    name: 'loading',
    of: ALL,
    values: ['eager', 'lazy'],
    description: 'With `lazy`, nothing is loaded until the element comes near the window.',
    default: 'lazy',
  },
  {
    name: 'shadow',
    of: ALL,
    values: ['open', 'none'],
    description: "`none` renders in the page's own tree, without any style. Read once.",
    default: 'open',
  },
  {
    name: 'credentials',
    of: ALL,
    values: ['same-origin', 'include', 'omit'],
    description: 'As for `fetch`.',
    default: 'same-origin',
  },
];

/** `detail` has a type of TypeScript for every field. All bubble and cross shadow roots. */
export const events = [
  {
    name: 'tadwina-ready',
    of: ALL,
    type: 'TadwinaReadyEvent',
    detail: {},
    description: 'The element shows what it was asked for.',
  },
  {
    name: 'tadwina-navigate',
    of: ['blog'],
    type: 'TadwinaNavigateEvent',
    detail: { url: 'string' },
    cancelable: true,
    description: 'A link within the element was pressed.',
  },
  {
    name: 'tadwina-share',
    of: ['article', 'share', 'blog'],
    type: 'TadwinaShareEvent',
    detail: { title: 'string', url: 'string' },
    cancelable: true,
    description: 'The share button was pressed.',
  },
  {
    name: 'tadwina-comment-submit',
    of: DISCUSSING,
    type: 'TadwinaCommentSubmitEvent',
    detail: { post: 'number', name: 'string', email: 'string', text: 'string' },
    cancelable: true,
    description: 'A comment is about to be sent. Cancelled, the text stays in the box.',
  },
  {
    name: 'tadwina-comment-sent',
    of: DISCUSSING,
    type: 'TadwinaCommentSentEvent',
    detail: { post: 'number', comment: 'number | null', status: "'approved' | 'held'" },
    description: 'The site has the comment. `comment` is its number, `null` where the site does not tell.',
  },
  {
    name: 'tadwina-error',
    of: ALL,
    type: 'TadwinaErrorEvent',
    detail: { kind: 'TadwinaErrorKind', message: 'string' },
    description: 'Something could not be read or set. `message` is for developers.',
  },
];

export const parts = [
  { name: 'title', of: ['article', 'blog'], description: 'The title of an article.' },
  { name: 'byline', of: ['article', 'blog'], description: 'Who wrote the article, and when.' },
  { name: 'share-button', of: ['article', 'share', 'blog'], description: 'The share button.' },
  { name: 'share-menu', of: ['article', 'share', 'blog'], description: 'Its menu.' },
  { name: 'body', of: ['article', 'blog'], description: 'The text of an article.' },
  { name: 'discussion-title', of: DISCUSSING, description: 'The heading of the discussion.' },
  { name: 'comment', of: DISCUSSING, description: 'One comment.' },
  { name: 'comment-box', of: DISCUSSING, description: 'The form in which a comment is written.' },
  { name: 'field', of: DISCUSSING, description: 'One field of it: label, input, hint, error.' },
  { name: 'count', of: DISCUSSING, description: 'The letters that are left.' },
  { name: 'submit', of: DISCUSSING, description: 'The button that sends.' },
  { name: 'notice', of: DISCUSSING, description: 'A message, such as that comments are closed.' },
  { name: 'error', of: ALL, description: 'What stands in the place of what could not be shown.' },
];

export const slots = [
  { name: '', of: ALL, description: 'The fallback: shown until tadwina is ready, and kept when it cannot start.' },
  { name: 'header', of: ALL, description: 'Before what the element shows.' },
  { name: 'footer', of: ALL, description: 'After what the element shows.' },
  { name: 'comment-notice', of: DISCUSSING, description: 'Above the button of the comment box.' },
];

/** Defaults stand in style/tokens.css and embed/src/embed.css, and nowhere else. */
export const cssProperties = [
  { name: '--tadwina-color-scheme', description: 'Light or dark; the attribute `theme` wins.' },
  { name: '--tadwina-paper', syntax: '<color>', description: 'Behind everything.' },
  { name: '--tadwina-shade', syntax: '<color>', description: 'Behind what is set apart.' },
  { name: '--tadwina-ink', syntax: '<color>', description: 'Text.' },
  { name: '--tadwina-faint', syntax: '<color>', description: 'Dates, hints.' },
  { name: '--tadwina-line', syntax: '<color>', description: 'Rules between parts.' },
  { name: '--tadwina-edge', syntax: '<color>', description: 'Borders of fields and buttons.' },
  { name: '--tadwina-accent', syntax: '<color>', description: 'Links, focus, the main button.' },
  { name: '--tadwina-on-accent', syntax: '<color>', description: 'Text on the accent.' },
  { name: '--tadwina-danger', syntax: '<color>', description: 'What is wrong.' },
  { name: '--tadwina-unit', syntax: '<length>', description: 'What one rem is, for sites whose root has another size.' },
  { name: '--tadwina-font-arabic', description: "Face of reading in Arabic letters; the page's own unless set." },
  { name: '--tadwina-font-latin', description: "Face of reading in Latin letters; the page's own unless set." },
  { name: '--tadwina-font-plain', description: "Face of everything else; the page's own unless set." },
  { name: '--tadwina-font-code', description: 'Face of code.' },
  { name: '--tadwina-measure', syntax: '<length>', description: 'Width of a line of text.' },
  { name: '--tadwina-wide', syntax: '<length>', description: 'Width of pictures and lists.' },
  { name: '--tadwina-space', syntax: '<length>', description: 'The step of all distances.' },
  { name: '--tadwina-radius', syntax: '<length>', description: 'Of corners.' },
  { name: '--tadwina-size-arabic', syntax: '<length>', description: 'Size of text in Arabic letters.' },
  { name: '--tadwina-size-latin', syntax: '<length>', description: 'Size of text in Latin letters.' },
];

/** What of a list belongs to a kind of element. */
export const of = (kind, list) => list.filter((each) => each.of.includes(kind));

/** The name of an attribute as a property and as an option of `mount`. */
export const camel = (name) => name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
