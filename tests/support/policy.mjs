// The Content-Security-Policy that docs/embedding.md promises to work under, so that nobody tests another.

import { readFileSync } from 'node:fs';

const DOCUMENT = new URL('../../docs/embedding.md', import.meta.url);

/** The policy for a blog at `origin`; pictures of a test's blog come without TLS. */
export function policy(origin) {
  const [, block] = /^## Content-Security-Policy$.*?^```\n(.*?)^```$/ms.exec(readFileSync(DOCUMENT, 'utf8')) ?? [];
  if (!block?.includes('https://blog.example'))
    throw new Error(`no policy for https://blog.example in ${DOCUMENT.pathname}`);
  const written = block.trim().replace(/\s+/g, ' ').replaceAll('https://blog.example', origin);
  return written.replace(/img-src [^;]*/, `$& ${origin}`);
}
