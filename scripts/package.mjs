// Makes the package of the elements in pkg/ (`make package`): for a script tag, for npm, for the plugin.
//
// scripts/package.sh has compiled the programs before. Each becomes a script and a WebAssembly whose names
// change with their content; what finds them has a stable name. Call: node scripts/package.mjs FOLDER, where
// FOLDER has the programs as cargo made them.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

import { build, transform } from 'esbuild';

import { assemble } from '../embed/package/assemble.mjs';
import { shrink } from './shrink.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const out = join(root, 'pkg');
const scratch = join(root, 'target/package');
const embed = (name) => join(root, 'embed/src', name);

const PROGRAMS = ['share', 'comments', 'article', 'blog'];

const EVERYWHERE = ['tokens', 'base', 'button', 'error-view', 'print'];
const DISCUSSION = ['prose', 'notice', 'field', 'comment-list', 'comment-box', 'character-count', 'placeholder'];
const ARTICLE = ['layout', 'prose-article', 'share-menu', 'article'];

/** The sheets of each program. They come in the order of index.html. */
const STYLES = {
  share: [...EVERYWHERE, 'share-menu'],
  comments: [...EVERYWHERE, ...DISCUSSION],
  article: [...EVERYWHERE, ...DISCUSSION, ...ARTICLE],
  blog: [...EVERYWHERE, ...DISCUSSION, ...ARTICLE, 'breadcrumbs', 'article-list', 'pagination'],
};

const digest = (content, algorithm, encoding) => createHash(algorithm).update(content).digest(encoding);

/** The WebAssembly of a program and its script, small. Answers the folder of the script. */
function bind(program, folder) {
  const to = join(scratch, program);
  execFileSync('wasm-bindgen', ['--target', 'web', '--no-typescript', '--out-dir', to, '--out-name', program, join(folder, `${program}.wasm`)]);
  const script = join(to, `${program}.js`);
  shrink(join(to, `${program}_bg.wasm`), script);
  // The address that the script would take by itself: never needed, and bundlers look for a file there.
  const source = readFileSync(script, 'utf8');
  const without = source.replace(/^ *if \(module_or_path === undefined\) \{[^}]*\}\n/m, '');
  if (without === source) throw new Error(`${script} is not as wasm-bindgen used to write it`);
  writeFileSync(script, without);
  return to;
}

/** The styles of a program as one sheet. */
async function styles(program) {
  const own = STYLES[program];
  const order = [...readFileSync(join(root, 'index.html'), 'utf8').matchAll(/href="style\/([a-z-]+)\.css"/g)].map(([, name]) => name);
  const sheets = order.filter((name) => own.includes(name)).map((name) => readFileSync(join(root, `style/${name}.css`), 'utf8'));
  const css = [readFileSync(embed('embed.css'), 'utf8'), ...sheets].join('\n');
  return (await transform(css, { loader: 'css', minify: true })).code.trim();
}

/** Finds what a program's script is made of: see embed/src/programs. */
const programs = {
  name: 'programs',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^PROGRAM\/dompurify\.js$/ }, ({ importer }) => {
      const snippets = join(scratch, importer.split('/').at(-1).replace('.js', ''), 'snippets');
      return { path: join(snippets, readdirSync(snippets, { recursive: true }).find((name) => name.endsWith('dompurify.js'))) };
    });
    onResolve({ filter: /^PROGRAM\// }, ({ path }) => {
      const name = path.split('/')[1];
      return { path: join(scratch, name.replace('.js', ''), name) };
    });
    onResolve({ filter: /^STYLES\// }, ({ path }) => ({ path, namespace: 'styles' }));
    onResolve({ filter: /^\/purify\.es\.mjs$/ }, () => ({ path: join(root, 'node_modules/dompurify/dist/purify.es.mjs') }));
    onLoad({ filter: /.*/, namespace: 'styles' }, async ({ path }) => ({
      contents: await styles(path.split('/')[1].replace('.css', '')),
      loader: 'text',
    }));
  },
};

async function bundle(entries, define) {
  await build({
    entryPoints: entries.map(embed),
    outdir: out,
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    target: 'es2022',
    charset: 'utf8',
    // The licence of the fallback sanitiser stays with it.
    legalComments: 'inline',
    entryNames: '[name]',
    chunkNames: '[name]-[hash]',
    define,
    plugins: [programs],
  });
}

/** Every file with its size and the value for an `integrity` attribute. */
function manifest() {
  const files = readdirSync(out).filter((name) => /\.(?:js|wasm)$/.test(name)).sort();
  const params = (content) => ({ params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } });
  const entries = files.map((name) => {
    const content = readFileSync(join(out, name));
    const integrity = `sha384-${digest(content, 'sha384', 'base64')}`;
    return [name, { bytes: content.length, brotli: brotliCompressSync(content, params(content)).length, integrity }];
  });
  return `${JSON.stringify({ files: Object.fromEntries(entries) }, null, 2)}\n`;
}

const [folder] = process.argv.slice(2);
rmSync(out, { recursive: true, force: true });
rmSync(scratch, { recursive: true, force: true });
mkdirSync(out);
const define = {};
for (const program of PROGRAMS) {
  const wasm = join(bind(program, folder), `${program}_bg.wasm`);
  const name = `${program}-${digest(readFileSync(wasm), 'sha256', 'hex').slice(0, 8).toUpperCase()}.wasm`;
  copyFileSync(wasm, join(out, name));
  define[`WASM_${program.toUpperCase()}`] = JSON.stringify(`./${name}`);
}
// Apart, so that a script tag loads one file and not what it shares with the others.
await bundle(['index.js', 'define.js'], define);
await bundle(['tadwina.js'], define);
writeFileSync(join(out, 'manifest.json'), manifest());
await assemble(out);
console.log(`package: pkg/ has ${readdirSync(out).length} files`);
