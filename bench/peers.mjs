// The same 300 comments shown by <tadwina-comments> and by other comment widgets, each over a stand-in for its own API
// (bench/peers/sites.mjs), from the same server, compressed with brotli, on a slowed-down phone with a cold cache. All in
// one run, five times in turn, medians. npm and pip fetch the peers first, without running any script of theirs.
// Call: node bench/peers.mjs

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

import { prepared, refuse, send } from '../scripts/static.mjs';
import { host } from '../tests/support/host.mjs';
import { makeComments, startSite } from '../tests/support/long-discussion.mjs';
import { HOST_PAGE, pageWithFallback } from './discussion/load.mjs';
import { CPU_SLOWDOWN, launch, median, NETWORK, print, serve } from './measure.mjs';
import { artalk, ghost, isso, waline } from './peers/sites.mjs';

const RUNS = 5;
const COMMENTS = { count: 300, threads: 60 };
/** As many comments as tadwina's plugin writes into the page. */
const FALLBACK_COMMENTS = 50;
/** A widget shows what it shows at first when no comment was added for this long. */
const QUIET_MS = 2_500;
const TIMEOUT_MS = 60_000;
const FOLDER = fileURLToPath(new URL('peers/', import.meta.url));
const MODULES = `${FOLDER}node_modules/`;

const npm = () =>
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: FOLDER, stdio: 'pipe' });
const pip = () =>
  execFileSync(
    'python3',
    [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--no-deps',
      '--only-binary',
      ':all:',
      '--require-hashes',
      '--upgrade',
      '--target',
      `${MODULES}isso`,
      '-r',
      'requirements.txt',
    ],
    { cwd: FOLDER, stdio: 'pipe' },
  );

const PEERS = [
  { name: 'Waline', version: '@waline/client 3.15.2', install: npm, site: waline },
  { name: 'Artalk', version: 'artalk 2.9.1', install: npm, site: artalk },
  { name: 'Ghost', version: '@tryghost/comments-ui 1.6.324', install: npm, site: ghost },
  { name: 'Isso', version: 'isso 0.13.0', install: pip, site: isso },
];

/** Serves the page, the files and the API of a peer. */
async function serveSite({ files, page, answer }) {
  const ready = new Map(
    Object.entries(files).map(([name, path]) => [`/files/${name}`, prepared(name, readFileSync(MODULES + path))]),
  );
  const server = await serve((request, response) => {
    const address = new URL(request.url, 'http://127.0.0.1');
    const file = ready.get(address.pathname);
    const json = address.pathname === '/' || file ? undefined : answer(address);
    if (file) {
      send(request, response, file);
    } else if (address.pathname === '/') {
      send(
        request,
        response,
        prepared('/index.html', Buffer.from(page.replaceAll('http://127.0.0.1', `http://${request.headers.host}`))),
      );
    } else if (json === null) {
      response.writeHead(204).end();
    } else if (json === undefined) {
      refuse(response, 404, 'no such page');
    } else {
      const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'br' })
        .end(brotliCompressSync(JSON.stringify(json), { params }));
    }
  });
  return server;
}

/** Runs in the page: notes when the first comment and the last of those that came are painted, wherever they stand. */
function observe(selector) {
  const noted = { first: 0, last: 0, count: 0 };
  globalThis.noted = noted;
  const roots = () => [
    document,
    ...[...document.querySelectorAll('tadwina-comments')].flatMap(({ shadowRoot }) => shadowRoot ?? []),
    ...[...document.querySelectorAll('iframe')].flatMap(({ contentDocument }) => contentDocument ?? []),
  ];
  const look = () => {
    const count = roots().reduce((sum, root) => sum + root.querySelectorAll(selector).length, 0);
    if (count > noted.count) {
      const isFirst = noted.count === 0;
      noted.count = count;
      const frame = new MessageChannel();
      frame.port1.onmessage = () => {
        noted.last = performance.now();
        if (isFirst) noted.first = noted.last;
      };
      frame.port2.postMessage(null);
    }
    requestAnimationFrame(look);
  };
  if (top === globalThis) requestAnimationFrame(look);
}

/** Loads the page once in a new context. */
async function load(browser, url, selector) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 2 });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(TIMEOUT_MS);
    const session = await context.newCDPSession(page);
    let bytes = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', { offline: false, ...NETWORK });
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    await page.addInitScript(observe, selector);
    await page.goto(url, { waitUntil: 'commit' });
    const isQuiet = (quiet) => globalThis.noted.last > 0 && performance.now() - globalThis.noted.last > quiet;
    await page.waitForFunction(isQuiet, QUIET_MS);
    return { ...(await page.evaluate(() => globalThis.noted)), bytes };
  } finally {
    await context.close();
  }
}

/** The widgets that could be installed, each with its server. Says why others could not. */
async function startPeers(comments) {
  const started = [];
  const failed = new Map();
  for (const { name, version, install, site } of PEERS) {
    try {
      if (!failed.has(install)) {
        failed.set(install, '');
        install();
      }
      if (failed.get(install)) throw new Error(failed.get(install));
      const made = site(comments);
      started.push({ name, version, item: made.item, server: await serveSite(made) });
    } catch (error) {
      failed.set(install, error.message);
      console.log(`${name} is left out: ${error.message.split('\n')[0]}`);
    }
  }
  return started;
}

export async function peers() {
  const comments = makeComments(COMMENTS);
  const site = await startSite(comments);
  const own = {
    name: 'tadwina',
    version: '',
    item: '.td-comment',
    server: await host({ pages: { '/': HOST_PAGE }, api: site.url }),
  };
  const withFallback = {
    ...own,
    name: 'tadwina, comments in the page',
    item: '.td-comment, .comment',
    server: await host({ pages: { '/': pageWithFallback(comments.slice(0, FALLBACK_COMMENTS)) }, api: site.url }),
  };
  const widgets = [own, withFallback, ...(await startPeers(comments))];
  const browser = await launch();
  const runs = new Map(widgets.map((widget) => [widget, []]));
  try {
    for (const { item, server } of widgets) await load(browser, `${server.url}/`, item);
    for (let run = 0; run < RUNS; run += 1) {
      for (const widget of widgets) runs.get(widget).push(await load(browser, `${widget.server.url}/`, widget.item));
    }
  } finally {
    await browser.close();
    for (const { server } of widgets) await server.close();
    await site.close();
  }
  console.log(
    `${comments.length} comments in ${COMMENTS.threads} threads; ${RUNS} loads in turn with nothing cached, medians; ` +
      `${NETWORK.latency} ms, ${(NETWORK.downloadThroughput * 8) / 1e6} Mbit/s down, CPU ${CPU_SLOWDOWN}x; Chromium ${browser.version()}`,
  );
  const middle = (widget, what) => median(runs.get(widget).map((run) => run[what]));
  print(
    widgets.map((widget) => ({
      widget: widget.name,
      'first comment': `${Math.round(middle(widget, 'first'))} ms`,
      ratio: (middle(own, 'first') / middle(widget, 'first')).toFixed(2),
      'all it shows at first': `${Math.round(middle(widget, 'last'))} ms`,
      comments: middle(widget, 'count'),
      'bytes of it': `${(middle(widget, 'bytes') / 1000).toFixed(1)} KB`,
      release: widget.version,
    })),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await peers();
