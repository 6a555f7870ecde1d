// The servers of one site of tests/e2e/sites, on loopback: the release with its WordPress on one origin, or each on an
// origin of its own. They are real, so that CORS, redirects and refusals are the browser's own.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, posix } from 'node:path';

import { withSettings } from '../../../scripts/preview.mjs';
import { listen, refuse } from '../../../scripts/static.mjs';
import { DIST } from './blog.mjs';
import { corsHeaders, wordpress } from './fake-wordpress.mjs';
import { withOrigins } from './site-data.mjs';

/** The page that a site itself has at an address, where the release is on another origin. */
const OWN_PAGE = '<!doctype html><meta charset="utf-8"><title>الموقع</title><p>صفحة من الموقع نفسه</p>';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

const typeOf = (path) => TYPES[/\.\w+$/.exec(path)?.[0]] ?? 'text/plain; charset=utf-8';

/** The files of the release by their paths, read once. Not compressed, which would take longer than these tests. */
let files;
function releaseFiles() {
  files ??= new Map(
    readdirSync(DIST, { recursive: true })
      .map((name) => [posix.join('/', name), join(DIST, name)])
      .filter(([, file]) => statSync(file).isFile())
      .map(([path, file]) => [path, readFileSync(file)]),
  );
  return files;
}

/** An address as people read it. */
const readable = (address) => {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
};

/** What a static host answers for the release at `base`: its files, and the page at every other address. */
function staticHost({ base, settings }) {
  const release = releaseFiles();
  const page = withSettings(release.get('/index.html').toString('utf8'), settings);
  return (request, response, { pathname }) => {
    const reply = (type, body) => {
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    const isBelow = pathname === base || pathname.startsWith(`${base}/`);
    const path = pathname.slice(base.length);
    if (!isBelow) refuse(response, 404, 'not below the base');
    else if (path !== '/index.html' && release.has(path)) reply(typeOf(path), release.get(path));
    // Addresses of articles may end with `.html`, `.htm` or `index.php`.
    else if (/\.(?!html?$|php$)[a-z0-9]{1,8}$/i.test(path)) refuse(response, 404, 'no such file');
    else reply(TYPES['.html'], page);
  };
}

/** What a request is for: `posts` and other routes, `index`, `form`, or nothing of WordPress's. */
function target(data, { pathname, searchParams }) {
  const [path, query] = data.api.split('?');
  const found = (written) => {
    const route = written.replace(/^\/?(?:wp\/v2\/)?/, '');
    return { name: route || 'index', route };
  };
  if (pathname === data.form) return { name: 'form' };
  if (query) return pathname === path && searchParams.has('rest_route') ? found(searchParams.get('rest_route')) : {};
  return pathname.startsWith(path) ? found(pathname.slice(path.length)) : {};
}

/** The answer in the data that replaces WordPress's; `GET posts?page=2` is for requests with that in their query. */
function replacement({ answers, named }, used, method, { name }, query) {
  for (const [key, written] of Object.entries(answers)) {
    const [asked, wanted] = key.split(' ');
    const [route, needs] = wanted.split('?');
    const isMeant = ['*', method].includes(asked) && ['*', name].includes(route);
    if (!isMeant || [...new URLSearchParams(needs)].some(([part, value]) => query.get(part) !== value)) continue;
    const answer = typeof written === 'string' ? named[written] : { ...named[written.like], ...written };
    const count = used.get(key) ?? 0;
    used.set(key, count + 1);
    if (count < (answer.times ?? Infinity)) return answer;
  }
  return undefined;
}

async function fieldsOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

/** A handler of what belongs to WordPress. It returns false for what does not. */
function backend(data) {
  const blog = wordpress(data);
  const used = new Map();
  return async (request, response, url) => {
    const { method, headers } = request;
    const asked = target(data, url);
    const query = url.searchParams;
    const reply = ({ status = 200, headers: own = {}, body = '' }) => {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      response.writeHead(status, own);
      response.end(method === 'HEAD' ? undefined : text);
      return true;
    };
    const address = readable(url.pathname + url.search);
    if (['GET', 'HEAD'].includes(method)) {
      const moved = data.redirects[address];
      if (moved) return reply({ status: 301, headers: { location: encodeURI(readable(moved)) } });
      const file = data.files[address];
      if (file !== undefined) {
        return reply({ headers: { 'content-type': typeOf(url.pathname) }, body: file });
      }
    }
    const replaced = asked.name && replacement(data, used, method, asked, query);
    if (replaced?.body !== undefined || replaced?.status) return reply(replaced);
    const { route } = asked;
    if (route === undefined && asked.name !== 'form') return false;
    const fields = await fieldsOf(request);
    if (asked.name === 'form') return reply(method === 'POST' ? blog.form({ fields }) : { status: 405 });
    const answer = blog.rest({ method, route, query, fields });
    const { before = '', behind = '' } = replaced ?? {};
    const cors = headers.origin ? corsHeaders(headers.origin, data.totals) : {};
    return reply({ ...answer, headers: { ...answer.headers, ...cors }, body: before + answer.body + behind });
  };
}

/**
 * Starts the servers of a site.
 *
 * @returns {Promise<{ app: string, site: string, log: string[], resolve: (value: any) => any,
 *   close: () => Promise<void> }>} `app` and `site` are origins; `resolve` puts them in the place of `{app}` and
 *   `{site}`.
 */
export async function startSite(written) {
  const log = [];
  const handlers = {};
  const serve = (name) =>
    listen(
      createServer(async (request, response) => {
        const url = new URL(request.url, 'http://127.0.0.1');
        response.on('close', () =>
          log.push(`${name} ${request.method} ${readable(request.url)} ${response.statusCode}`),
        );
        await handlers[name](request, response, url);
      }),
      0,
    );
  const isApart = written.origin === 'other';
  const site = await serve('site');
  const app = isApart ? await serve('app') : site;
  const resolve = withOrigins({ site: site.url, app: app.url });
  const data = { ...resolve(written), site: written.host ?? site.url };

  const { api, base } = data;
  const settings = { 'data-api': isApart ? site.url + api : api, ...(base && { 'data-base': base }), ...data.settings };
  const page = staticHost({ base, settings });
  const blog = backend(data);
  handlers.app = page;
  handlers.site = async (request, response, url) => {
    if (await blog(request, response, url)) return;
    if (!['GET', 'HEAD'].includes(request.method)) refuse(response, 404, 'nothing takes that here');
    else if (!isApart) page(request, response, url);
    else {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(OWN_PAGE);
    }
  };
  return {
    app: app.url + base,
    site: site.url,
    log,
    resolve,
    close: async () => {
      await app.close();
      if (isApart) await site.close();
    },
  };
}
