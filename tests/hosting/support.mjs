// What these tests share: texts with addresses of their own, ports, programs.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

/** The top of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A file of deploy/ in which each text is replaced that `changes` names. */
export function deployed(name, changes) {
  return changes.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`deploy/${name} does not say: ${from}`);
      return text.replaceAll(from, to);
    },
    readFileSync(new URL(`../../deploy/${name}`, import.meta.url), 'utf8'),
  );
}

/** A port that nobody listens on. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Whether somebody listens on `port`. */
export const isOpen = (port) =>
  new Promise((resolve) => {
    const connection = connect(port, '127.0.0.1');
    connection.once('connect', () => {
      connection.destroy();
      resolve(true);
    });
    connection.once('error', () => resolve(false));
  });

/** Runs a program to its end; gives what it printed. It fails with what it said. */
export const run = (program, args, options = {}) =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], ...options });

/** Who a process is: the lines of its /proc/PID/status by name. */
export const statusOf = (text) => Object.fromEntries(text.split('\n').map((line) => line.split(/:\s+/, 2)));
