// What the benchmarks share: Chromium, a slow phone, and statistics.

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from '@playwright/test';

import { listen } from '../scripts/static.mjs';
import { chromiumPath, QUIET } from '../tests/e2e/support/chromium.mjs';

/** How many times slower than this computer the processor of a mid-range phone is. */
export const CPU_SLOWDOWN = 4;
/** A slow mobile network: milliseconds, and bytes per second down and up. */
export const NETWORK = { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

/** Longest time of a script that starts or stops WordPress. */
const SCRIPT_TIMEOUT_MS = 180_000;

/** The browser of the benchmarks. */
export function launch(args = []) {
  return chromium.launch({ executablePath: chromiumPath(), args: [...QUIET, ...args] });
}

/** The value that a share (0 to 1) of the numbers does not exceed. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

export const median = (numbers) => quantile(numbers, 0.5);

/** Serves with `handler` on a free port. */
export const serve = (handler) => listen(createServer(handler), 0);

/** Runs in the page: makes it a browser without the platform's sanitiser, as before 2025. */
export function removeSanitiser() {
  delete Element.prototype.setHTML;
}

function run(args) {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], timeout: SCRIPT_TIMEOUT_MS });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.once('error', failed);
    child.once('close', (code) => (code === 0 ? done(output) : failed(new Error(`${args[0]} ended with ${code}`))));
  });
}

/** The folder of the newest WordPress that `make setup` installs, 7.1. */
export const NEWEST_WORDPRESS = fileURLToPath(new URL('../target/wordpress-forky', import.meta.url));

/**
 * The address of a real WordPress: the one in `TADWINA_WORDPRESS_URL`, or one that this function starts, of Debian's package
 * or of the folder `installed`.
 *
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function wordpress(installed) {
  const given = process.env.TADWINA_WORDPRESS_URL;
  if (given) return { url: given, stop: async () => {} };
  const script = fileURLToPath(new URL('../tests/wordpress/wordpress.mjs', import.meta.url));
  const folder = await mkdtemp(join(tmpdir(), 'tadwina-bench-'));
  const which = installed ? ['--wordpress', installed] : [];
  const output = await run([script, 'start', folder, ...which, '--while-pid', String(process.pid)]);
  return {
    url: /^WORDPRESS_URL=(\S+)$/m.exec(output)[1],
    stop: async () => {
      await run([script, 'stop', folder]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Prints rows, which are objects with the same keys, as a table. */
export function print(rows) {
  const names = Object.keys(rows[0]);
  const cells = [names, ...rows.map((row) => names.map((name) => String(row[name])))];
  const widths = names.map((_, column) => Math.max(...cells.map((line) => line[column].length)));
  for (const line of cells) {
    console.log(
      line.map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join('  '),
    );
  }
}
