// The Content-Security-Policy of docs/embedding.md, so that the tests use the documented one.

import { readFileSync } from 'node:fs';

const DOCUMENT = new URL('../../docs/embedding.md', import.meta.url);

/** The policy for a blog at `origin`. It also allows the pictures of that blog, which tests load without TLS. */
export function policy(origin) {
  const [, block] = /^## Content-Security-Policy$.*?^```\n(.*?)^```$/ms.exec(readFileSync(DOCUMENT, 'utf8')) ?? [];
  if (!block?.includes('https://blog.example'))
    throw new Error(`no policy for https://blog.example in ${DOCUMENT.pathname}`);
  const written = block.trim().replace(/\s+/g, ' ').replaceAll('https://blog.example', origin);
  return written.replace(/img-src [^;]*/, `$& ${origin}`);
}
