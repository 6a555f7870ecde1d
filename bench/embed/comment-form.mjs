// When a reader can comment: the form of <tadwina-comments> on an article of WordPress with the plugin, against
// WordPress's own form on the same article, same theme, without it. On a slowed-down telephone, in turn.
//
// The address names the form, `#respond`, so the browser is where it is. The plugin's page has both: the theme's
// form stands inside the element until tadwina's takes its place.

import { relay } from '../../scripts/relay.mjs';
import { CPU, median, NETWORK, print, serve } from '../measure.mjs';
import { slowLoad } from './slow.mjs';

const RUNS = 5;

export async function commentForm(browser, { plugin, stock, article }) {
  const servers = { stock: await serve(relay(stock)), plugin: await serve(relay(plugin)) };
  const wanted = { stock: ['theme'], plugin: ['theme', 'tadwina'] };
  const runs = { stock: [], plugin: [] };
  const load = (name) =>
    slowLoad(browser, `${servers[name].url}${article.path}#respond`, { device: 'phone', wanted: wanted[name] });
  try {
    // Once for nothing: servers and browser get warm, caches stay cold.
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
    const program = file(/\.wasm$/);
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
        `${(NETWORK.downloadThroughput * 8) / 1e6} Mbit/s down, CPU ${CPU}x; painted is the first task after ` +
        'the first frame in which the form has a box',
    );
    print([
      row('WordPress’s own, without the plugin', 'stock', ({ painted }) => painted.theme),
      row('the same as a fallback, with it', 'plugin', ({ painted }) => painted.theme),
      row(
        'tadwina’s, with it',
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
      step('script asked for', (run) => script(run).startTime),
      step('script here', (run) => script(run).responseEnd),
      step('program asked for', (run) => program(run).startTime),
      step('program here', (run) => program(run).responseEnd),
      step('form painted', ({ painted }) => painted.tadwina),
    ]);
  } finally {
    for (const server of Object.values(servers)) await server.close();
  }
}
