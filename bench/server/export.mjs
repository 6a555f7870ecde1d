// The export of a site of 10,000 posts that answers at once: pages for each second of one processor, and memory beside an
// export of 1,000; then a run with nothing new, and one that goes on where another was ended.
// Call: node bench/server/export.mjs

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { checkSandbox } from '../../tests/e2e/support/sandbox.mjs';
import { print } from '../measure.mjs';
import { run } from './process.mjs';
import { startLargeSite } from './site.mjs';

const FEW = 1_000;
/** `TADWINA_POSTS` takes another number, for a machine that is busy. */
const MANY = Number(process.env.TADWINA_POSTS ?? 10_000);

/** One run into `folder`, as a row of the table. */
async function exported(what, site, folder, limitMs) {
  const before = process.cpuUsage();
  const { seconds, cpu, peak, last } = await run(['export', '--site', site.url, '--out', folder], limitMs);
  if (!last && !limitMs) throw new Error('the export failed');
  const { user, system } = process.cpuUsage(before);
  const [, written, unchanged] = /^(\d+) files written, (\d+) unchanged/.exec(last) ?? [];
  const pages = Number(written ?? 0);
  return {
    export: what,
    posts: site.count,
    written: written ?? 'ended',
    unchanged: unchanged ?? '',
    s: seconds.toFixed(1),
    'processor s': cpu.toFixed(1),
    'pages/s of one core': pages > 0 ? Math.round(pages / cpu) : '',
    'peak MiB': peak.toFixed(0),
    "site's processor s": ((user + system) / 1e6).toFixed(1),
  };
}

export async function exporting() {
  checkSandbox();
  const site = await startLargeSite(FEW);
  const folder = await mkdtemp(join(tmpdir(), 'tadwina-export-'));
  const out = (name) => join(folder, name);
  try {
    const rows = [await exported('few', site, out('few'))];
    site.count = MANY;
    rows.push(await exported('many', site, out('many')));
    const whole = Number(rows.at(-1).s) * 1000;
    rows.push(await exported('nothing new', site, out('many')));
    rows.push(await exported('ended in the middle', site, out('ended'), whole / 2));
    rows.push(await exported('goes on', site, out('ended')));
    console.log(`export over a site that answers at once, ${MANY} posts`);
    print(rows);
    const [few, many] = rows.map((row) => Number(row['peak MiB']));
    console.log(`memory, ${MANY} posts to ${FEW}: ${(many / few).toFixed(2)}`);
  } finally {
    await site.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await exporting();
