// The time until a reader can comment: the form of <tadwina-comments> on an article of a WordPress with the plugin,
// against the form of WordPress on the same article and theme, without the plugin. On a slowed-down phone, in turn.
//
// The fragment of the address is `#respond`, so the browser scrolls to the form. The page of the plugin has both: the
// form of the theme is the fallback of the element.

import { relay } from '../../scripts/relay.mjs';
import { CPU_SLOWDOWN, median, NETWORK, print, serve } from '../measure.mjs';
import { slowLoad } from './slow.mjs';

const RUNS = 5;

export async function commentForm(browser, { plugin, stock, article }) {
  const servers = { stock: await serve(relay(stock)), plugin: await serve(relay(plugin)) };
  const wanted = { stock: ['theme'], plugin: ['theme', 'tadwina'] };
  const runs = { stock: [], plugin: [] };
  const load = (name) =>
    slowLoad(browser, `${servers[name].url}${article.path}#respond`, { device: 'phone', wanted: wanted[name] });
  try {
    // One load that does not count warms up the servers and the browser. Caches stay cold.
    for (const name of Object.keys(servers)) await load(name);
    for (let run = 0; run < RUNS; run += 1) {
      for (const name of Object.keys(servers)) runs[name].push(await load(name));
    }
    const middle = (name, what) => median(runs[name].map(what));
    const file =
      (pattern) =>
      ({ files }) => {
        const found = files.find(({ name }) => pattern.test(name));
        if (!found) throw new Error(`no file like ${pattern} was loaded`);
        return found;
      };
    const script = file(/\/tadwina\.js/);
    const wasm = file(/\.wasm$/);
    const theme = middle('stock', ({ painted }) => painted.theme);
    const row = (form, name, what, since = null) => {
      const time = middle(name, what);
      return {
        form,
        'after navigation': `${Math.round(time)} ms`,
        ratio: (time / theme).toFixed(2),
        'after the script’s request': since ? `${Math.round(middle(name, (run) => what(run) - since(run)))} ms` : '',
      };
    };
    console.log(
      `comment form: ${article.title}; ${RUNS} runs in turn, medians; ${NETWORK.latency} ms, ` +
        `${(NETWORK.downloadThroughput * 8) / 1e6} Mbit/s down, CPU ${CPU_SLOWDOWN}x; painted is the first task after ` +
        'the first frame in which the form has a box',
    );
    print([
      row('WordPress’s form, without the plugin', 'stock', ({ painted }) => painted.theme),
      row('WordPress’s form as a fallback', 'plugin', ({ painted }) => painted.theme),
      row(
        'tadwina’s form',
        'plugin',
        ({ painted }) => painted.tadwina,
        (run) => script(run).startTime,
      ),
    ]);
    const step = (name, what) => ({
      'on the way to it': name,
      'after navigation': `${Math.round(middle('plugin', what))} ms`,
    });
    print([
      step('script requested', (run) => script(run).startTime),
      step('script loaded', (run) => script(run).responseEnd),
      step('WASM requested', (run) => wasm(run).startTime),
      step('WASM loaded', (run) => wasm(run).responseEnd),
      step('form painted', ({ painted }) => painted.tadwina),
    ]);
  } finally {
    for (const server of Object.values(servers)) await server.close();
  }
}
