// Posting while the network, the site and the browser fail, in seeded runs: what a reader typed is never lost, never
// posted twice, and never called published or arrived unless it is; each comment is shown once and where it belongs; and
// a reader whose text is not saved is told so.
//
//   npx playwright test faults                    200 runs
//   FAULT_SEEDS=1000 npx playwright test faults   1,000 runs (make test-faults)
//   FAULT_SEED=17 npx playwright test faults      run 17 alone, with what happened in it
//
// In the place of a browser that may not be closed between runs, a tab that is ended is one that is closed.

import { expect, test } from '@playwright/test';
import { run } from './faults/run.mjs';

const ONLY = Number(process.env.FAULT_SEED ?? 0);
const SEEDS = Number(process.env.FAULT_SEEDS ?? 200);
const PART = 50;
const KINDS = [
  'lost',
  'doubled',
  'falsely claimed',
  'shown twice',
  'shown as waiting',
  'at the wrong place',
  'shown at the wrong place',
  'not told',
  'wrongly told',
];

const parts = ONLY
  ? [[ONLY, ONLY]]
  : Array.from({ length: Math.ceil(SEEDS / PART) }, (_, part) => [part * PART + 1, Math.min((part + 1) * PART, SEEDS)]);

for (const [first, last] of parts) {
  test(`runs ${first} to ${last}: nothing lost, doubled, falsely claimed or shown twice`, async ({ browser }) => {
    test.setTimeout((last - first + 1) * 30_000);
    const found = {};
    for (let seed = first; seed <= last; seed += 1) {
      const { wrong, lines } = await run(browser, seed);
      if (wrong.length > 0 || ONLY) found[seed] = [...wrong, ...(ONLY ? lines : [])];
    }
    const count = (kind) => Object.values(found).filter((wrong) => wrong.includes(kind)).length;
    const figures = KINDS.map((kind) => `${kind} ${count(kind)}`).join(', ');
    console.log(
      `fault runs ${first} to ${last}: ${figures}, ended early ${Object.values(found).filter((wrong) => wrong.some((what) => what.startsWith('failed'))).length}`,
    );
    if (ONLY) console.log(found[ONLY].join('\n'));
    else expect(found).toEqual({});
  });
}
