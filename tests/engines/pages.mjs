// The host pages of the smoke test: somebody else's, on another origin than the blog's.

import { encodedSlug } from '../e2e/support/content.mjs';
import { policy } from '../support/policy.mjs';

/** Events that a page can hear (docs/embedding.md). */
const EVENTS = [
  'tadwina-ready',
  'tadwina-navigate',
  'tadwina-share',
  'tadwina-comment-submit',
  'tadwina-comment-sent',
  'tadwina-error',
];

/** The page's own script: notes every event in `globalThis.heard`. */
const HEARD = `
globalThis.heard = [];
for (const name of ${JSON.stringify(EVENTS)}) {
  document.addEventListener(name, ({ type, target, detail }) => heard.push({ type, element: target.localName, detail }));
}
document.addEventListener('securitypolicyviolation', ({ type, violatedDirective, blockedURI, sample }) => {
  heard.push({ type, detail: { violatedDirective, blockedURI, sample } });
});
// No engine may open a sheet of its own over the page: no driver could press anything in it.
delete Navigator.prototype.share;
`;

const page = (content) => `<!doctype html>
<html lang="ar" dir="rtl">
<meta charset="utf-8">
<title>صفحة أخرى</title>
<script src="/heard.js"></script>
<script type="module" src="/tadwina/tadwina.js"></script>
<h1>صفحة أخرى</h1>
${content}
`;

/** What a page says until the element is ready. */
export const FALLBACK = '<p id="fallback">اقرأ المقال في المدوّنة</p>';

/**
 * The pages, by path.
 *
 * @param {string} origin  Where the blog's API is.
 * @param {Record<string, { slug: string }>} articles
 */
export function hostPages(origin, { basic, hostile, vocalised, longThread }) {
  const api = `api="${origin}/wp-json/"`;
  const article = (attributes) => page(`<tadwina-article ${api} ${attributes}>${FALLBACK}</tadwina-article>`);
  return {
    '/heard.js': { html: HEARD, headers: { 'content-type': 'text/javascript; charset=utf-8' } },
    '/favicon.ico': { html: '', status: 204 },
    '/article/': article(`slug="${basic.slug}"`),
    '/hostile/': article(`slug="${encodedSlug(hostile.slug)}"`),
    '/vocalised/': article(`slug="${vocalised.slug}"`),
    '/egypt/': article(`slug="${basic.slug}" locale="ar-EG"`),
    '/strict/': { html: article(`slug="${basic.slug}"`), headers: { 'content-security-policy': policy(origin) } },
    '/comments/': page(`<tadwina-comments ${api} slug="${longThread.slug}"></tadwina-comments>`),
    '/share/': page('<tadwina-share></tadwina-share>'),
    '/blog/': page(`<tadwina-blog ${api}></tadwina-blog>`),
  };
}
