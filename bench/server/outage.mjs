// Pages that are kept while the WordPress is down for a minute. They outlast their time as fresh pages, so that the server
// tries to render them again all the time. Call: node bench/server/outage.mjs

import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

import { relay } from '../../scripts/relay.mjs';
import { listen } from '../../scripts/static.mjs';
import { article, readableArticles } from '../../tests/e2e/support/content.mjs';
import { startSandbox } from '../../tests/e2e/support/sandbox.mjs';
import { print, quantile } from '../measure.mjs';
import { startRelease } from './process.mjs';
import { askAtRate } from './rate.mjs';

const RATE = 100;
const BEFORE_S = 5;
const DOWN_S = 60;
const PATHS = readableArticles.map((key) => article(key).path);

export async function outage() {
  const sandbox = await startSandbox();
  const site = await listen(createServer(relay(sandbox.url)), 0);
  const server = await startRelease(site.url, ['--fresh-s', '1']);
  const load = (seconds) =>
    askAtRate({ rate: RATE, seconds, address: (index) => server.url + PATHS[index % PATHS.length] });
  let isDown = false;
  try {
    const before = await load(BEFORE_S);
    await site.close();
    isDown = true;
    const during = await load(DOWN_S);
    console.log(
      `outage: ${PATHS.length} pages, fresh for 1 s, ${RATE} requests a second; the site is down for ${DOWN_S} s`,
    );
    print(
      Object.entries({ before, during }).map(([when, answers]) => ({
        when,
        requests: answers.length,
        errors: answers.filter(({ status }) => status !== 200).length,
        p50: `${quantile(
          answers.map(({ duration }) => duration),
          0.5,
        ).toFixed(1)} ms`,
        p99: `${quantile(
          answers.map(({ duration }) => duration),
          0.99,
        ).toFixed(1)} ms`,
      })),
    );
  } finally {
    await server.close();
    if (!isDown) await site.close();
    await sandbox.stop();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await outage();
