// The elements in somebody else's page, measured: bytes, time to the comment form, memory, layout shift, refused by
// a strict policy, host styles changed. Prints figures and ratios of one run; fails only where something could not
// be measured. The figures say nothing about other machines; the ratios do. It needs the plugin in a WordPress:
//
//   make package && node scripts/plugin.mjs
//   node tests/wordpress/wordpress.mjs run -- node bench/embed.mjs [NAME…]
//
// NAME is one of those below; without any, all are measured. `TADWINA_PKG` names another package than pkg/; the
// plugin has its own.

import { availableParallelism, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';

import { article } from '../tests/e2e/support/content.mjs';
import { bytes } from './embed/bytes.mjs';
import { commentForm } from './embed/comment-form.mjs';
import { contentPolicy, hostStyles } from './embed/elements.mjs';
import { layoutShift } from './embed/layout-shift.mjs';
import { memory } from './embed/memory.mjs';
import { launch } from './measure.mjs';

const MEASUREMENTS = {
  bytes,
  'comment-form': commentForm,
  memory,
  'layout-shift': layoutShift,
  policy: contentPolicy,
  styles: hostStyles,
};

/** Nothing but this machine is asked: pictures of commenters would come from another site, or keep a page waiting. */
const ALONE = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];

export async function embed(names = Object.keys(MEASUREMENTS)) {
  const { TADWINA_WORDPRESS_URL: stock, TADWINA_WORDPRESS_PLUGIN_URL: plugin } = process.env;
  if (!stock || !plugin) throw new Error('no WordPress with the plugin: see the head of bench/embed.mjs');
  const unknown = names.filter((name) => !Object.hasOwn(MEASUREMENTS, name));
  if (unknown.length > 0)
    throw new Error(`nothing is called ${unknown.join(', ')}; there are ${Object.keys(MEASUREMENTS).join(', ')}`);
  const blog = { api: plugin, plugin, stock, article: article('basic'), thread: article('long-thread') };
  for (const name of names) {
    // A browser for each: what one leaves behind is not another's.
    const browser = await launch(ALONE);
    try {
      console.log(
        `load average ${loadavg()[0].toFixed(1)} on ${availableParallelism()} processors, Chromium ${browser.version()}`,
      );
      await MEASUREMENTS[name](browser, blog);
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
