// tadwina-server in a container, by the file of deploy/.

import { readFileSync } from 'node:fs';

import { expect, test } from '@playwright/test';

import { article } from '../e2e/support/content.mjs';
import { startSandbox } from '../e2e/support/sandbox.mjs';
import { buildImage } from './image.mjs';
import { deployed, freePort, isOpen, statusOf } from './support.mjs';

const bread = article('bread');

/** The settings of deploy/ for a site and an address. */
const settings = (site, address) =>
  Object.fromEntries(
    deployed('tadwina-server.env', [
      ['https://wordpress.example', site],
      ['127.0.0.1:3000', address],
    ])
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
      .map((line) => line.split(/=(.*)/s, 2)),
  );

test('the image is built, shows the blog as nobody in particular, and ends when it is stopped', async () => {
  const [image, sandbox, port] = [await buildImage(), await startSandbox(), await freePort()];
  const container = image.start(settings(sandbox.url, `127.0.0.1:${port}`));
  try {
    await expect.poll(() => isOpen(port)).toBe(true);
    const page = await fetch(`http://127.0.0.1:${port}${bread.path}`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(bread.title);
    expect(statusOf(readFileSync(`/proc/${container.server()}/status`, 'utf8')).Uid).toMatch(/^65534\t/);
  } finally {
    process.kill(container.server(), image.config.StopSignal);
  }
  expect(await container.gone).toBe(0);
  await sandbox.stop();
  await image.remove();
});
