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
import * as zlib from 'node:zlib';

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

/** The same archive for the same files, whenever it is made: DOS's first day. */
const DATE = 0x21;

/** CRC-32 of bytes; node:zlib has it since Node.js 20.15. */
const crc32 =
  zlib.crc32 ??
  ((bytes) => {
    let crc = -1;
    for (const byte of bytes) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ~crc >>> 0;
  });

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

/** A zip archive of `[name, bytes]`. */
function zip(entries) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [path, bytes] of entries) {
    const name = Buffer.from(path);
    const packed = zlib.deflateRawSync(bytes, { level: 9 });
    // From "version needed" to "length of the extra field": the same in both headers. Bit 11: names are UTF-8.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt16LE(DATE, 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = [Buffer.from('PK\x03\x04', 'latin1'), common, name, packed];
    // "Made by" Unix; comment, disk and attributes of the entry: a regular file that all may read.
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(0o100644 * 0x10000, 6);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), common, rest, name);
    parts.push(...local);
    offset += local.reduce((sum, part) => sum + part.length, 0);
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
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
const archive = zip(files(plugin).map((path) => [`tadwina/${path}`, readFileSync(join(plugin, path))]));
writeFileSync(join(TARGET, 'tadwina.zip'), archive);
console.log(`plugin: ${join(TARGET, 'tadwina.zip')}, ${archive.length} bytes`);
