// What a reader downloads before an element shows that stands alone in a page: tadwina.js, the script of its
// program, its WebAssembly, and what those import; raw and compressed (brotli, quality 11), and their sum
// against the budgets in package.json ("config"."budget_embed_brotli_bytes", by element). Ends with an error
// above one of them. Call: node scripts/embed-size.mjs
//
// The files are those of pkg/ (`TADWINA_PKG` names another folder). What is imported only when it is needed,
// such as the fallback sanitiser, does not count.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PKG = process.env.TADWINA_PKG ?? join(ROOT, 'pkg');
const SCRIPT = 'tadwina.js';

/** The elements, from the smallest. */
export const KINDS = ['share', 'comments', 'article', 'blog'];

function read(name) {
  const path = join(PKG, name);
  if (!existsSync(path)) throw new Error(`${path} is missing: run make package`);
  return readFileSync(path);
}

/** The files that load before an element of this kind shows, alone in its page. */
export function filesFor(kind) {
  const names = new Set([SCRIPT]);
  const code = read(SCRIPT).toString();
  for (const file of [
    `import\\(["'\`]\\./(${kind}-[A-Z0-9]{8}\\.js)["'\`]\\)`,
    `["'\`]\\./(${kind}-[A-Z0-9]{8}\\.wasm)["'\`]`,
  ]) {
    const found = new RegExp(file).exec(code);
    if (!found) throw new Error(`${join(PKG, SCRIPT)} names no file like ${file}`);
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

/** Sizes of a file of the package. */
export function sizes(name) {
  const content = read(name);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  return { raw: content.length, brotli: brotliCompressSync(content, { params }).length };
}

function main() {
  const budgets = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).config.budget_embed_brotli_bytes ?? {};
  const unknown = Object.keys(budgets).filter((kind) => !KINDS.includes(kind));
  if (unknown.length > 0) throw new Error(`package.json has a budget for ${unknown.join(', ')}, which is no element`);
  const number = (value) => value.toLocaleString('en').padStart(10);
  let isOver = false;
  for (const kind of KINDS) {
    console.log(`<tadwina-${kind}>`);
    console.log(`${'raw'.padStart(10)} ${'brotli'.padStart(10)}  file`);
    const sum = { raw: 0, brotli: 0 };
    for (const name of filesFor(kind)) {
      const { raw, brotli } = sizes(name);
      sum.raw += raw;
      sum.brotli += brotli;
      console.log(`${number(raw)} ${number(brotli)}  ${name}`);
    }
    console.log(`${number(sum.raw)} ${number(sum.brotli)}  sum`);
    const budget = budgets[kind];
    if (budget === undefined) {
      console.log('size: no budget');
      continue;
    }
    const said = `${((100 * sum.brotli) / budget).toFixed(1)} % of the budget of ${budget.toLocaleString('en')} bytes`;
    if (sum.brotli <= budget) {
      console.log(`size: ${said}`);
    } else {
      console.error(`size: <tadwina-${kind}> is over: ${said}`);
      isOver = true;
    }
  }
  return isOver ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = main();
  } catch (error) {
    console.error(`size: ${error.message}`);
    process.exitCode = 1;
  }
}
