// The layout shift that a reader sees when an element replaces what the server rendered (cumulative layout shift; up to
// 0.1 is good). For comparison, the page of the theme for the same article.

import { request } from '@playwright/test';

import { relay } from '../../scripts/relay.mjs';
import { controlSite } from '../../tests/support/control.mjs';
import { median, print, serve } from '../measure.mjs';
import { DEVICES, slowLoad } from './slow.mjs';

const RUNS = 3;

export async function layoutShift(browser, { plugin, stock, article, thread }) {
  const client = await request.newContext();
  const servers = { plugin: await serve(relay(plugin)), stock: await serve(relay(stock)) };
  const { link } = await controlSite(client, plugin, '=make', {
    post_title: article.title,
    post_content: `<!-- wp:tadwina/article {"post":"${article.id}","discussion":"none","loading":"eager"} /-->`,
    comment_status: 'closed',
  });
  const { pathname, search } = new URL(link);
  const scene = (name, site, path, wanted) => ({ name, url: `${servers[site].url}${path}`, wanted });
  const scenes = [
    scene('theme alone, from the top', 'stock', article.path, ['theme']),
    scene('theme alone, at the form', 'stock', `${article.path}#respond`, ['theme']),
    scene('theme alone, at the form after a thread', 'stock', `${thread.path}#respond`, ['theme']),
    scene('tadwina-article, from the top', 'plugin', `${pathname}${search}`, ['ready']),
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
    // The full list would be too long.
    return { ...row, 'what moves most': [...moved].slice(0, 4).join(' ') };
  };
  try {
    const rows = [];
    for (const each of scenes) rows.push(await measure(each));
    // With the whole blog the element replaces the article that the server rendered.
    await controlSite(client, plugin, '&front=1');
    rows.push(await measure(scene('tadwina-blog, an article from the top', 'plugin', article.path, ['ready'])));
    console.log(`layout shift when an element replaces what the server rendered; medians of ${RUNS}`);
    print(rows);
  } finally {
    await controlSite(client, plugin, '=reset');
    await client.dispose();
    for (const server of Object.values(servers)) await server.close();
  }
}
