// Everything of the package but its programs: declarations, custom elements manifest, README, licences.
// scripts/package.mjs calls it after it has put the programs and their manifest.json there.

import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';

import { customElements } from '../../scripts/custom-elements.mjs';

const here = (name) => new URL(name, import.meta.url);

const COPIED = ['README.md', 'index.d.ts', 'define.d.ts', 'react.d.ts', '../../LICENSE-MIT', '../../LICENSE-APACHE'];

/** The version that Cargo.toml gives its packages. */
async function version() {
  const [, found] = /^version = "([^"]+)"$/m.exec(await readFile(here('../../Cargo.toml'), 'utf8')) ?? [];
  if (!found) throw new Error('Cargo.toml has no version');
  return found;
}

/** Writes the files into `folder`, an absolute path. */
export async function assemble(folder) {
  await mkdir(folder, { recursive: true });
  for (const name of COPIED) await copyFile(here(name), `${folder}/${name.split('/').at(-1)}`);
  const json = (name, value) => writeFile(`${folder}/${name}`, `${JSON.stringify(value, null, 2)}\n`);
  await json('package.json', { ...JSON.parse(await readFile(here('package.json'), 'utf8')), version: await version() });
  await json('custom-elements.json', customElements());
}
