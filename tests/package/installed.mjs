// The tools of tests/package/package.json, and temporary folders below target/ in which the tests use the package.

import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A path of the repository. */
export const root = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const TOOLS = root('tests/package/node_modules');

if (!existsSync(TOOLS)) {
  throw new Error('the tools are missing: (cd tests/package && npm ci --ignore-scripts)');
}

/** An empty folder with that name. Programs and modules in it find the tools. */
export function scratch(name) {
  const folder = root(`target/package-tests/${name}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  symlinkSync(TOOLS, join(folder, 'node_modules'), 'dir');
  return folder;
}

/** Copies a folder of tests/package without the files that tools have made in it. */
export function copyFolder(name, folder) {
  const generated = /[/\\](?:node_modules|dist|\.astro)(?:[/\\]|$)/;
  const source = root(`tests/package/${name}`);
  cpSync(source, folder, { recursive: true, filter: (path) => !generated.test(path.slice(source.length)) });
}
