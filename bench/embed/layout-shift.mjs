// How far things move in front of a reader when an element takes the place of what the server rendered
// (cumulative layout shift; up to 0.1 counts as good). The theme's own page of the same article stands beside it.

import { request } from '@playwright/test';

import { relay } from '../../scripts/relay.mjs';
import { median, print, serve } from '../measure.mjs';
import { DEVICES, slowLoad } from './slow.mjs';

const RUNS = 3;

/** Asks the test WordPress for something: see tests/wordpress/control.php. */
async function control(client, site, query, form) {
  const url = `${site}/?tadwina-test${query}`;
  const answer = form ? await client.post(url, { form }) : await client.get(url);
  if (!answer.ok()) throw new Error(`${url} is no WordPress that tests/wordpress started`);
  return answer.json();
}

export async function layoutShift(browser, { plugin, stock, article, thread }) {
  const client = await request.newContext();
  const servers = { plugin: await serve(relay(plugin)), stock: await serve(relay(stock)) };
  const { link } = await control(client, plugin, '=make', {
    post_title: article.title,
    post_content: `<!-- wp:tadwina/article {"post":"${article.id}","discussion":"none","loading":"eager"} /-->`,
    comment_status: 'closed',
  });
  const { pathname: made, search } = new URL(link);
  const scene = (name, site, path, wanted) => ({ name, url: `${servers[site].url}${path}`, wanted });
  const scenes = [
    scene('theme alone, from the top', 'stock', article.path, ['theme']),
    scene('theme alone, at the form', 'stock', `${article.path}#respond`, ['theme']),
    scene('theme alone, at the form after a thread', 'stock', `${thread.path}#respond`, ['theme']),
    scene('tadwina-article, from the top', 'plugin', `${made}${search}`, ['ready']),
    scene('tadwina-comments, from the top', 'plugin', article.path, []),
    scene('tadwina-comments, at the form', 'plugin', `${article.path}#respond`, ['ready']),
    scene('tadwina-comments, at the form after a thread', 'plugin', `${thread.path}#respond`, ['ready']),
  ];
  const measure = async ({ name, url, wanted }) => {
    const row = { page: name };
    const moved = new Set();
    for (const device of Object.keys(DEVICES)) {
      const runs = [];
      for (let run = 0; run < RUNS; run += 1) runs.push(await slowLoad(browser, url, { device, wanted }));
      row[device] = median(runs.map(({ shift }) => shift)).toFixed(3);
      for (const { shifts } of runs)
        for (const shift of shifts) if (shift.value > 0.01) for (const each of shift.moved) moved.add(each);
    }
    // All of them would be a page long.
    return { ...row, 'what moves most': [...moved].slice(0, 4).join(' ') };
  };
  try {
    const rows = [];
    for (const each of scenes) rows.push(await measure(each));
    // The whole blog: the server's article, then tadwina's.
    await control(client, plugin, '&front=1');
    rows.push(await measure(scene('tadwina-blog, an article from the top', 'plugin', article.path, ['ready'])));
    console.log(`layout shift when an element takes the place of what the server rendered; medians of ${RUNS}`);
    print(rows);
  } finally {
    await control(client, plugin, '=reset');
    await client.dispose();
    for (const server of Object.values(servers)) await server.close();
  }
}
