// Sends files as a web server in front of a blog does: with their type, compressed once with brotli 11 and kept in
// memory, with long caching for names with a hash.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, posix } from 'node:path';

import { brotli } from './budget.mjs';
import { acceptsBrotli, TEXT } from './relay.mjs';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ts': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/**
 * A name with a hash of the content, such as tadwina-0123456789abcdef_bg.wasm. A digit or a capital distinguishes a
 * hash from a word, as in custom-elements.json.
 */
const HASHED = /-(?=[a-z]*[0-9A-Z])[0-9A-Za-z]{8,}(?:_bg)?\.[a-z0-9]+$/;

/** A file as it is sent: raw and, if its type is worth it, compressed. */
export function prepared(path, raw) {
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  const compressed = TEXT.test(type) ? brotli(raw) : null;
  const caching = HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
  return { type, raw, brotli: compressed, caching };
}

/** Prepared files by path, time and size. All servers of the process share them. */
const cache = new Map();

/** Every file of `folder` by its path in it, with a leading `/`; null if there is no such folder. */
export function load(folder) {
  let names;
  try {
    names = readdirSync(folder, { recursive: true });
  } catch {
    return null;
  }
  const files = new Map();
  for (const name of names) {
    const file = join(folder, name);
    const stat = statSync(file);
    if (!stat.isFile()) continue;
    const key = `${file} ${stat.mtimeMs} ${stat.size}`;
    if (!cache.has(key)) cache.set(key, prepared(file, readFileSync(file)));
    files.set(posix.join('/', name.replaceAll('\\', '/')), cache.get(key));
  }
  return files;
}

/** Sends a file as the response, with additional `headers`. */
export function send(request, response, { type, raw, brotli, caching }, headers = {}) {
  const compressed = brotli !== null && acceptsBrotli(request);
  const body = compressed ? brotli : raw;
  response.writeHead(200, {
    'content-type': type,
    'content-length': body.length,
    'cache-control': caching,
    vary: 'Accept-Encoding',
    ...(compressed && { 'content-encoding': 'br' }),
    ...headers,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Sends an error as the response, with the reason as text. */
export function refuse(response, status, text, headers = {}) {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers });
  response.end(`${text}\n`);
}

/**
 * Makes a server listen on 127.0.0.1; port 0 takes a free port.
 *
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function listen(server, port) {
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
