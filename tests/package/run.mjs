// The package in use: npm packs and installs it, each framework builds an application with it, and Chromium opens the
// application, with the sandbox as the API on another origin. `TADWINA_PKG` names another package than pkg/.
//
//   node tests/package/run.mjs [NAME…]   # only these examples

import assert from 'node:assert/strict';
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';

import { chromium } from '@playwright/test';

import { headlessPath, QUIET } from '../e2e/support/chromium.mjs';
import { article } from '../e2e/support/content.mjs';
import { checkSandbox, startSandbox } from '../e2e/support/sandbox.mjs';
import { copyFolder, root, scratch } from './installed.mjs';
import { manifestOf } from './manifest.mjs';
import { run, server } from './processes.mjs';
import { postsComment } from './reader.mjs';
import { registersAndReflects } from './registration.mjs';
import { serve } from './serve.mjs';

const PKG = resolve(process.env.TADWINA_PKG ?? root('pkg'));

/** The address and the slug in the examples, which the tests replace. */
const PLACEHOLDERS = { api: /https:\/\/blog\.example\/wp-json\//g, slug: /\bbread\b/g };

/**
 * `of` names the example where it is not `name`. `built` is the folder to serve. `limit` is the comment limit of the
 * example. `hasArticle`: the element also shows the article.
 */
const EXAMPLES = [
  { name: 'html', built: '.', limit: 1000 },
  { name: 'vite', built: 'dist', limit: 500, hasArticle: true },
  { name: 'react', built: 'dist', limit: 500, hasArticle: true },
  { name: 'vue', built: 'dist', limit: 500, hasArticle: true },
  { name: 'svelte', built: 'dist', limit: 500, hasArticle: true },
  { name: 'astro', built: 'dist', limit: 1000 },
  { name: 'webpack', of: 'vite', built: 'dist', limit: 500, hasArticle: true },
];

const wanted = process.argv.slice(2);
const examples = EXAMPLES.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const bread = article('bread');

let folder;
let sandbox;
let browser;

/** The folder in which `npm install` puts the package. */
const installed = () => join(folder, 'installed/node_modules/tadwina');

before(async () => {
  if (!existsSync(join(PKG, 'index.js'))) throw new Error(`${PKG} is no package: run make package`);
  checkSandbox();
  folder = scratch('examples');
  const [{ filename }] = JSON.parse(await run('npm', ['pack', '--json', '--pack-destination', folder, PKG], folder));
  cpSync(root('tests/package/consumer.json'), join(folder, 'installed/package.json'));
  const options = ['--offline', '--no-audit', '--no-fund', '--ignore-scripts'];
  await run('npm', ['install', ...options, join(folder, filename)], join(folder, 'installed'));
  sandbox = await startSandbox();
  browser = await chromium.launch({ executablePath: headlessPath(), args: QUIET });
});

after(async () => {
  await browser?.close();
  await sandbox?.stop();
});

/** Copies an example, inserts the address of the sandbox and adds the installed package. */
function prepare(name, example = name) {
  const project = join(folder, name);
  copyFolder(`examples/${example}`, project);
  for (const path of readdirSync(project, { recursive: true })) {
    const file = join(project, path);
    if (!statSync(file).isFile()) continue;
    const source = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      source.replace(PLACEHOLDERS.api, `${sandbox.url}/wp-json/`).replace(PLACEHOLDERS.slug, bread.slug),
    );
  }
  // A page without a build has the package in its own folder.
  const folderName = existsSync(join(project, 'package.json')) ? 'node_modules/tadwina' : 'tadwina';
  cpSync(installed(), join(project, folderName), { recursive: true });
  return project;
}

test('npm packs every file that the package names, and no others', () => {
  const files = readdirSync(installed()).sort();
  const { exports, customElements } = JSON.parse(readFileSync(join(installed(), 'package.json'), 'utf8'));
  const named = Object.values(exports).flatMap((each) => (typeof each === 'string' ? [each] : Object.values(each)));
  for (const name of [...named, `./${customElements}`]) assert.ok(files.includes(name.slice(2)), name);
  const chunk = /^[a-z.]+-[0-9A-Z]{8}\.(?:js|wasm)$/;
  const others = files.filter((name) => !named.includes(`./${name}`) && !chunk.test(name));
  assert.deepEqual(others, ['LICENSE-APACHE', 'LICENSE-MIT', 'README.md']);
  // The files that scripts load later exist. A name before a colon is a key for the imports of the WASM and not a file.
  for (const name of files.filter((each) => each.endsWith('.js'))) {
    const source = readFileSync(join(installed(), name), 'utf8');
    for (const [, later] of source.matchAll(/["'`]\.\/([\w.-]+\.(?:js|wasm))["'`](?!:)/g)) {
      assert.ok(files.includes(later), `${name} names ${later}`);
    }
  }
});

test('Node.js can import the package without a browser', async () => {
  const script = `
    const { define, mount, ...classes } = await import('tadwina');
    await import('tadwina/define');
    define();
    console.log(typeof mount, Object.keys(classes).sort().join(' '));
  `;
  const output = await run(process.execPath, ['--input-type=module', '--eval', script], join(folder, 'installed'));
  assert.equal(output, 'function TadwinaArticle TadwinaBlog TadwinaComments TadwinaShare\n');
});

test('define registers the elements with their properties', async () => {
  const { url, close } = await serve(installed());
  try {
    await registersAndReflects(browser, url, manifestOf(installed()));
  } finally {
    await close();
  }
});

for (const { name, of, built, ...expected } of examples) {
  test(`${name}: the built page shows the comments and takes a comment`, async () => {
    const project = prepare(name, of);
    if (name === 'webpack') await run(process.execPath, [root('tests/package/webpack.mjs'), project], project);
    else if (built !== '.') await run('npm', ['run', 'build'], project);
    const { url, close } = await serve(join(project, built));
    try {
      await postsComment(browser, url, { ...expected, article: bread });
    } finally {
      await close();
    }
  });
}

for (const { name, ...expected } of examples.filter(({ name, of }) => name !== 'html' && !of)) {
  test(`${name}: the page of the development server shows the comments and takes a comment`, async () => {
    const project = prepare(name);
    if (name === 'astro') await run('npx', ['astro', 'preferences', 'disable', 'devToolbar'], project);
    const { url, close } = await server('npm', ['run', 'dev', '--', '--host', '127.0.0.1', '--port', '0'], project);
    try {
      await postsComment(browser, url, { ...expected, article: bread });
    } finally {
      await close();
    }
  });
}
