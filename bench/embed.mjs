// Benchmarks of the elements in a host page: bytes, time to the comment form, memory, layout shift, violations of a
// strict policy, changed styles of the page. Prints the figures and ratios of one run; only the ratios hold for other
// machines. Fails only if a benchmark could not be run. It needs a WordPress with the plugin:
//
//   make package && node scripts/plugin.mjs
//   node tests/wordpress/wordpress.mjs run -- node bench/embed.mjs [NAME…]
//
// NAME is one of the benchmarks below; without names, all run. `TADWINA_PKG` names another package than pkg/. The
// plugin has a package of its own.

import { availableParallelism, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';

import { article } from '../tests/e2e/support/content.mjs';
import { bytes } from './embed/bytes.mjs';
import { commentForm } from './embed/comment-form.mjs';
import { contentPolicy, hostStyles } from './embed/elements.mjs';
import { layoutShift } from './embed/layout-shift.mjs';
import { memory } from './embed/memory.mjs';
import { launch } from './measure.mjs';

const BENCHMARKS = {
  bytes,
  'comment-form': commentForm,
  memory,
  'layout-shift': layoutShift,
  policy: contentPolicy,
  styles: hostStyles,
};

/** Requests reach only this machine. Otherwise a page would wait for the pictures of commenters from another site. */
const ONLY_LOCAL = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];

export async function embed(names = Object.keys(BENCHMARKS)) {
  const { TADWINA_WORDPRESS_URL: stock, TADWINA_WORDPRESS_PLUGIN_URL: plugin } = process.env;
  if (!stock || !plugin) throw new Error('no WordPress with the plugin: see the head of bench/embed.mjs');
  const unknown = names.filter((name) => !Object.hasOwn(BENCHMARKS, name));
  if (unknown.length > 0)
    throw new Error(`no benchmark ${unknown.join(', ')}; there are ${Object.keys(BENCHMARKS).join(', ')}`);
  const blog = { api: plugin, plugin, stock, article: article('basic'), thread: article('long-thread') };
  for (const name of names) {
    // Each benchmark has a browser of its own, so that none affects another.
    const browser = await launch(ONLY_LOCAL);
    try {
      console.log(
        `load average ${loadavg()[0].toFixed(1)} on ${availableParallelism()} processors, Chromium ${browser.version()}`,
      );
      await BENCHMARKS[name](browser, blog);
      console.log();
    } finally {
      await browser.close();
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = process.argv.slice(2);
  await embed(names.length > 0 ? names : undefined);
}
