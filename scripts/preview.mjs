// Serves a built dist/ as a web server in front of a blog would: page and API on one origin, brotli,
// lasting caches for files with a hash in their name, index.html for every address of the blog.
//
//   node scripts/preview.mjs [--dist dist] [--api http://127.0.0.1:8081] [--port 4173]
//                            [--set data-locale=en]…
//
// Prints `listening on http://127.0.0.1:PORT`; port 0 takes a free one. --set rewrites an attribute of
// <html>, where the settings of the page are. Tests and measurements call `preview` themselves.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';

import { acceptsBrotli, relay, TEXT } from './relay.mjs';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Trunk puts a hash of the content into a name: tadwina-0123456789abcdef_bg.wasm. */
const HASHED = /-[0-9a-f]{8,}(?:_bg)?\.[a-z0-9]+$/;

/** What the blog itself answers; everything else is the application's. */
function isBlogs({ pathname, searchParams }) {
  return (
    /^\/(?:wp-json(?:\/|$)|wp-comments-post\.php$|wp-content\/uploads\/|index\.php\/wp-json(?:\/|$))/.test(pathname) ||
    (/^\/(?:index\.php)?$/.test(pathname) && searchParams.has('rest_route'))
  );
}

/** A file as it is sent: raw, and compressed where that pays. */
function prepared(path, raw) {
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  const brotli = TEXT.test(type)
    ? brotliCompressSync(raw, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length },
      })
    : null;
  const caching = HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
  return { type, raw, brotli, caching };
}

/** What was compressed once, by file, time and size: several servers of one process share it. */
const known = new Map();

/** Every file of `dist` by its path from the root, `/` before it. */
function load(dist) {
  let names;
  try {
    names = readdirSync(dist, { recursive: true });
  } catch {
    throw new Error(`${dist} is missing: run make build`);
  }
  const files = new Map();
  for (const name of names) {
    const file = join(dist, name);
    const stat = statSync(file);
    if (!stat.isFile()) continue;
    const key = `${file} ${stat.mtimeMs} ${stat.size}`;
    if (!known.has(key)) known.set(key, prepared(file, readFileSync(file)));
    files.set(posix.join('/', name.replaceAll('\\', '/')), known.get(key));
  }
  if (!files.has('/index.html')) throw new Error(`${dist} has no index.html: run make build`);
  return files;
}

/** `html` with attributes of its <html> set, whatever they were before. */
export function withSettings(html, settings) {
  return html.replace(/<html\b([^>]*)>/, (_, before) => {
    let attributes = before;
    for (const [name, value] of Object.entries(settings)) {
      attributes = attributes.replace(new RegExp(`\\s${name}(?:=(?:"[^"]*"|'[^']*'|[^\\s"'>]+))?(?=\\s|$)`), '');
      attributes += ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('>', '&gt;')}"`;
    }
    return `<html${attributes}>`;
  });
}

function send(request, response, { type, raw, brotli, caching }) {
  const compressed = brotli !== null && acceptsBrotli(request);
  const body = compressed ? brotli : raw;
  response.writeHead(200, {
    'content-type': type,
    'content-length': body.length,
    'cache-control': caching,
    vary: 'Accept-Encoding',
    ...(compressed && { 'content-encoding': 'br' }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function refuse(response, status, text) {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}

/**
 * Serves `dist` on 127.0.0.1 with the API of `api` behind it.
 *
 * @param {{ dist: string, api: string, port?: number, settings?: Record<string, string> }} options
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function preview({ dist, api, port = 0, settings = {} }) {
  const files = load(dist);
  let page = files.get('/index.html');
  if (Object.keys(settings).length > 0) {
    page = prepared('/index.html', Buffer.from(withSettings(page.raw.toString('utf8'), settings)));
  }
  const blog = relay(api);

  const server = createServer((request, response) => {
    let address;
    try {
      address = new URL(request.url, 'http://127.0.0.1');
    } catch {
      refuse(response, 400, 'no address');
      return;
    }
    if (isBlogs(address)) {
      blog(request, response);
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      refuse(response, 405, 'only GET and HEAD');
      return;
    }
    const { pathname } = address;
    const file = pathname === '/index.html' ? page : files.get(pathname);
    // An address of the blog has no file extension. A missing file must not look like a page.
    if (file) send(request, response, file);
    else if (/\.[A-Za-z0-9]{1,8}$/.test(pathname)) refuse(response, 404, 'no such file');
    else send(request, response, page);
  });
  await new Promise((listening, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', listening);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      }),
  };
}

async function main() {
  const { values } = parseArgs({
    options: {
      dist: { type: 'string', default: fileURLToPath(new URL('../dist', import.meta.url)) },
      api: { type: 'string', default: 'http://127.0.0.1:8081' },
      port: { type: 'string', default: '4173' },
      set: { type: 'string', multiple: true, default: [] },
    },
  });
  const settings = Object.fromEntries(
    values.set.map((pair) => {
      const [, name, value] = /^([a-z-]+)=(.*)$/.exec(pair) ?? [];
      if (name === undefined) throw new Error(`--set ${pair}: give name=value, such as data-locale=en`);
      return [name, value];
    }),
  );
  const { url } = await preview({ dist: values.dist, api: values.api, port: Number(values.port), settings });
  console.log(`listening on ${url}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await main();
  } catch (error) {
    console.error(`preview: ${error.message}`);
    process.exitCode = 1;
  }
}
