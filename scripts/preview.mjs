// Serves a built dist/ as a web server in front of a blog does: the page and the API on one origin, brotli, long
// caching for files with a hash in their name, index.html for every address of the blog.
//
//   node scripts/preview.mjs [--dist dist] [--api http://127.0.0.1:8081] [--port 4173]
//                            [--set data-locale=en]…
//
// Prints `listening on http://127.0.0.1:PORT`; port 0 takes a free port. --set changes an attribute of <html>, which
// has the settings of the page. Tests and benchmarks call `preview` directly.

import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { relay } from './relay.mjs';
import { listen, load, prepared, refuse, send } from './static.mjs';

/** Whether WordPress responds to an address. The application shows all other addresses. */
export function isBlogs({ pathname, searchParams }) {
  return (
    /^\/(?:wp-json(?:\/|$)|wp-comments-post\.php$|wp-content\/uploads\/|index\.php\/wp-json(?:\/|$))/.test(pathname) ||
    (/^\/(?:index\.php)?$/.test(pathname) && searchParams.has('rest_route'))
  );
}

/** `html` with these attributes of its <html> set or replaced. */
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

/**
 * Serves `dist` on 127.0.0.1, and relays requests for the API to `api`.
 *
 * @param {{ dist: string, api: string, port?: number, settings?: Record<string, string> }} options
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function preview({ dist, api, port = 0, settings = {} }) {
  const files = load(dist);
  if (!files?.has('/index.html')) throw new Error(`${dist} has no index.html: run make build`);
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
      refuse(response, 400, 'not an address');
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
    // Addresses of the blog have no file extension. A missing file must not look like a page.
    if (file) send(request, response, file);
    else if (/\.[A-Za-z0-9]{1,8}$/.test(pathname)) refuse(response, 404, 'no such file');
    else send(request, response, page);
  });
  return listen(server, port);
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
      if (name === undefined) throw new Error(`--set ${pair}: use name=value, such as data-locale=en`);
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
