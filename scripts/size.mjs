// Prints what a reader downloads before the first article shows: every file of dist/ that index.html leads to. Compares
// the sizes, raw and compressed, with the budget of the page, and fails above its ceiling. Usage: node scripts/size.mjs
//
// It follows src and href of script, link and img, module imports, and the WASM. A file that the page fetches only when
// it needs it, such as the fallback sanitiser, does not count.

import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

import { isWithinBudget } from './budget.mjs';

const root = new URL('../', import.meta.url);

/** The content of a file of dist/, null if there is no such file. */
function read(path) {
  const url = new URL(`dist/${path}`, root);
  return existsSync(url) ? readFileSync(url) : null;
}

/** The files that the browser loads because of this file, as paths below dist/. */
function references(path, content) {
  const text = content.toString('utf8');
  const found = [];
  const take = (pattern) => {
    for (const match of text.matchAll(pattern)) found.push(match[1] ?? match[2]);
  };
  if (path.endsWith('.html')) {
    for (const [tag] of text.matchAll(/<(?:script|link|img)\b[^>]*>/g)) {
      if (/\brel=["']?(?:canonical|alternate|dns-prefetch|preconnect|prefetch)\b/.test(tag)) continue;
      const address = /\s(?:src|href)=(?:["']([^"']*)["']|([^\s>]+))/.exec(tag);
      if (address) found.push(address[1] ?? address[2]);
    }
  }
  if (path.endsWith('.html') || path.endsWith('.js')) {
    take(/\bfrom\s*["']([^"'\n]+)["']|\bimport\s*["']([^"'\n]+)["']/g);
  }
  if (path.endsWith('.html')) take(/["']([^"'\s]+(?:_bg\.wasm|-[0-9a-f]+\.js))["']/g);
  if (path.endsWith('.css')) take(/@import\s+(?:url\()?["']([^"']+)["']/g);
  return found
    .filter((address) => !/^(?:[a-z]+:|\/\/|#)/i.test(address))
    .map((address) => address.replace(/[?#].*$/, ''))
    .map((address) =>
      address.startsWith('/') ? posix.normalize(address.slice(1)) : posix.join(posix.dirname(path), address),
    );
}

const files = new Map();
const waiting = ['index.html'];
while (waiting.length > 0) {
  const path = waiting.pop();
  if (files.has(path)) continue;
  const content = read(path);
  if (content === null) {
    console.error(`size: dist/${path} is missing: run make build`);
    process.exit(1);
  }
  files.set(path, content);
  waiting.push(...references(path, content));
}

if (![...files.keys()].some((path) => path.endsWith('.wasm'))) {
  console.error('size: index.html leads to no WASM: dist/ does not have the whole application');
  process.exit(1);
}

process.exitCode = isWithinBudget('page', [...files]) ? 0 : 1;
