// What a reader downloads, against the budgets in package.json ("config"."brotli_bytes"): for each target what it
// should have at most (`budget`), what it has at most today and may not grow beyond (`ceiling`: docs/decisions.md says
// what the bytes are for), and what it had in the last release.

import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const PACKAGE = new URL('../package.json', import.meta.url);
const BUDGETS = JSON.parse(readFileSync(PACKAGE, 'utf8')).config.brotli_bytes;

/** A file as servers send it that compress their files once: brotli, quality 11. */
export function brotli(content) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  return brotliCompressSync(content, { params });
}

const column = (value) => value.toLocaleString('en').padStart(10);
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;

/** Prints the files of a target, `[name, content]`, and their sum. Returns whether it is below its ceiling. */
export function isBelowCeiling(target, files) {
  const { budget, ceiling, last_release: lastRelease } = BUDGETS[target];
  const rows = files.map(([name, content]) => [content.length, brotli(content).length, name]);
  const sum = (index) => rows.reduce((total, row) => total + row[index], 0);
  console.log(`${target}\n${'raw'.padStart(10)} ${'brotli'.padStart(10)}  file`);
  for (const [raw, small, name] of [...rows, [sum(0), sum(1), 'sum']]) {
    console.log(`${column(raw)} ${column(small)}  ${name}`);
  }
  const size = sum(1);
  const share = `${((100 * size) / budget).toFixed(0)} % of the budget of ${kilobytes(budget)}`;
  const figures = `${kilobytes(size)}, ${share}, last release ${kilobytes(lastRelease)}`;
  if (size <= ceiling) console.log(`size: ${target} ${figures}`);
  else console.error(`size: ${target} is above its ceiling of ${kilobytes(ceiling)}: ${figures}`);
  return size <= ceiling;
}
