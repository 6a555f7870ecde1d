// Programs of this machine: where they are, and a screen for those that need one.

import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Longest wait for a screen. Unit: milliseconds. */
const PATIENCE = 15_000;

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Path of a program: what the variable names, or the first of the usual names on PATH and in `folders`.
 *
 * @param {{ names: string[], variable: string, folders?: string[], install: string }} wanted
 */
export function programPath({ names, variable, folders = [], install }) {
  const named = process.env[variable];
  if (named) {
    if (isProgram(named)) return named;
    throw new Error(`${variable} names ${named}, which is no program`);
  }
  // Where cargo puts what it installs; a shell need not look there.
  const cargo = join(process.env.CARGO_HOME ?? join(homedir(), '.cargo'), 'bin');
  const all = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', cargo, ...folders];
  const found = names.flatMap((name) => all.map((folder) => join(folder, name))).find(isProgram);
  if (found) return found;
  throw new Error(`no ${names[0]} found: install it (${install}) or name one in ${variable}`);
}

/**
 * A screen that nobody sees, for a browser without a headless mode.
 *
 * @returns {Promise<{ display: string, stop: () => Promise<void> }>}
 */
export async function startScreen() {
  const xvfb = programPath({ names: ['Xvfb'], variable: 'XVFB_PATH', install: 'apt-get install xvfb' });
  // It looks for a free display itself and writes the number to file descriptor 3.
  const child = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const end = () => child.kill();
  process.once('exit', end);
  const gone = new Promise((resolve) => child.once('close', resolve));
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    complaints += text;
  });
  const number = await new Promise((started, failed) => {
    const timer = setTimeout(() => {
      end();
      failed(new Error(`Xvfb did not start within ${PATIENCE} ms:\n${complaints}`));
    }, PATIENCE);
    let said = '';
    child.stdio[3].setEncoding('utf8').on('data', (text) => {
      said += text;
      if (!said.includes('\n')) return;
      clearTimeout(timer);
      started(said.trim());
    });
    child.once('error', failed);
    child.once('close', (code) => {
      clearTimeout(timer);
      failed(new Error(`Xvfb ended (${code}):\n${complaints}`));
    });
  });
  return {
    display: `:${number}`,
    stop: async () => {
      process.off('exit', end);
      end();
      await gone;
    },
  };
}
