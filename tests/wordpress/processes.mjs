// The servers of the test WordPress as processes: started in the background, recorded in a file, stopped from there.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Longest wait for one server. */
export const SERVER_TIMEOUT_MS = 30_000;

/** A problem that the caller can solve. It is printed without a stack. */
export class UserError extends Error {}

/** Path of a program, or null. Debian has servers in folders that an ordinary PATH leaves out. */
export function findProgram(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, name)).find(existsSync) ?? null;
}

/** The file that lists the servers of a folder. */
export const stateFile = (dir) => join(dir, 'state.json');

/** Starts a server in a process group of its own, and records it before anything can fail. */
export function serve(state, name, command, args, env = {}) {
  const log = openSync(join(state.dir, `${name}.log`), 'a');
  const child = spawn(command, args, {
    cwd: state.dir,
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, ...env },
  });
  child.on('error', () => {});
  child.unref();
  if (child.pid === undefined) throw new UserError(`${name}: cannot start ${command}`);
  state.servers.push({ name, pid: child.pid });
  writeFileSync(stateFile(state.dir), JSON.stringify(state, null, 2));
  return child;
}

/** Polls until `probe` returns something. Fails when the server ends first or the time is over. */
export async function waitFor(state, name, child, probe) {
  const end = Date.now() + SERVER_TIMEOUT_MS;
  while (Date.now() < end) {
    const found = await probe();
    if (found) return found;
    if (child.exitCode !== null || child.signalCode !== null) break;
    await sleep(50);
  }
  const log = readFileSync(join(state.dir, `${name}.log`), 'utf8')
    .split('\n')
    .slice(-15)
    .join('\n');
  throw new UserError(`${name} did not become ready; end of its log:\n${log}`);
}

/** Runs a program to its end. Fails with its output when it fails. */
export function run(name, command, args, env = {}) {
  const done = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: 2 * SERVER_TIMEOUT_MS,
    env: { ...process.env, ...env },
  });
  if (done.status !== 0) throw new UserError(`${name} failed:\n${done.error ?? ''}${done.stdout}${done.stderr}`);
  return done.stdout;
}

/** The command line of a live process; null when it has ended, also as a zombie. */
export function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8') || null;
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return null;
    throw error;
  }
}

/** Stops one server and its workers, which would outlive their parent. */
export async function stopServer({ pid }, dir) {
  // The command lines of our servers contain the folder. A process that has ended has no command line, but its group
  // may still have workers: no other process gets the id while one of them lives.
  if (!(commandLine(pid) ?? dir).includes(dir)) return;
  try {
    // The data is temporary, so the server need not save it.
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (error.code === 'ESRCH') return;
    throw error;
  }
  const limit = Date.now() + SERVER_TIMEOUT_MS;
  while (commandLine(pid) !== null && Date.now() < limit) await sleep(20);
}
