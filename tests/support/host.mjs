// A page that is somebody else's, for the tests of embedding: a small server with pages of the test's own
// and the package of the elements below /tadwina/.
//
//   const { url, close, hits } = await host({
//     pages: {
//       '/': '<!doctype html>…',
//       '/strict/': () => ({ html: '<!doctype html>…', headers: { 'Content-Security-Policy': '…' } }),
//       '/blog/*': (address) => `<!doctype html><title>${address.pathname}</title>…`,
//     },
//   });

import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

import { isBlogs } from '../../scripts/preview.mjs';
import { relay } from '../../scripts/relay.mjs';
import { listen, load, refuse, send } from '../../scripts/static.mjs';

/** The package of the elements; `TADWINA_PKG` names another. */
export const PKG = process.env.TADWINA_PKG ?? fileURLToPath(new URL('../../pkg', import.meta.url));

/** Where the package is served, on every host. */
const BELOW = '/tadwina';

/** The page for a path: its own, or that of the longest `/folder/*` around it. */
function pageFor(pages, pathname) {
  if (Object.hasOwn(pages, pathname)) return pages[pathname];
  const [around] = Object.keys(pages)
    .filter((path) => path.endsWith('/*') && pathname.startsWith(path.slice(0, -1)))
    .sort((a, b) => b.length - a.length);
  return around && pages[around];
}

async function sendPage(request, response, address, page, headers) {
  const made = typeof page === 'function' ? await page(address) : page;
  const { html, status = 200, headers: own = {} } = typeof made === 'string' ? { html: made } : made;
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(html),
    'cache-control': 'no-cache',
    ...headers,
    ...own,
  });
  response.end(request.method === 'HEAD' ? undefined : html);
}

/**
 * Serves host pages on 127.0.0.1.
 *
 * A page is HTML, `{ html, headers, status }`, or a function from the requested URL to one of them. A path
 * that ends in `/*` stands for everything below it.
 *
 * @param {object} options
 * @param {Record<string, unknown>} options.pages  Pages by path, percent-encoded as browsers send it.
 * @param {string | null} [options.pkg]  The folder served below /tadwina/; null for none.
 * @param {Record<string, string>} [options.headers]  Headers of every page; those of a page win.
 * @param {string} [options.api]  A blog that answers /wp-json/ and the like on the page's own origin.
 * @param {number} [options.port]
 * @returns {Promise<{
 *   url: string,
 *   close: () => Promise<void>,
 *   hits: { method: string, path: string, headers: Record<string, string> }[],
 * }>} `url` has no `/` at its end; `hits` grows with every request, `path` is with its query.
 */
export async function host({ pages, pkg = PKG, headers = {}, api, port = 0 }) {
  const files = pkg === null ? new Map() : load(pkg);
  if (files === null || (pkg !== null && files.size === 0)) throw new Error(`${pkg} is missing: run make package`);
  const blog = api && relay(api);
  const hits = [];

  const server = createServer(async (request, response) => {
    try {
      const { method, url: path } = request;
      hits.push({ method, path, headers: request.headers });
      const address = new URL(path, `http://${request.headers.host ?? '127.0.0.1'}`);
      const { pathname } = address;
      // Scripts of type module are loaded with CORS: a page of another origin needs this too.
      const cors = { 'access-control-allow-origin': '*' };
      if (pathname.startsWith(`${BELOW}/`)) {
        const file = files.get(pathname.slice(BELOW.length));
        if (!file) refuse(response, 404, 'no such file', cors);
        else send(request, response, file, cors);
        return;
      }
      if (blog && isBlogs(address)) {
        blog(request, response);
        return;
      }
      const page = pageFor(pages, pathname);
      if (page === undefined) refuse(response, 404, 'no such page');
      else await sendPage(request, response, address, page, headers);
    } catch (error) {
      // A page that cannot be made must fail its test visibly, not end the process.
      if (response.headersSent) response.destroy();
      else refuse(response, 500, error.stack);
    }
  });
  return { ...(await listen(server, port)), hits };
}
