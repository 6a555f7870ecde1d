// What the first paints of the application wait for: loads one article in the release of dist/ and in copies of it that lack
// a part of index.html, each seven times in turn, in a slowed-down Chromium with a cold cache. Prints medians, and ratios to
// the release. Call: node bench/first-paint.mjs

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { preview } from '../scripts/preview.mjs';
import { DIST } from '../tests/e2e/support/blog.mjs';
import { article } from '../tests/e2e/support/content.mjs';
import { startSandbox } from '../tests/e2e/support/sandbox.mjs';
import { CPU_SLOWDOWN, launch, median, NETWORK, print } from './measure.mjs';
import { load } from './page-load.mjs';

const RUNS = 7;

/** Whether a script or a style sheet of index.html is left out, by name. */
const LEFT_OUT = {
  release: () => false,
  // The script that requests and loads the WASM.
  'without the program': (element) => element.includes('modulepreload'),
  // The script that requests the article and shows it before there is a program.
  'without the early script': (element) => element.includes('const REQUESTS'),
  'without styles': (element) => element.startsWith('<style>'),
};

/** A copy of the release in `folder`, without those parts of its page. */
async function copy(folder, isLeftOut) {
  await cp(DIST, folder, { recursive: true });
  const page = join(folder, 'index.html');
  const html = await readFile(page, 'utf8');
  const rest = html.replace(/<(script|style)>.*?<\/\1>/gs, (element) => (isLeftOut(element) ? '' : element));
  await writeFile(page, rest);
  return folder;
}

export async function firstPaint() {
  const basic = article('basic');
  const site = await startSandbox();
  const folder = await mkdtemp(join(tmpdir(), 'tadwina-bench-'));
  const names = Object.keys(LEFT_OUT);
  const servers = [];
  const browser = await launch();
  const runs = new Map(names.map((name) => [name, []]));
  try {
    for (const [index, name] of names.entries()) {
      const dist = await copy(join(folder, String(index)), LEFT_OUT[name]);
      servers.push(await preview({ dist, api: site.url }));
    }
    const loaded = (index) => load(browser, servers[index].url + basic.path);
    // One load that does not count warms up the servers and the browser. Caches stay cold.
    for (const index of names.keys()) await loaded(index);
    for (let run = 0; run < RUNS; run += 1) {
      for (const [index, name] of names.entries()) runs.get(name).push(await loaded(index));
    }
    console.log(
      `first paint of the application: ${basic.title}; ${RUNS} runs in turn, medians; ${NETWORK.latency} ms, ` +
        `${(NETWORK.downloadThroughput * 8) / 1e6} Mbit/s down, CPU ${CPU_SLOWDOWN}x; Chromium ${browser.version()}`,
    );
    const middle = (name, what) => median(runs.get(name).map((run) => run[what]));
    const ratio = (name, what) => (middle(name, what) / middle('release', what)).toFixed(2);
    print(
      names.map((name) => ({
        page: name,
        'first paint': `${Math.round(middle(name, 'fcp'))} ms`,
        ratio: ratio(name, 'fcp'),
        'largest paint': `${Math.round(middle(name, 'lcp'))} ms`,
        'its ratio': ratio(name, 'lcp'),
      })),
    );
  } finally {
    await browser.close();
    for (const server of servers) await server.close();
    await site.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await firstPaint();
