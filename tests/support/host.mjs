// Host pages for the tests of embedding: a small server with pages that a test writes, and with the package of the
// elements below /tadwina/.
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

/** Where every host serves the package. */
const PACKAGE_PATH = '/tadwina';

/** Events that the elements dispatch (docs/embedding.md). */
export const EVENTS = [
  'tadwina-ready',
  'tadwina-navigate',
  'tadwina-title',
  'tadwina-share',
  'tadwina-comment-submit',
  'tadwina-comment-sent',
  'tadwina-error',
];

/** The page for a path: the page with that path, or the page of the longest `/folder/*` that contains it. */
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
 * @param {Record<string, string>} [options.headers]  Headers of every page; a page can override them.
 * @param {string} [options.api]  A blog that responds to /wp-json/ and the like on the page's own origin.
 * @param {number} [options.port]
 * @returns {Promise<{
 *   url: string,
 *   close: () => Promise<void>,
 *   hits: { method: string, path: string, headers: Record<string, string> }[],
 * }>} `url` has no `/` at its end; `hits` has every request so far, `path` includes the query.
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
      // Browsers load module scripts with CORS, also from a page of another origin.
      const cors = { 'access-control-allow-origin': '*' };
      if (pathname.startsWith(`${PACKAGE_PATH}/`)) {
        const file = files.get(pathname.slice(PACKAGE_PATH.length));
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
      // A page that cannot be made must fail its test, and not end the process.
      if (response.headersSent) response.destroy();
      else refuse(response, 500, error.stack);
    }
  });
  return { ...(await listen(server, port)), hits };
}
