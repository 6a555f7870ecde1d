// The host pages of the smoke test, on another origin than the blog.

import { encodedSlug } from '../e2e/support/content.mjs';
import { EVENTS } from '../support/host.mjs';
import { policy } from '../support/policy.mjs';

/** The script of every page: notes every event in `globalThis.heard`. */
export const HEARD = `
globalThis.heard = [];
for (const name of ${JSON.stringify(EVENTS)}) {
  document.addEventListener(name, ({ type, target, detail }) => heard.push({ type, element: target.localName, detail }));
}
document.addEventListener('securitypolicyviolation', ({ type, violatedDirective, blockedURI, sample }) => {
  heard.push({ type, detail: { violatedDirective, blockedURI, sample } });
});
// Without the platform's share sheet, which no driver could use.
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

/** The fallback of the element. */
export const FALLBACK = '<p id="fallback">اقرأ المقال في المدوّنة</p>';

/**
 * The pages, by path.
 *
 * @param {string} origin  The origin of the API.
 * @param {Record<string, { slug: string }>} articles
 */
export function hostPages(origin, { basic, hostile, vocalised, longThread, letters }) {
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
    // Engines with setHTML need no policy for Trusted Types, the others DOMPurify's.
    ...Object.fromEntries(
      ['none', 'dompurify'].map((types) => [
        `/types/${types}/`,
        {
          html: article(`slug="${basic.slug}"`),
          headers: {
            'content-security-policy': `${policy(origin)}; trusted-types ${types === 'none' ? "'none'" : types}`,
          },
        },
      ]),
    ),
    '/comments/': page(`<tadwina-comments ${api} slug="${longThread.slug}"></tadwina-comments>`),
    '/replies/': page(`<tadwina-comments ${api} post="${letters.id}"></tadwina-comments>`),
    '/posts/*': page(`<tadwina-article ${api} discussion="none"></tadwina-article>`),
    '/frame/': '<!doctype html><title>إطار</title>',
    '/framed/': page(
      `<iframe src="/frame/"></iframe><tadwina-comments ${api} slug="${longThread.slug}"></tadwina-comments>`,
    ),
    '/share/': page('<tadwina-share></tadwina-share>'),
    '/blog/': page(`<tadwina-blog ${api}></tadwina-blog>`),
  };
}
