#!/usr/bin/env node
// Asks a real WordPress and the sandbox the same questions and prints where the answers differ.
//
//   wordpress.mjs run -- node tests/wordpress/compare.mjs SANDBOX_PROGRAM [WORD…]
//
// Words choose questions that contain them all. Texts of errors are not compared (WordPress says them in the site's
// language), nor what each side makes up: addresses, new ids, moments, hashes. known.mjs lists the differences that
// stand. Ends with status 1 when there is another.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { KNOWN } from './known.mjs';
import { questions } from './questions.mjs';

const CONTENT = resolve(dirname(fileURLToPath(import.meta.url)), '../../sandbox/content');
/** Longest wait for an answer, in milliseconds. */
const PATIENCE = 30_000;
/** Headers that a client can use. */
const HEADERS = [
  'content-type',
  'location',
  'allow',
  'link',
  'x-wp-total',
  'x-wp-totalpages',
  'vary',
  'retry-after',
  'access-control-allow-origin',
  'access-control-allow-credentials',
  'access-control-allow-methods',
  'access-control-allow-headers',
  'access-control-expose-headers',
];
/** What no client asks for: addresses of the editor, schemas, what a site was called when an article was written. */
const IGNORED =
  /\.(guid|_links\.(version-history|predecessor-version|wp:attachment|help|wp:action-[\w-]+))\b|^body(\.body)?\.(endpoints|schema|methods|namespace)|\.ping_status$/;
/** Most differences shown of one answer. */
const SHOWN = 12;
/** Settings of each site: arguments of the sandbox, and what WordPress's control is told. */
const SITES = {
  open: { sandbox: ['--flood-seconds', '0'] },
  stock: { sandbox: ['--flood-seconds', '0', '--no-anonymous-rest'] },
  flood: { sandbox: ['--flood-seconds', '15'], control: 'flood=1' },
  held: { sandbox: ['--flood-seconds', '0', '--moderation'], control: 'moderation=1' },
};

/** Starts one sandbox; gives its address, and a way to end it. */
async function startSandbox(program, dir, name) {
  const child = spawn(
    resolve(program),
    ['--port', '0', '--data', join(dir, `${name}.sqlite`), ...SITES[name].sandbox],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const url = await new Promise((found, failed) => {
    child.on('error', failed);
    child.on('exit', () => failed(new Error(`${program} ended before it was ready`)));
    createInterface({ input: child.stdout }).once('line', (line) => found(line.replace('listening on ', '')));
  });
  return { url, stop: () => child.kill() };
}

/** Asks one side; gives the parts of the answer that are compared. */
async function ask(base, method, path, { form, json, text, headers = {} } = {}) {
  const body = form ? new URLSearchParams(form) : json !== undefined ? JSON.stringify(json) : text;
  const type = json !== undefined ? { 'Content-Type': 'application/json' } : {};
  const answer = await fetch(base + path, {
    method,
    body,
    headers: { ...type, ...headers },
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE),
  });
  const found = { status: answer.status };
  for (const name of HEADERS) {
    const value = answer.headers.get(name);
    // Which methods are allowed matters to who asks for it, Vary to who sends an Origin.
    const unread =
      (name === 'allow' && !['OPTIONS', 'GET'].includes(method)) ||
      (name === 'allow' && answer.status === 400) ||
      (name === 'vary' && !('Origin' in headers));
    if (value !== null && !unread) found[`header ${name}`] = name === 'link' ? relations(value) : made(value, base);
  }
  // One header may hold several, and dates with a comma; getSetCookie is not in Node.js 18 yet.
  const cookies = (answer.headers.get('set-cookie') ?? '').split(/, (?=[^;,\s]+=)/).filter(Boolean);
  found.cookies = cookies
    .map((cookie) =>
      cookie
        .replace(/=.*?(?=;)/, '=')
        .replace(/_[0-9a-f]{32}/, '_{hash}')
        .replace(/ expires=[^;]*;?/i, ''),
    )
    .sort();
  const content = await answer.text();
  if (content === '') found.body = '(empty)';
  else if (!/json/.test(found['header content-type'] ?? '')) found.body = '(not JSON)';
  else flatten(JSON.parse(content), 'body', found, base);
  return found;
}

/** What a Link header leads to: relation and page. The rest of such an address each side writes its own way. */
function relations(link) {
  return link
    .split(/, (?=<)/)
    .map((one) => {
      const page = one.match(/[?&]page=(\d+)/);
      return one.match(/rel="([^"]*)"/)[1] + (page ? ` ${page[1]}` : '');
    })
    .sort()
    .join(', ');
}

