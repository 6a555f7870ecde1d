// Writes the files that tadwina-server serves for the elements into target/assets (`make assets`): those of pkg/ that a
// reader's browser may load, each name with the hash of its content, each also compressed.
//
//   node scripts/assets.mjs [FOLDER]

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as zlib from 'node:zlib';

import { brotli } from './budget.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PKG = resolve(process.env.TADWINA_PKG ?? join(ROOT, 'pkg'));
const OUT = resolve(process.argv[2] ?? join(process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target'), 'assets'));
/** The script that a page loads, which imports the others by their names. */
const ENTRY = 'tadwina.js';

/** Endings of the compressed forms. Node has no Zstandard before version 22.15. */
const FORMS = {
  br: brotli,
  gz: (content) => zlib.gzipSync(content, { level: 9 }),
  ...(zlib.zstdCompressSync && {
    zst: (content) => zlib.zstdCompressSync(content, { params: { [zlib.constants.ZSTD_c_compressionLevel]: 19 } }),
  }),
};

/** The script and what it may load, directly or not. */
function reachable() {
  const all = readdirSync(PKG).filter((name) => /\.(?:js|wasm)$/.test(name));
  const found = new Set([ENTRY]);
  for (const name of found) {
    if (!name.endsWith('.js')) continue;
    const script = readFileSync(join(PKG, name), 'utf8');
    for (const other of all) if (script.includes(`/${other}`)) found.add(other);
  }
  // A page of the server has no <tadwina-blog>.
  return [...found].filter((name) => !name.startsWith('blog-'));
}

/** The name under which a file is served. */
function hashed(name, content) {
  if (name !== ENTRY) return name;
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8).toUpperCase();
  return name.replace('.js', `-${hash}.js`);
}

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
for (const name of reachable()) {
  const content = readFileSync(join(PKG, name));
  const path = join(OUT, hashed(name, content));
  writeFileSync(path, content);
  for (const [ending, compress] of Object.entries(FORMS)) writeFileSync(`${path}.${ending}`, compress(content));
}
console.log(`assets: ${OUT} has ${readdirSync(OUT).length} files`);
