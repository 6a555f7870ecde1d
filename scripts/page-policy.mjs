// Writes the Content-Security-Policy for the page of the application into dist/content-security-policy.txt, for the owner
// to send as a header. The page must paint before anything else is loaded, so it has an inline script and inline styles,
// and the policy has their hashes. They change with each release, never with the settings of <html>.
//
//   node scripts/page-policy.mjs [dist]

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The hashes of what stands in every `<name>` of a page. */
function hashes(html, name) {
  const inline = html.matchAll(new RegExp(`<${name}\\b(?![^>]*\\bsrc=)[^>]*>(.*?)</${name}>`, 'gs'));
  return [...inline]
    .map(([, content]) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`)
    .join(' ');
}

/** The origin of the API that the page names, or nothing if that is the page's own. */
function apiOrigin(html) {
  const [, api = ''] = /\bdata-api="?([^"\s>]+)/.exec(html) ?? [];
  return /^https?:/.test(api) ? ` ${new URL(api).origin}` : '';
}

/** What the captcha that a page names needs: the servers of its company for each directive. */
const CAPTCHAS = {
  turnstile: { hosts: 'https://challenges.cloudflare.com', directives: ['script-src', 'frame-src'] },
  hcaptcha: {
    hosts: 'https://hcaptcha.com https://*.hcaptcha.com',
    directives: ['script-src', 'frame-src', 'style-src', 'connect-src'],
  },
};

/**
 * The policy for a page.
 *
 * @param {string} html  The page as it is served.
 * @param {string} [types]  The policies for Trusted Types. Only browsers without setHTML make one, DOMPurify's; a captcha
 *   needs tadwina's own.
 */
export function pagePolicy(html, types = 'dompurify') {
  const [, name] = /\bdata-captcha="?\s*(\w+):/.exec(html) ?? [];
  const captcha = CAPTCHAS[name];
  const company = (directive) => (captcha?.directives.includes(directive) ? ` ${captcha.hosts}` : '');
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' ${hashes(html, 'script')}${company('script-src')}`,
    `style-src ${hashes(html, 'style')}${company('style-src')}`,
    "img-src 'self' https: data:",
    "media-src 'self'",
    `connect-src 'self'${apiOrigin(html)}${company('connect-src')}`,
    ...(captcha ? [`frame-src${company('frame-src')}`] : []),
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    `trusted-types ${captcha ? [types.replace("'none'", ''), 'tadwina'].join(' ').trim() : types}`,
  ].join('; ');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const dist = process.argv[2] ?? fileURLToPath(new URL('../dist', import.meta.url));
  writeFileSync(
    join(dist, 'content-security-policy.txt'),
    `${pagePolicy(readFileSync(join(dist, 'index.html'), 'utf8'))}\n`,
  );
}
