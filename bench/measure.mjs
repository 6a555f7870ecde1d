// What both measurements share: Chromium, a slow telephone, and numbers.

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from '@playwright/test';

import { chromiumPath, QUIET } from '../tests/e2e/support/chromium.mjs';

/** Slowness of the processor: a telephone of the middle class against a desk computer. */
export const CPU = 4;
/** A slow mobile network: milliseconds, and bytes a second down and up. */
export const NETWORK = { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

/** The browser of the measurements. */
export function launch(args = []) {
  return chromium.launch({ executablePath: chromiumPath(), args: [...QUIET, ...args] });
}

/** The value below which the share `share` (0 to 1) of the numbers lies. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

export const median = (numbers) => quantile(numbers, 0.5);

/** Serves with `handler` on a free port. */
export async function serve(handler) {
  const server = createServer(handler);
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      }),
  };
}

function run(args) {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], timeout: 180_000 });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
    child.once('error', failed);
    child.once('close', (code) => (code === 0 ? done(said) : failed(new Error(`${args[0]} ended with ${code}`))));
  });
}

/**
 * The address of a real WordPress: the one that `TADWINA_WORDPRESS_URL` names, or one started here.
 *
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function wordpress() {
  const given = process.env.TADWINA_WORDPRESS_URL;
  if (given) return { url: given, stop: async () => {} };
  const script = fileURLToPath(new URL('../tests/wordpress/wordpress.mjs', import.meta.url));
  const folder = await mkdtemp(join(tmpdir(), 'tadwina-bench-'));
  const said = await run([script, 'start', folder, '--while-pid', String(process.pid)]);
  return {
    url: /^WORDPRESS_URL=(\S+)$/m.exec(said)[1],
    stop: async () => {
      await run([script, 'stop', folder]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Prints rows (objects of the same keys) as a table. */
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
