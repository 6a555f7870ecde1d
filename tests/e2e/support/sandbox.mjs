// The sandbox API as a separate process, on a free port, with a temporary data file.

import { spawn } from 'node:child_process';
import { accessSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Longest wait until the sandbox listens. It fills the data file first. */
const START_TIMEOUT_MS = 30_000;

/** Path of the program: `TADWINA_SANDBOX_BIN`, or where cargo puts it. */
export function sandboxPath() {
  const target = process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL('../../../target', import.meta.url));
  return process.env.TADWINA_SANDBOX_BIN ?? join(target, 'debug/tadwina-sandbox');
}

/** Fails where the program is missing. */
export function checkSandbox() {
  try {
    accessSync(sandboxPath());
  } catch {
    throw new Error(`${sandboxPath()} is missing: cargo build --package tadwina-sandbox`);
  }
}

/**
 * Starts a sandbox with options such as `--moderation`. It allows comments in quick succession, unless the options
 * name `--flood-seconds`.
 *
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startSandbox(options = [], program = sandboxPath()) {
  const folder = await mkdtemp(join(tmpdir(), 'tadwina-sandbox-'));
  const flood = options.includes('--flood-seconds') ? [] : ['--flood-seconds', '0'];
  const child = spawn(
    program,
    ['--port', '0', '--data', join(folder, 'data.sqlite'), '--while-pid', String(process.pid), ...flood, ...options],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const gone = new Promise((resolve) => child.once('close', resolve));
  let output = '';
  const url = await new Promise((listening, failed) => {
    const timer = setTimeout(() => {
      child.kill();
      failed(new Error(`the sandbox did not listen within ${START_TIMEOUT_MS} ms:\n${output}`));
    }, START_TIMEOUT_MS);
    const read = (text) => {
      output += text;
      const found = /^listening on (\S+)$/m.exec(output);
      if (!found) return;
      clearTimeout(timer);
      listening(found[1]);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.once('error', failed);
    child.once('close', (code) => {
      clearTimeout(timer);
      failed(new Error(`the sandbox ended (${code}):\n${output}`));
    });
  });
  return {
    url,
    stop: async () => {
      child.kill();
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
