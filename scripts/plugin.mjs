#!/usr/bin/env node
// Puts the WordPress plugin together: its PHP and translations from integrations/wordpress/tadwina, the elements
// from pkg/.
//
//   plugin.mjs [--without-elements]   makes target/plugin/tadwina/ and target/plugin/tadwina.zip
//
// Without the elements the plugin works as for a reader without JavaScript: enough for tests of its PHP.

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { zipSync } from 'fflate';

import { json, mo } from './translations.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCE = join(ROOT, 'integrations/wordpress/tadwina');
const PKG = resolve(process.env.TADWINA_PKG ?? join(ROOT, 'pkg'));
const TARGET = join(
  process.env.CARGO_TARGET_DIR ? resolve(process.env.CARGO_TARGET_DIR) : join(ROOT, 'target'),
  'plugin',
);

/** What a page loads; it finds its other files beside itself. */
const SCRIPT = 'tadwina.js';
/** What is only of use while developing. */
const LEFT_OUT = /(?:^|\/)(?:phpcs\.xml\.dist|assets)$/;

/** The same archive for the same files, whenever it is made: the first day that a zip can name. */
const DATE = new Date(1980, 0, 1);
/** A regular file that all may read, in the form of Unix (3). */
const MODE = { os: 3, attrs: 0o100644 << 16 };

/** Paths of all files below a folder, in order. */
function files(folder, below = '') {
  return readdirSync(join(folder, below))
    .sort()
    .flatMap((name) => {
      const path = below ? `${below}/${name}` : name;
      return statSync(join(folder, path)).isDirectory() ? files(folder, path) : [path];
    });
}

/** The files that a reader's browser may load: the script, what it names, and so on. The package has more. */
function elements() {
  const all = readdirSync(PKG).filter((name) => /\.(?:js|wasm)$/.test(name));
  const found = new Set([SCRIPT]);
  for (const name of found) {
    if (!name.endsWith('.js')) continue;
    const code = readFileSync(join(PKG, name), 'utf8');
    for (const other of all) if (code.includes(`/${other}`)) found.add(other);
  }
  return [...found];
}

const args = process.argv.slice(2);
const withoutElements = args[0] === '--without-elements';
if (args.length > (withoutElements ? 1 : 0)) {
  console.error('usage: plugin.mjs [--without-elements]');
  process.exit(2);
}
if (!withoutElements && !existsSync(join(PKG, SCRIPT))) {
  console.error(`plugin: ${PKG} holds no ${SCRIPT}: run make package`);
  process.exit(1);
}

const plugin = join(TARGET, 'tadwina');
rmSync(TARGET, { recursive: true, force: true });
mkdirSync(TARGET, { recursive: true });
cpSync(SOURCE, plugin, { recursive: true, filter: (path) => !LEFT_OUT.test(path) });
for (const name of ['LICENSE-MIT', 'LICENSE-APACHE']) cpSync(join(ROOT, name), join(plugin, name));
if (!withoutElements) {
  mkdirSync(join(plugin, 'assets'));
  for (const name of elements()) cpSync(join(PKG, name), join(plugin, 'assets', name));
}
const languages = join(plugin, 'languages');
for (const name of readdirSync(languages).filter((one) => one.endsWith('.po'))) {
  const po = readFileSync(join(languages, name), 'utf8');
  const base = join(languages, name.replace('.po', ''));
  writeFileSync(`${base}.mo`, mo(po));
  // Named after the script that it is for: see includes/blocks.php.
  writeFileSync(`${base}-tadwina-blocks.json`, json(po, base.split('tadwina-').at(-1)));
}
const entries = files(plugin).map((path) => [`tadwina/${path}`, [readFileSync(join(plugin, path)), MODE]]);
const archive = zipSync(Object.fromEntries(entries), { level: 9, mtime: DATE });
writeFileSync(join(TARGET, 'tadwina.zip'), archive);
console.log(`plugin: ${join(TARGET, 'tadwina.zip')}, ${archive.length} bytes`);
