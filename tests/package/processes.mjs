// Runs other programs: to their end, or as servers until a test stops them.

import { spawn } from 'node:child_process';

/** Longest time until a program ends or a server listens. */
const PROCESS_TIMEOUT_MS = 180_000;

const QUIET = { ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', NO_UPDATE_NOTIFIER: '1', CI: '1' };

/** Functions that end the programs that are still running. */
const running = new Set();

process.once('exit', () => {
  for (const end of running) end();
});
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
])
  process.once(signal, () => process.exit(code));

/** Starts a program in a process group of its own, so that its children end with it. */
function start(command, args, cwd) {
  const { NODE_TEST_CONTEXT: _, FORCE_COLOR: __, ...env } = process.env;
  const child = spawn(command, args, {
    cwd,
    detached: true,
    env: { ...env, ...QUIET },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { all: '', stdout: '', onData: () => {} };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output.stdout += text;
    output.all += text;
    output.onData();
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    output.all += text;
  });
  const end = () => {
    try {
      process.kill(-child.pid, 'SIGTERM');
    } catch {
      // The program has already ended.
    }
  };
  running.add(end);
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).finally(() => running.delete(end));
  const failure = (what) => new Error(`${[command, ...args].join(' ')} ${what}:\n${output.all}`);
  return { output, ended, end, failure };
}

/** Runs a program to its end. Returns its standard output. */
export async function run(command, args, cwd) {
  const { output, ended, end, failure } = start(command, args, cwd);
  const timer = setTimeout(end, PROCESS_TIMEOUT_MS);
  const code = await ended.finally(() => clearTimeout(timer));
  if (code !== 0) throw failure(`ended with ${code ?? 'a signal'}`);
  return output.stdout;
}

/**
 * Starts a server and waits until it prints its address.
 *
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function server(command, args, cwd) {
  const { output, ended, end, failure } = start(command, args, cwd);
  const url = await new Promise((listening, failed) => {
    const timer = setTimeout(() => {
      end();
      failed(failure('did not listen'));
    }, PROCESS_TIMEOUT_MS);
    output.onData = () => {
      const [found] = /http:\/\/127\.0\.0\.1:\d+\//.exec(output.stdout) ?? [];
      if (!found) return;
      clearTimeout(timer);
      listening(found);
    };
    ended.then((code) => {
      clearTimeout(timer);
      failed(failure(`ended with ${code}`));
    }, failed);
  });
  return {
    url,
    close: async () => {
      end();
      await ended;
    },
  };
}
