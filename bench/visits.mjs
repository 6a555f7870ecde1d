// What stays in memory of a thousand articles that a reader has visited one after the other, without a reload: memory
// of the WebAssembly, of JavaScript after garbage collection, nodes and listeners. The growth matters, not the size.
// Call: node bench/visits.mjs

import { fileURLToPath } from 'node:url';

import { blogs } from '../tests/e2e/support/blog.mjs';
import { startVisits, visitArticles } from '../tests/support/visits.mjs';
import { launch, print } from './measure.mjs';

/** Visits after which everything is counted. The growth is measured from the second on. */
const ROUNDS = [0, 100, 400, 700, 1000];

export async function visits() {
  const all = blogs();
  const browser = await launch();
  try {
    const { url } = await all.open({});
    const page = await browser.newPage();
    const count = await startVisits(page, `${url}/`);
    const counts = [];
    for (const [index, round] of ROUNDS.entries()) {
      await visitArticles(page, round - (ROUNDS[index - 1] ?? 0));
      counts.push(await count());
    }
    console.log(
      `memory: ${ROUNDS.at(-1)} articles visited, each followed by the list; after the garbage collector; ` +
        `Chromium ${browser.version()}`,
    );
    const kib = (value) => `${(value / 1024).toFixed(0)} KiB`;
    print(
      counts.map(({ wasm, heap, nodes, listeners }, index) => ({
        visits: ROUNDS[index],
        WebAssembly: kib(wasm),
        'JS heap': kib(heap),
        nodes,
        listeners,
      })),
    );
    const [, from] = counts;
    const growth = counts.at(-1).wasm - from.wasm;
    console.log(`growth of the WebAssembly after the first ${ROUNDS[1]} visits: ${kib(growth)}`);
  } finally {
    await browser.close();
    await all.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await visits();
