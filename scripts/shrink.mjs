// The last step of `make build`, and one of `make package`: makes the WebAssembly and the script that wasm-bindgen wrote for it smaller.
//
// - wasm-opt goes over the WebAssembly.
// - Imports and exports have names of up to 80 letters on both sides; they become as short as can be.
// - terser goes over the scripts, which Trunk's own minifier does not understand.
//
// The script is read in the form that wasm-bindgen of the version pinned in Cargo.toml writes. Should another
// write it differently, this fails rather than to leave a page that does not start.
// Call: node scripts/shrink.mjs

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const tool = (name) => join(root, 'node_modules/.bin', name);

/** What rustc uses and every current browser has. --all-features would write types that Chromium refuses. */
const FEATURES = [
  'bulk-memory',
  'multivalue',
  'mutable-globals',
  'nontrapping-float-to-int',
  'reference-types',
  'sign-ext',
];

/** Twice, the second time over a form without nested expressions: a hundredth smaller than once. */
const PASSES = ['-Oz', '--flatten', '--rereloop', '-Oz', '-Oz', '--converge'];

const opt = (...args) =>
  execFileSync(tool('wasm-opt'), [...FEATURES.map((name) => `--enable-${name}`), ...args], { encoding: 'utf8' });

/** Makes the WebAssembly smaller. Answers the new names of what stays: `{ imports, exports }`, old name to new. */
function shrinkWasm(path) {
  const before = readFileSync(path).length;
  opt('--strip-producers', ...PASSES, path, '-o', path);
  const said = JSON.parse(opt('--minify-imports-and-exports-and-modules', path, '-o', path));
  console.log(`build: the WebAssembly became smaller, from ${before} to ${readFileSync(path).length} bytes`);
  return {
    imports: new Map(said.imports.map(([, name, short]) => [name, short])),
    exports: new Map(said.exports),
  };
}

/** Takes out of the script what the WebAssembly does not need any more, and calls the rest by its new names. */
function shrinkGlue(path, { imports, exports }) {
  const found = new Set();
  const short = (name) => {
    found.add(name);
    return imports.get(name);
  };
  let script = readFileSync(path, 'utf8');
  script = script.replace('export { initSync, __wbg_init as default };', 'export { __wbg_init as default };');
  // The functions that the WebAssembly imports, and below them the table of modules.
  script = script.replaceAll(/^ {8}(\w+): (function\([\s\S]*?\n {8}\}.*),\n/gm, (_, name, body) =>
    imports.has(name) ? `        ${short(name)}: ${body},\n` : '',
  );
  script = script.replace(/^ {4}return \{\n {8}__proto__: null,\n([\s\S]*?)^ {4}\};\n/m, (_, modules) => {
    const others = [...modules.matchAll(/: (import[1-9]\d*),/g)].map(([, module]) => module);
    // What needs no conversion the WebAssembly imports from our own modules.
    const theirs = [...imports.keys()].filter((name) => !found.has(name));
    if (theirs.length > 0 && others.length === 0) throw new Error(`nobody offers ${theirs.join(', ')}`);
    const renamed = theirs.map((name) => `${short(name)}: ${others.map((module) => `${module}.${name}`).join(' ?? ')}`);
    return `    return { a: { ...import0, ${renamed.join(', ')} } };\n`;
  });
  script = script.replaceAll(/\bwasm\.(\w+)/g, (whole, name) => {
    if (!exports.has(name)) throw new Error(`the script uses ${whole}, which the WebAssembly does not export`);
    return `wasm.${exports.get(name)}`;
  });
  const missing = [...imports.keys()].filter((name) => !found.has(name));
  if (missing.length > 0) throw new Error(`the script lacks what the WebAssembly imports: ${missing.join(', ')}`);
  writeFileSync(path, script);
}

/** Makes a WebAssembly and the script that wasm-bindgen wrote for it smaller, in their places. */
export function shrink(wasm, glue) {
  shrinkGlue(glue, shrinkWasm(wasm));
}

function main() {
  const dist = join(root, 'dist');
  const only = (ending) => {
    const found = readdirSync(dist).filter((name) => name.endsWith(ending));
    if (found.length !== 1) throw new Error(`dist/ has ${found.length} files *${ending} instead of one`);
    return join(dist, found[0]);
  };
  const glue = only('.js');
  shrink(only('_bg.wasm'), glue);
  const snippets = readdirSync(join(dist, 'snippets'), { recursive: true }).filter((name) => name.endsWith('.js'));
  for (const script of [glue, ...snippets.map((name) => join(dist, 'snippets', name))]) {
    execFileSync(tool('terser'), [
      '--module',
      '--toplevel',
      '--compress',
      'passes=2',
      '--mangle',
      '--output',
      script,
      '--',
      script,
    ]);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
