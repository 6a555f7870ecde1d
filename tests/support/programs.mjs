// Where the programs of this machine are. Nothing is downloaded.

import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

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
  // cargo installs programs here, and PATH may not name the folder.
  const cargo = join(process.env.CARGO_HOME ?? join(homedir(), '.cargo'), 'bin');
  const all = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', cargo, ...folders];
  const found = names.flatMap((name) => all.map((folder) => join(folder, name))).find(isProgram);
  if (found) return found;
  throw new Error(`no ${names[0]} found: install it (${install}) or name one in ${variable}`);
}
