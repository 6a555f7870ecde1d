// tadwina-server as a separate process on a free port, before a site.

import { spawn } from 'node:child_process';
import { accessSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TARGET = process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL('../../target', import.meta.url));
/** The program. */
export const SERVER = process.env.TADWINA_SERVER_BIN ?? join(TARGET, 'debug/tadwina-server');
const ASSETS = process.env.TADWINA_ASSETS ?? join(TARGET, 'assets');

function need(path, command) {
  try {
    accessSync(path);
  } catch {
    throw new Error(`${path} is missing: ${command}`);
  }
}

/**
 * Starts the server before `site`, with the elements unless `hasElements` is false, on a free port unless one is named.
 *
 * @returns {Promise<{ url: string, pid: number, stop: () => Promise<void> }>}
 */
export async function startServer(site, options = [], { hasElements = true, port = 0, program = SERVER } = {}) {
  need(program, 'cargo build --package tadwina-server');
  if (hasElements) need(ASSETS, 'make assets');
  const assets = hasElements ? ['--assets', ASSETS] : [];
  const given = ['serve', '--site', site, '--listen', `127.0.0.1:${port}`, ...assets, ...options];
  const child = spawn(program, given, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TADWINA_LOG: process.env.TADWINA_LOG ?? 'warn' },
  });
  const gone = new Promise((resolve) => child.once('close', resolve));
  const url = await new Promise((listening, failed) => {
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      const [, found] = /^listening on (\S+)$/m.exec(output) ?? [];
      if (found) listening(found);
    });
    child.once('error', failed);
    child.once('close', (code) => failed(new Error(`tadwina-server ended (${code})`)));
  });
  return {
    url,
    pid: child.pid,
    stop: async () => {
      child.kill();
      await gone;
    },
  };
}
