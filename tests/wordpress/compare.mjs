#!/usr/bin/env node
// Sends the same requests to a real WordPress and to the sandbox, and prints where the responses differ.
//
//   wordpress.mjs run -- node tests/wordpress/compare.mjs SANDBOX_PROGRAM [WORD…]
//
// With words, only requests that contain them all are sent. The messages of errors are not compared, because WordPress
// translates them, nor values that each side generates: addresses, new ids, times, hashes. known.mjs lists the accepted
// differences, some only of newer versions. Ends with status 1 if there are others.

import { readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { startSandbox } from '../e2e/support/sandbox.mjs';
import { KNOWN } from './known.mjs';
import { requests } from './requests.mjs';

const CONTENT = resolve(dirname(fileURLToPath(import.meta.url)), '../../sandbox/content');
/** Longest wait for a response. */
const RESPONSE_TIMEOUT_MS = 30_000;
/** Headers that a client may use. */
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
/** Fields that no client uses: addresses for the editor, schemas, the address of the site when a post was created. */
const IGNORED =
  /\.(guid|_links\.(version-history|predecessor-version|wp:attachment|help|wp:action-[\w-]+))\b|^body(\.body)?\.(endpoints|schema|methods|namespace)|\.ping_status$/;
/** Most differences that are printed of one response. */
const MOST_DIFFERENCES = 12;
const STOCK = { isStock: true, sandbox: ['--no-anonymous-rest'] };
const AGED = { faults: 'comments=closed', control: 'close=1' };
const MEMBERS = { faults: 'comments=login', control: 'registration=1' };
/** Settings of each site: arguments and faults of the sandbox, and settings of WordPress (control.php). */
const SITES = {
  open: { sandbox: [] },
  stock: STOCK,
  flood: { sandbox: ['--flood-seconds', '15'], control: 'flood=1' },
  held: { sandbox: ['--moderation'], control: 'moderation=1' },
  fresh: { sandbox: [], control: 'flood=0' },
  'fresh stock': { ...STOCK, control: 'flood=0' },
  aged: { sandbox: [], ...AGED },
  'aged stock': { ...STOCK, ...AGED },
  members: { sandbox: [], ...MEMBERS },
  'members stock': { ...STOCK, ...MEMBERS },
  spam: { sandbox: [], faults: 'comments=spam', control: 'spam=1' },
  trash: { sandbox: [], faults: 'comments=trash', control: 'blocklist=reader@example.org' },
  refused: { sandbox: [], faults: 'comments=refused', control: 'refuse=1' },
  unsaved: { sandbox: [], faults: 'comments=unsaved', control: 'unsaved=1' },
  nameless: { sandbox: ['--no-name-email'], control: 'anonymous=1' },
  'nameless held': { sandbox: ['--no-name-email', '--moderation'], control: 'anonymous=1&moderation=1' },
  edge: { sandbox: [], control: 'flood=0' },
  'edge stock': { ...STOCK, control: 'flood=0' },
  'flood again': { sandbox: ['--flood-seconds', '15'], control: 'flood=1' },
};

/** Sends a request to one side; gives the fields of the response that are compared. */
async function send(base, method, path, { form, json, text, headers = {}, from } = {}) {
  const body = form ? new URLSearchParams(form) : json !== undefined ? JSON.stringify(json) : text;
  const type = json !== undefined ? { 'Content-Type': 'application/json' } : {};
  const given = {
    method,
    body,
    headers: { ...type, ...headers },
    redirect: 'manual',
    signal: AbortSignal.timeout(RESPONSE_TIMEOUT_MS),
  };
  const response = await (from ? fetchFrom(from, base + path, given) : fetch(base + path, given));
  const found = { status: response.status };
  for (const name of HEADERS) {
    const value = response.headers.get(name);
    // Clients read Allow after OPTIONS and GET, and Vary after a request with an Origin.
    const isUnread =
      (name === 'allow' && !['OPTIONS', 'GET'].includes(method)) ||
      (name === 'allow' && response.status === 400) ||
      (name === 'vary' && !('Origin' in headers));
    if (value !== null && !isUnread)
      found[`header ${name}`] = name === 'link' ? relations(value) : normalised(value, base);
  }
  // Node.js 18 has no getSetCookie. One header has all cookies, and their dates contain commas.
  const cookies = (response.headers.get('set-cookie') ?? '').split(/, (?=[^;,\s]+=)/).filter(Boolean);
  found.cookies = cookies
    .map((cookie) =>
      cookie
        .replace(/=.*?(?=;)/, '=')
        .replace(/_[0-9a-f]{32}/, '_{hash}')
        .replace(/ expires=[^;]*;?/i, ''),
    )
    .sort();
  const content = await response.text();
  if (content === '') found.body = '(empty)';
  else if (!/json/.test(found['header content-type'] ?? '')) found.body = '(not JSON)';
  else flatten(JSON.parse(content), 'body', found, base);
  return found;
}

/** `fetch` of a form from another address of this machine. */
function fetchFrom(localAddress, url, { method, body, headers, signal }) {
  return new Promise((answered, failed) => {
    const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const sent = httpRequest(url, { method, localAddress, headers: { ...type, ...headers }, signal }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => {
        const { statusCode: status, headers: received } = response;
        const entries = Object.entries(received).flatMap(([name, values]) =>
          [values].flat().map((value) => [name, value]),
        );
        answered(new Response(Buffer.concat(chunks), { status, headers: entries }));
      });
    });
    sent.on('error', failed);
    sent.end(String(body));
  });
}

