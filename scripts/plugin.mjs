#!/usr/bin/env node
// Assembles the WordPress plugin: PHP and translations from integrations/wordpress/tadwina, the elements from pkg/.
//
//   plugin.mjs [--without-elements]   makes target/plugin/tadwina/ and target/plugin/tadwina.zip
//
// Without the elements, the plugin works as it does for a reader without JavaScript: enough for tests of its PHP.

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { json, mo } from './translations.mjs';
import { zip } from './zip.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCE = join(ROOT, 'integrations/wordpress/tadwina');
const PKG = resolve(process.env.TADWINA_PKG ?? join(ROOT, 'pkg'));
const TARGET = join(resolve(process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target')), 'plugin');

/** The script that a page loads. It loads its other files from the same folder. */
const SCRIPT = 'tadwina.js';
/** Files that only developers need. */
const LEFT_OUT = /(?:^|\/)(?:phpcs\.xml\.dist|assets)$/;

/** The files that a reader's browser may load: the script, the files that it names, and so on. The package has more. */
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
  console.error(`plugin: ${PKG} has no ${SCRIPT}: run make package`);
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
for (const name of readdirSync(languages).filter((file) => file.endsWith('.po'))) {
  const po = readFileSync(join(languages, name), 'utf8');
  const base = join(languages, name.replace('.po', ''));
  writeFileSync(`${base}.mo`, mo(po));
  // WordPress finds the file by the handle of the script: see includes/blocks.php.
  writeFileSync(`${base}-tadwina-blocks.json`, json(po, base.split('tadwina-').at(-1)));
}
const archive = zip(plugin, 'tadwina');
writeFileSync(join(TARGET, 'tadwina.zip'), archive);
console.log(`plugin: ${join(TARGET, 'tadwina.zip')}, ${archive.length} bytes`);