/** Every leaf of a JSON value under its path. */
function flatten(value, path, into, base) {
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value);
    if (entries.length === 0 && !IGNORED.test(path)) into[path] = Array.isArray(value) ? '[]' : '{}';
    for (const [key, inner] of entries)
      flatten(inner, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`, into, base);
  } else if (IGNORED.test(path)) {
    return;
  } else if (/\.(message|params\.\w+)$/.test(path)) {
    into[path] = '(some text)';
  } else if (/author_avatar_urls|avatar_urls/.test(path)) {
    into[path] = '(some address)';
  } else {
    into[path] = path.endsWith('headers.Link')
      ? relations(value)
      : typeof value === 'string'
        ? made(value, base).trim()
        : newId(value);
  }
}

/** Numbers above the content's are comments of this run. */
const newId = (value) => (typeof value === 'number' && value > lastComment && value < 1e6 ? '{new}' : value);

/** Replaces what a side makes up. */
function made(text, base) {
  return text
    .replaceAll(base, '{home}')
    .replaceAll(encodeURIComponent(base), '{home}')
    .replaceAll(new URL(base).host, '{host}')
    .replace(/\b\d{5,6}\b/g, (number) => (Number(number) > lastComment ? '{new}' : number))
    .replace(/moderation-hash=[0-9a-f]+/, 'moderation-hash={hash}')
    .replace(new RegExp(`${new Date().getFullYear()}-\\d\\d-\\d\\dT[\\d:]+`, 'g'), '{now}');
}

const read = (file) => JSON.parse(readFileSync(join(CONTENT, file), 'utf8'));
const articles = read('articles.json');
const lastComment = Math.max(
  ...articles.flatMap(({ comments }) => (comments ? read(`comments/${comments}`).map(({ id }) => id) : [])),
);

const seen = new Set();
/** Whether known.mjs has this difference. */
function isKnown(asking, key) {
  const found = KNOWN.find(({ question, field }) => question.test(asking) && field.test(key));
  if (found) seen.add(found);
  return found !== undefined;
}

/** One line of a value. */
const shown = (value) => {
  const line = value === undefined ? '–' : JSON.stringify(value);
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
};

const [program, ...words] = process.argv.slice(2);
const stock = process.env.TADWINA_WORDPRESS_URL;
const open = process.env.TADWINA_WORDPRESS_OPEN_URL;
if (!program || !stock || !open) {
  console.error('usage: wordpress.mjs run -- node tests/wordpress/compare.mjs SANDBOX_PROGRAM [WORD…]');
  process.exit(2);
}

const dir = mkdtempSync(join(tmpdir(), 'tadwina-compare-'));
const sandboxes = {};
let asked = 0;
let differing = 0;
try {
  for (const name of Object.keys(SITES)) sandboxes[name] = await startSandbox(program, dir, name);
  let site = null;
  for (const [name, question, options] of questions({ articles })) {
    if (!words.every((word) => `${name} ${question}`.includes(word))) continue;
    const wordpress = name === 'stock' ? stock : open;
    const { control } = SITES[name];
    if (name !== site && control) await (await fetch(`${wordpress}/?tadwina-test=reset&${control}`)).json();
    site = name;
    const [method, path] = question.split(/ (.*)/);
    const theirs = await ask(wordpress, method, path, options);
    const ours = await ask(sandboxes[name].url, method, path, options);
    const sent = options?.form ?? options?.json ?? options?.text;
    const asking = `[${name}] ${decodeURI(question)}${sent === undefined ? '' : ` ${shown(sent)}`}`;
    const lines = [...new Set([...Object.keys(theirs), ...Object.keys(ours)])]
      .filter((key) => JSON.stringify(theirs[key]) !== JSON.stringify(ours[key]))
      .filter((key) => !isKnown(asking, key))
      .map((key) => `    ${key}\n      WordPress  ${shown(theirs[key])}\n      sandbox    ${shown(ours[key])}`);
    asked += 1;
    if (lines.length > 0) {
      differing += 1;
      console.log(`${asking}\n${lines.slice(0, SHOWN).join('\n')}`);
      if (lines.length > SHOWN) console.log(`    … and ${lines.length - SHOWN} more fields`);
    }
  }
} finally {
  for (const { stop } of Object.values(sandboxes)) stop();
  rmSync(dir, { recursive: true, force: true });
}
if (words.length === 0) {
  for (const { question, field } of KNOWN.filter((one) => !seen.has(one))) {
    console.log(`known.mjs: no longer seen: ${question} ${field}`);
  }
}
console.log(`${asked} questions, ${differing} answered differently`);
process.exitCode = differing > 0 ? 1 : 0;
