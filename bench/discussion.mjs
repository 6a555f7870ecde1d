// A discussion of 10,000 comments in 2,000 threads, over a stand-in for a WordPress on this machine: the time to the first
// comment, long tasks, memory, scrolling, typing and pasting. Prints the figures and ratios of one run.
// Call: node bench/discussion.mjs [first | ordinary | all | writing]…

import { fileURLToPath } from 'node:url';

import { preview } from '../scripts/preview.mjs';
import { DIST } from '../tests/e2e/support/blog.mjs';
import { makeComments, startSite } from '../tests/support/long-discussion.mjs';
import { firstComment } from './discussion/load.mjs';
import { everything, ordinary } from './discussion/long.mjs';
import { writing } from './discussion/writing.mjs';
import { launch } from './measure.mjs';

/** `TADWINA_COMMENTS` takes another number, for a machine that is busy. */
const COUNT = Number(process.env.TADWINA_COMMENTS ?? 10_000);
const LONG = { count: COUNT, threads: COUNT / 5 };
const ORDINARY = { count: 100, threads: 30 };

/** Calls `use` with a browser, the address of a site with these comments, and the comments. */
async function withSite(size, args, use) {
  const comments = makeComments(size);
  const site = await startSite(comments);
  const browser = await launch(args);
  try {
    await use(browser, site.url, comments);
  } finally {
    await browser.close();
    await site.close();
  }
}

/** The same with the address of the release over that site. */
const withPage = (size, args, use) =>
  withSite(size, args, async (browser, api, comments) => {
    const server = await preview({ dist: DIST, api });
    try {
      await use(browser, server.url, comments);
    } finally {
      await server.close();
    }
  });

const PARTS = {
  first: () => withSite(LONG, [], firstComment),
  ordinary: () => withPage(ORDINARY, [], ordinary),
  all: () => withPage(LONG, [], everything),
  writing: () => withPage(LONG, ['--disable-frame-rate-limit', '--disable-gpu-vsync'], writing),
};

export async function discussion(names = Object.keys(PARTS)) {
  for (const name of names) {
    await PARTS[name]();
    console.log();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = process.argv.slice(2);
  await discussion(names.length > 0 ? names : undefined);
}
