// Prints what a reader downloads before an element shows, if it is the only one in its page: tadwina.js, the script of
// its bundle, its WASM, and their imports. Compares the sizes, raw and compressed, with the budget of the element, and
// fails above its ceiling. Usage: node scripts/embed-size.mjs
//
// The files are those of pkg/ (`TADWINA_PKG` names another folder). Files that are imported only when they are needed,
// such as the fallback sanitiser, do not count.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { brotli, isWithinBudget } from './budget.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PKG = process.env.TADWINA_PKG ?? join(ROOT, 'pkg');
const SCRIPT = 'tadwina.js';

/** The kinds of elements, the smallest bundle first. */
export const KINDS = ['share', 'comments', 'article', 'blog'];

function read(name) {
  const path = join(PKG, name);
  if (!existsSync(path)) throw new Error(`${path} is missing: run make package`);
  return readFileSync(path);
}

/** The files that load before an element of this kind shows, if it is the only one in its page. */
export function filesFor(kind) {
  const names = new Set([SCRIPT]);
  const code = read(SCRIPT).toString();
  for (const pattern of [
    `import\\(["'\`]\\./(${kind}-[A-Z0-9]{8}\\.js)["'\`]\\)`,
    `["'\`]\\./(${kind}-[A-Z0-9]{8}\\.wasm)["'\`]`,
  ]) {
    const found = new RegExp(pattern).exec(code);
    if (!found) throw new Error(`${join(PKG, SCRIPT)} names no file that matches ${pattern}`);
    names.add(found[1]);
  }
  for (const name of names) {
    if (!name.endsWith('.js')) continue;
    for (const [, other] of read(name)
      .toString()
      .matchAll(/\b(?:from|import)\s*["']\.\/([^"'\n]+)["']/g))
      names.add(other);
  }
  return [...names];
}

/** The sizes of a file of the package. */
export function sizes(name) {
  const content = read(name);
  return { raw: content.length, brotli: brotli(content).length };
}

function main() {
  const results = KINDS.map((kind) =>
    isWithinBudget(
      kind,
      filesFor(kind).map((name) => [name, read(name)]),
    ),
  );
  return results.every(Boolean) ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = main();
  } catch (error) {
    console.error(`size: ${error.message}`);
    process.exitCode = 1;
  }
}
