// The tools of tests/package/package.json, and scratch folders under target/ in which the package is used.

import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A path of the repository. */
export const root = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const TOOLS = root('tests/package/node_modules');

if (!existsSync(TOOLS)) {
  throw new Error('the tools are missing: (cd tests/package && npm ci --ignore-scripts)');
}

/** An empty folder of that name whose programs and modules find the tools. */
export function scratch(name) {
  const folder = root(`target/package-tests/${name}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  symlinkSync(TOOLS, join(folder, 'node_modules'), 'dir');
  return folder;
}

/** Copies a folder of tests/package, whatever tools left in it apart. */
export function copyOf(name, folder) {
  const made = /[/\\](?:node_modules|dist|\.astro)(?:[/\\]|$)/;
  const source = root(`tests/package/${name}`);
  cpSync(source, folder, { recursive: true, filter: (path) => !made.test(path.slice(source.length)) });
}
