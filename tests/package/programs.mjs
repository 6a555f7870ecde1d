// Other programs as the tests run them: to their end, or as servers until they are no longer needed.

import { spawn } from 'node:child_process';

/** Longest time until a program ends or a server listens. Unit: milliseconds. */
const PATIENCE = 180_000;

const QUIET = { ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', NO_UPDATE_NOTIFIER: '1', CI: '1' };

/** What ends each program that is still running. */
const running = new Set();

process.once('exit', () => {
  for (const end of running) end();
});
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
])
  process.once(signal, () => process.exit(code));

/** A program in a process group of its own, so that what it starts ends with it. */
function start(command, args, cwd) {
  const { NODE_TEST_CONTEXT: _, FORCE_COLOR: __, ...env } = process.env;
  const child = spawn(command, args, {
    cwd,
    detached: true,
    env: { ...env, ...QUIET },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const heard = { said: '', out: '', more: () => {} };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    heard.out += text;
    heard.said += text;
    heard.more();
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    heard.said += text;
  });
  const end = () => {
    try {
      process.kill(-child.pid, 'SIGTERM');
    } catch {
      // It has ended by itself.
    }
  };
  running.add(end);
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).finally(() => running.delete(end));
  const failure = (what) => new Error(`${[command, ...args].join(' ')} ${what}:\n${heard.said}`);
  return { heard, ended, end, failure };
}

/** Runs a program to its end; its standard output. */
export async function run(command, args, cwd) {
  const { heard, ended, end, failure } = start(command, args, cwd);
  const timer = setTimeout(end, PATIENCE);
  const code = await ended.finally(() => clearTimeout(timer));
  if (code !== 0) throw failure(`ended with ${code ?? 'a signal'}`);
  return heard.out;
}

/**
 * Starts a server and waits for the address it prints.
 *
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function server(command, args, cwd) {
  const { heard, ended, end, failure } = start(command, args, cwd);
  const url = await new Promise((listening, failed) => {
    const timer = setTimeout(() => {
      end();
      failed(failure('did not listen'));
    }, PATIENCE);
    heard.more = () => {
      const [found] = /http:\/\/127\.0\.0\.1:\d+\//.exec(heard.out) ?? [];
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
