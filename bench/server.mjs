// tadwina-server: links, throughput, slow and absent sites, export, memory. The times of its page beside the theme's are in
// page-load.mjs. Prints the figures and ratios of one run.
// Call: node bench/server.mjs [links | throughput | misses | outage | export | memory]…

import { fileURLToPath } from 'node:url';

import { exporting } from './server/export.mjs';
import { links } from './server/links.mjs';
import { memory } from './server/memory.mjs';
import { misses } from './server/misses.mjs';
import { outage } from './server/outage.mjs';
import { throughput } from './server/throughput.mjs';

const PARTS = { links, throughput, misses, outage, export: exporting, memory };

export async function server(names = Object.keys(PARTS)) {
  for (const name of names) {
    await PARTS[name]();
    console.log();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = process.argv.slice(2);
  await server(names.length > 0 ? names : undefined);
}