/** Relations of a page of the theme that no client reads. */
const UNREAD_RELATIONS = ['alternate', 'shortlink'];

/** The relations of a Link header with their page numbers. The two sides write the rest of the addresses differently. */
function relations(link) {
  return link
    .split(/, (?=<)/)
    .map((one) => {
      const page = one.match(/[?&]page=(\d+)/);
      return one.match(/rel="?([^";]*)/)[1] + (page ? ` ${page[1]}` : '');
    })
    .filter((relation) => !UNREAD_RELATIONS.includes(relation))
    .sort()
    .join(', ');
}

/** Adds every leaf of a JSON value under its path to `into`. */
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
        ? normalised(value, base).trim()
        : newId(value);
  }
}

/** Replaces ids of comments that this run has posted: they are above the ids of the content. */
const newId = (value) => (typeof value === 'number' && value > lastComment && value < 1e6 ? '{new}' : value);

/** Replaces values that a side generates. */
function normalised(text, base) {
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

const version = process.env.TADWINA_WORDPRESS_VERSION ?? '';
/** Whether this WordPress is at least of a version such as 7.1. */
function isAtLeast(wanted) {
  const [[major, minor], [wantedMajor, wantedMinor]] = [version, wanted].map((one) => one.split('.').map(Number));
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

const known = KNOWN.filter(({ since }) => since === undefined || isAtLeast(since));
const used = new Set();
/** Whether known.mjs has this difference. */
function isKnown(description, key) {
  const found = known.find(({ request, field }) => request.test(description) && field.test(key));
  if (found) used.add(found);
  return found !== undefined;
}

/** A value in one line. */
const shown = (value) => {
  const line = value === undefined ? '–' : JSON.stringify(value);
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
};

const [program, ...words] = process.argv.slice(2);
const stock = process.env.TADWINA_WORDPRESS_URL;
const open = process.env.TADWINA_WORDPRESS_OPEN_URL;
if (!program || !stock || !open || !version) {
  console.error('usage: wordpress.mjs run -- node tests/wordpress/compare.mjs SANDBOX_PROGRAM [WORD…]');
  process.exit(2);
}

const sandboxes = {};
console.log(`WordPress ${version}`);
let sentCount = 0;
let differentCount = 0;
try {
  for (const [name, { sandbox, faults }] of Object.entries(SITES)) {
    sandboxes[name] = await startSandbox(sandbox, resolve(program));
    if (faults) await fetch(`${sandboxes[name].url}/sandbox/faults`, { method: 'PUT', body: faults });
  }
  let site = null;
  for (const [name, request, options] of requests({ articles })) {
    if (!words.every((word) => `${name} ${request}`.includes(word))) continue;
    const { control, isStock } = SITES[name];
    const wordpress = isStock ? stock : open;
    if (name !== site && control) await (await fetch(`${wordpress}/?tadwina-test=reset&${control}`)).json();
    site = name;
    const [method, path] = request.split(/ (.*)/);
    const theirs = await send(wordpress, method, path, options);
    const ours = await send(sandboxes[name].url, method, path, options);
    const body = options?.form ?? options?.json ?? options?.text;
    const description = `[${name}] ${decodeURI(request)}${body === undefined ? '' : ` ${shown(body)}`}`;
    const lines = [...new Set([...Object.keys(theirs), ...Object.keys(ours)])]
      .filter((key) => JSON.stringify(theirs[key]) !== JSON.stringify(ours[key]))
      .filter((key) => !isKnown(description, key))
      .map((key) => `    ${key}\n      WordPress  ${shown(theirs[key])}\n      sandbox    ${shown(ours[key])}`);
    sentCount += 1;
    if (lines.length > 0) {
      differentCount += 1;
      console.log(`${description}\n${lines.slice(0, MOST_DIFFERENCES).join('\n')}`);
      if (lines.length > MOST_DIFFERENCES) console.log(`    … and ${lines.length - MOST_DIFFERENCES} more fields`);
    }
  }
} finally {
  for (const { stop } of Object.values(sandboxes)) await stop();
}
if (words.length === 0) {
  for (const { request, field } of known.filter((one) => !used.has(one))) {
    console.log(`known.mjs: no longer found: ${request} ${field}`);
  }
}
console.log(`${sentCount} requests, ${differentCount} answered differently`);
process.exitCode = differentCount > 0 ? 1 : 0;
