// Everything of the package but its scripts and WASM: declarations, custom elements manifest, README, licences.
// scripts/package.mjs calls it after it has put the others there.

import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));

const COPIED = ['embed/package/README.md', 'embed/package/react.d.ts', 'LICENSE-MIT', 'LICENSE-APACHE'];

/** Runs a tool of node_modules in the root of the repository. */
const run = (tool, ...args) => promisify(execFile)(`${root}node_modules/.bin/${tool}`, args, { cwd: root });

/** The version that Cargo.toml gives its packages. */
async function version() {
  const [, found] = /^version = "([^"]+)"$/m.exec(await readFile(`${root}Cargo.toml`, 'utf8')) ?? [];
  if (!found) throw new Error('Cargo.toml has no version');
  return found;
}

/** The declarations out of the compiler, those of index.js in one file. */
async function declarations(folder) {
  await mkdir(`${root}target`, { recursive: true });
  const types = await mkdtemp(`${root}target/types-`);
  await run('tsc', '-p', 'embed', '--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--outDir', types);
  const options = ['--project', 'embed/tsconfig.json', '--silent', '--no-banner', '--export-referenced-types=false'];
  const files = ['--out-file', `${folder}/index.d.ts`, `${types}/index.d.ts`];
  await run('dts-bundle-generator', ...options, '--inline-declare-global', ...files);
  await copyFile(`${types}/define.d.ts`, `${folder}/define.d.ts`);
  await rm(types, { recursive: true });
}

/** Writes the custom elements manifest into `folder`, an absolute path. */
export async function customElements(folder) {
  const config = 'embed/custom-elements-manifest.config.mjs';
  await run('cem', 'analyze', '--config', config, '--outdir', relative(root, folder));
}

/** Writes the files into `folder`, an absolute path. */
export async function assemble(folder) {
  await mkdir(folder, { recursive: true });
  for (const path of COPIED) await copyFile(root + path, `${folder}/${path.split('/').at(-1)}`);
  const own = JSON.parse(await readFile(`${root}embed/package/package.json`, 'utf8'));
  await writeFile(`${folder}/package.json`, `${JSON.stringify({ ...own, version: await version() }, null, 2)}\n`);
  await declarations(folder);
  await customElements(folder);
}
