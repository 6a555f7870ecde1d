// Compares the bytes that a reader downloads with the sizes in package.json ("config"."brotli_bytes"). Each target has
// three: `budget`, the goal; `ceiling`, the limit that makes the check fail (docs/decisions.md says what the bytes are
// for); and `last_release`, the size in the last release.

import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const PACKAGE = new URL('../package.json', import.meta.url);
const BUDGETS = JSON.parse(readFileSync(PACKAGE, 'utf8')).config.brotli_bytes;

/** A file as a server sends it that compresses its files ahead of time: brotli, quality 11. */
export function brotli(content) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  return brotliCompressSync(content, { params });
}

const column = (value) => value.toLocaleString('en').padStart(10);
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;

/** Prints the files of a target, `[name, content]`, and their sum. Returns whether the sum is within the ceiling. */
export function isBelowCeiling(target, files) {
  const { budget, ceiling, last_release: lastRelease } = BUDGETS[target];
  const rows = files.map(([name, content]) => [content.length, brotli(content).length, name]);
  const sum = (index) => rows.reduce((total, row) => total + row[index], 0);
  console.log(`${target}\n${'raw'.padStart(10)} ${'brotli'.padStart(10)}  file`);
  for (const [raw, compressed, name] of [...rows, [sum(0), sum(1), 'sum']]) {
    console.log(`${column(raw)} ${column(compressed)}  ${name}`);
  }
  const size = sum(1);
  const share = `${((100 * size) / budget).toFixed(0)} % of the budget of ${kilobytes(budget)}`;
  const figures = `${kilobytes(size)}, ${share}, last release ${kilobytes(lastRelease)}`;
  if (size <= ceiling) console.log(`size: ${target} ${figures}`);
  else console.error(`size: ${target} is above its ceiling of ${kilobytes(ceiling)}: ${figures}`);
  return size <= ceiling;
}
