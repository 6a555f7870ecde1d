// Makes the package of the elements in pkg/ (`make package`): for a script tag, for npm, for the plugin.
//
// scripts/package.sh first compiles the WASM of each bundle. Scripts and WASM get names with a hash of their content;
// the entry scripts have stable names. Usage: node scripts/package.mjs FOLDER, where FOLDER has the WASM from Cargo.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build, buildSync } from 'esbuild';

import { assemble } from '../embed/package/assemble.mjs';
import { brotli } from './budget.mjs';
import { unlayered } from './unlayered.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const out = join(root, 'pkg');
const scratch = join(root, 'target/package');

const BUNDLES = ['share', 'comments', 'article', 'blog'];

/** How scripts are written. */
const SCRIPTS = {
  format: 'esm',
  minify: true,
  target: 'es2022',
  charset: 'utf8',
  // The licence of the fallback sanitiser stays with it.
  legalComments: 'inline',
};

const digest = (content, algorithm, encoding) => createHash(algorithm).update(content).digest(encoding);

/** Makes the script of a bundle with wasm-bindgen, and copies its WASM into pkg/. Returns the name of the WASM. */
function bind(bundle, folder) {
  const to = join(scratch, bundle);
  const flags = ['--target', 'web', '--no-typescript', '--omit-default-module-path'];
  execFileSync('wasm-bindgen', [...flags, '--out-dir', to, join(folder, `${bundle}.wasm`)]);
  const wasm = join(to, `${bundle}_bg.wasm`);
  const name = `${bundle}-${digest(readFileSync(wasm), 'sha256', 'hex').slice(0, 8).toUpperCase()}.wasm`;
  copyFileSync(wasm, join(out, name));
  return name;
}

/** The path of a snippet that wasm-bindgen copied from src/ into the folder of a bundle. */
function snippet(bundle, name) {
  const folder = join(scratch, bundle, 'snippets');
  return join(
    folder,
    readdirSync(folder, { recursive: true }).find((path) => path.endsWith(name)),
  );
}

/** Writes the fallback sanitiser into pkg/. Returns its name. */
function purifier() {
  const { outputFiles } = buildSync({
    entryPoints: [join(root, 'node_modules/dompurify/dist/purify.es.mjs')],
    ...SCRIPTS,
    write: false,
  });
  const name = `purify.es-${digest(outputFiles[0].contents, 'sha256', 'hex').slice(0, 8).toUpperCase()}.js`;
  writeFileSync(join(out, name), outputFiles[0].contents);
  return name;
}

/** Resolves the imports of the scripts of the bundles: see embed/src/bundles. */
const bundles = {
  name: 'bundles',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^wasm\/\w+\.js$/ }, ({ path }) => {
      const file = path.slice('wasm/'.length);
      return { path: join(scratch, file.replace('.js', ''), file) };
    });
    onResolve({ filter: /^wasm\/\w+\/fallback\.js$/ }, ({ path }) => ({
      path: snippet(path.split('/')[1], 'fallback.js'),
    }));
    onLoad({ filter: /\/fallback\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/'[^']*\/purify\.es\.mjs'/, `'./${purifier()}'`),
    }));
    onLoad({ filter: /\/bundles\/\w+\.css$/ }, async ({ path }) => {
      const { outputFiles } = await build({ entryPoints: [path], bundle: true, minify: true, write: false });
      return { contents: outputFiles[0].text.trim(), loader: 'text' };
    });
  },
};

async function bundle(entries, define) {
  await build({
    entryPoints: entries.map((name) => join(root, 'embed/src', name)),
    outdir: out,
    bundle: true,
    splitting: true,
    ...SCRIPTS,
    entryNames: '[name]',
    chunkNames: '[name]-[hash]',
    define,
    plugins: [bundles],
  });
}

/** Tells bundlers to leave an import alone whose address is known only later. esbuild drops such comments. */
function markImports() {
  for (const name of readdirSync(out).filter((each) => each.endsWith('.js'))) {
    const script = readFileSync(join(out, name), 'utf8');
    const marked = script.replace(/\bimport\((\w+\.href)\)/g, 'import(/* @vite-ignore */ /* webpackIgnore: true */$1)');
    if (marked !== script) writeFileSync(join(out, name), marked);
  }
}

/** Writes the style sheets that a page may link. */
async function styles() {
  copyFileSync(join(root, 'embed/package/room.css'), join(out, 'room.css'));
  const entry = join(root, 'embed/src/starter.css');
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, write: false });
  writeFileSync(join(out, 'starter.css'), unlayered(outputFiles[0].text));
}

/** Every file with its size and the value for an `integrity` attribute. */
function manifest() {
  const files = readdirSync(out)
    .filter((name) => /\.(?:css|js|wasm)$/.test(name))
    .sort();
  const entries = files.map((name) => {
    const content = readFileSync(join(out, name));
    const integrity = `sha384-${digest(content, 'sha384', 'base64')}`;
    return [name, { bytes: content.length, brotli: brotli(content).length, integrity }];
  });
  return `${JSON.stringify({ files: Object.fromEntries(entries) }, null, 2)}\n`;
}

const [folder] = process.argv.slice(2);
rmSync(out, { recursive: true, force: true });
rmSync(scratch, { recursive: true, force: true });
mkdirSync(out);
const define = Object.fromEntries(
  BUNDLES.map((name) => [`WASM_${name.toUpperCase()}`, JSON.stringify(`./${bind(name, folder)}`)]),
);
// A build of its own, so that a script tag loads one file and no chunks that entry scripts share.
await bundle(['index.ts', 'define.ts'], define);
await bundle(['tadwina.ts'], define);
markImports();
await styles();
writeFileSync(join(out, 'manifest.json'), manifest());
await assemble(out);
console.log(`package: pkg/ has ${readdirSync(out).length} files`);
