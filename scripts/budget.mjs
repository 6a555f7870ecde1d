// Compares the bytes that a reader downloads with the sizes in package.json ("config"."brotli_bytes"). Each target has
// three: `budget`, above which the check fails; `goal`, the size that it should have; and `last_release`, the size in the
// last release. docs/decisions.md says what the bytes above the goal are for.

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

/** Prints the files of a target, `[name, content]`, and their sum. Returns whether the sum is within the budget. */
export function isWithinBudget(target, files) {
  const { budget, goal, last_release: lastRelease } = BUDGETS[target];
  const rows = files.map(([name, content]) => [content.length, brotli(content).length, name]);
  const sum = (index) => rows.reduce((total, row) => total + row[index], 0);
  console.log(`${target}\n${'raw'.padStart(10)} ${'brotli'.padStart(10)}  file`);
  for (const [raw, compressed, name] of [...rows, [sum(0), sum(1), 'sum']]) {
    console.log(`${column(raw)} ${column(compressed)}  ${name}`);
  }
  const size = sum(1);
  const figures =
    `${kilobytes(size)}, budget ${kilobytes(budget)}, goal ${kilobytes(goal)}, ` +
    `last release ${kilobytes(lastRelease)}`;
  const isWithin = size <= budget;
  if (isWithin) console.log(`size: ${target} ${figures}`);
  else console.error(`size: ${target} is above its budget: ${figures}`);
  return isWithin;
}
