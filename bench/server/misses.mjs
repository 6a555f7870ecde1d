// How long a kept page takes while one of ten requests is for a page that is not there yet, and the site takes two seconds
// for each of its responses. Call: node bench/server/misses.mjs

import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { relay } from '../../scripts/relay.mjs';
import { listen } from '../../scripts/static.mjs';
import { print, quantile } from '../measure.mjs';
import { startRelease } from './process.mjs';
import { askAtRate } from './rate.mjs';
import { startLargeSite } from './site.mjs';

const RATE = 200;
const SECONDS = 20;
const EVERY = 10;
const SLOW_MS = 2_000;
const KEPT = 50;

export async function misses() {
  const site = await startLargeSite(KEPT + (RATE * SECONDS) / EVERY);
  const toSite = relay(site.url);
  let pause = 0;
  const slow = await listen(
    createServer(async (request, response) => {
      await sleep(pause);
      toSite(request, response);
    }),
    0,
  );
  const server = await startRelease(slow.url, ['--fresh-s', '3600', '--site-timeout-s', '30']);
  const paths = site.paths();
  const isMiss = (index) => index % EVERY === 0;
  const kept = (index) => server.url + paths[index % KEPT];
  const address = (index) => (isMiss(index) ? server.url + paths[KEPT + index / EVERY] : kept(index));
  try {
    await askAtRate({ rate: 20, seconds: KEPT / 20, address: kept });
    const alone = await askAtRate({ rate: RATE, seconds: SECONDS / 2, address: kept });
    pause = SLOW_MS;
    const all = await askAtRate({ rate: RATE, seconds: SECONDS, address });
    const row = (what, answers) => {
      const times = answers.map(({ duration }) => duration);
      return {
        requests: what,
        count: answers.length,
        errors: answers.filter(({ status }) => status !== 200).length,
        p50: `${quantile(times, 0.5).toFixed(1)} ms`,
        p99: `${quantile(times, 0.99).toFixed(1)} ms`,
        longest: `${Math.max(...times).toFixed(1)} ms`,
      };
    };
    console.log(
      `misses: ${RATE} requests a second, one of ${EVERY} for a page that is not kept; the site takes ${SLOW_MS} ms a response`,
    );
    print([
      row('kept pages alone', alone),
      row(
        'kept pages beside misses',
        all.filter((_, index) => !isMiss(index)),
      ),
      row(
        'misses',
        all.filter((_, index) => isMiss(index)),
      ),
    ]);
  } finally {
    await server.close();
    await slow.close();
    await site.stop();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await misses();
