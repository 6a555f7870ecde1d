// The memory of `serve` over 1,000,000 requests for 10,000 addresses, of which the cache holds a part.
// Call: node bench/server/memory.mjs

import { Agent, get } from 'node:http';
import { fileURLToPath } from 'node:url';

import { checkSandbox } from '../../tests/e2e/support/sandbox.mjs';
import { print } from '../measure.mjs';
import { startRelease, usage } from './process.mjs';
import { startLargeSite } from './site.mjs';

const ADDRESSES = 10_000;
/** `TADWINA_REQUESTS` takes another number, for a machine that is busy. */
const REQUESTS = Number(process.env.TADWINA_REQUESTS ?? 1_000_000);
const CACHE_MIB = 64;
const AT_ONCE = 32;
/** One of so many requests goes to the next of all addresses, the others to one of those that are read most. */
const EVERY = 50;
const READ_MOST = 500;
/** Rows of the table. */
const LOOKS = 10;
/** No run takes longer. */
const LIMIT_MS = 1_200_000;

/** Asks for `path`, as browsers do. */
function ask(origin, path, agent) {
  return new Promise((done, failed) => {
    get(origin + path, { agent, headers: { 'accept-encoding': 'br' } }, (response) => {
      response.once('end', () => done(response.statusCode)).resume();
    }).once('error', failed);
  });
}

/** The address of the request of this number. */
const pathOf = (paths, number) =>
  paths[number % EVERY === 0 ? (number / EVERY) % paths.length : (number * 7919) % READ_MOST];

/** Sends the requests from `from` to `to`, some at a time. Returns how many failed. */
async function send(origin, paths, agent, from, to) {
  let next = from;
  let failures = 0;
  const one = async () => {
    while (next < to) {
      const number = next;
      next += 1;
      if ((await ask(origin, pathOf(paths, number), agent)) !== 200) failures += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return failures;
}

const number = (text, name) => Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)[1]);

async function look({ url, pid }, row) {
  const numbers = await (await fetch(`${url}/metrics`)).text();
  const { rss } = usage(pid);
  return {
    ...row,
    'cache MiB': (number(numbers, 'tadwina_cache_bytes') / 2 ** 20).toFixed(1),
    'cache pages': number(numbers, 'tadwina_cache_pages'),
    'memory MiB': rss.toFixed(0),
  };
}

export async function memory() {
  checkSandbox();
  const site = await startLargeSite(ADDRESSES);
  const server = await startRelease(site.url, ['--metrics', '--cache-bytes', String(CACHE_MIB * 2 ** 20)]);
  const limit = setTimeout(server.close, LIMIT_MS);
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  try {
    const paths = site.paths();
    const rows = [await look(server, { requests: 0, 'requests/s': '', failed: 0 })];
    for (let from = 0; from < REQUESTS; from += REQUESTS / LOOKS) {
      const began = performance.now();
      const failed = await send(server.url, paths, agent, from, from + REQUESTS / LOOKS);
      const rate = Math.round(REQUESTS / LOOKS / ((performance.now() - began) / 1000));
      rows.push(await look(server, { requests: from + REQUESTS / LOOKS, 'requests/s': rate, failed }));
    }
    console.log(`memory of serve: ${REQUESTS} requests over ${ADDRESSES} addresses, cache of ${CACHE_MIB} MiB`);
    print(rows);
    const half = Number(rows[Math.ceil(rows.length / 2)]['memory MiB']);
    console.log(`memory at the end to that in the middle: ${(Number(rows.at(-1)['memory MiB']) / half).toFixed(2)}`);
  } finally {
    clearTimeout(limit);
    agent.destroy();
    await server.close();
    await site.stop();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await memory();
