// tadwina-server as a process whose processor time and memory are measured.

import { spawn } from 'node:child_process';
import { accessSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { startServer } from '../../tests/server/server.mjs';

const TARGET = process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL('../../target', import.meta.url));
const SERVER = process.env.TADWINA_SERVER_RELEASE ?? join(TARGET, 'server/tadwina-server');
/** Of the times in /proc, on every Linux that people use. */
const TICKS_PER_S = 100;
/** How often a process is looked at; the end of its last figures. */
const EVERY_MS = 20;

// A site that is down is in thousands of lines otherwise.
process.env.TADWINA_LOG ??= 'error';

/** Processor time in seconds, and memory in MiB: now, and at most. */
export function usage(pid) {
  const times = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const mib = (name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)[1]) / 1024;
  return { cpu: (Number(times[11]) + Number(times[12])) / TICKS_PER_S, rss: mib('VmRSS'), peak: mib('VmHWM') };
}

/** Fails where the build for speed is missing. */
function checkServer() {
  try {
    accessSync(SERVER);
  } catch {
    throw new Error(`${SERVER} is missing: cargo build --profile server --package tadwina-server`);
  }
}

/**
 * Starts `serve` before `site`, with the elements.
 *
 * @returns {Promise<{ url: string, pid: number, close: () => Promise<void> }>}
 */
export async function startRelease(site, options = []) {
  checkServer();
  const { url, pid, stop } = await startServer(site, options, { program: SERVER });
  return { url, pid, close: stop };
}

/**
 * Runs the program to its end, or ends it after `limitMs`. `last` is the last line that it wrote.
 *
 * @returns {Promise<{ seconds: number, cpu: number, peak: number, last: string }>}
 */
export async function run(args, limitMs) {
  checkServer();
  const began = performance.now();
  const child = spawn(SERVER, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  let used = { cpu: 0, peak: 0 };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  const looking = setInterval(() => {
    try {
      used = usage(child.pid);
    } catch {
      // It has ended.
    }
  }, EVERY_MS);
  const limit = limitMs && setTimeout(() => child.kill('SIGKILL'), limitMs);
  await new Promise((done, failed) => child.once('close', done).once('error', failed));
  clearInterval(looking);
  clearTimeout(limit);
  return { seconds: (performance.now() - began) / 1000, ...used, last: output.trim().split('\n').at(-1) };
}
