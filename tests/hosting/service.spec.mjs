// tadwina-server as a service of systemd, by the unit of deploy/.

import { createServer } from 'node:http';

import { test as base, expect } from '@playwright/test';

import { article } from '../e2e/support/content.mjs';
import { startSandbox } from '../e2e/support/sandbox.mjs';
import { startMachine } from './machine.mjs';
import { deployed, freePort, isOpen, ROOT, run, statusOf } from './support.mjs';

const bread = article('bread');
const UNIT = 'tadwina-server.service';
const UNIT_PATH = `/etc/systemd/system/${UNIT}`;
/** Of 100, as systemd counts what a service could do. */
const MOST_EXPOSURE = '15';

/**
 * - `machine`: a machine on which the unit is installed as it says.
 * - `start`: writes the settings for a site, and starts the service; gives its address.
 */
const test = base.extend({
  machine: async ({}, use) => {
    const machine = await startMachine();
    try {
      machine.write(UNIT_PATH, '644', deployed(UNIT, []));
      await use(machine);
    } finally {
      await machine.stop();
    }
  },

  start: async ({ machine }, use) => {
    await use(async (site) => {
      const port = await freePort();
      const settings = deployed('tadwina-server.env', [
        ['TADWINA_SITE=https://wordpress.example', `TADWINA_SITE=${site}`],
        ['127.0.0.1:3000', `127.0.0.1:${port}`],
      ]);
      machine.write('/etc/tadwina/tadwina-server.env', '600', settings);
      machine.systemctl('enable', '--now', UNIT);
      await expect.poll(() => isOpen(port)).toBe(true);
      return `http://127.0.0.1:${port}`;
    });
  },
});

/** A property of the service. */
const shown = (machine, name) => machine.systemctl('show', '--value', '--property', name, UNIT).trim();

test('the unit says nothing that systemd does not understand, and gives the service few rights', ({ machine }) => {
  machine.write('/etc/tadwina/tadwina-server.env', '600', '');
  expect(machine.run('sh', ['-c', `systemd-analyze verify ${UNIT_PATH} 2>&1`])).toBe('');
  run('systemd-analyze', ['security', '--offline=yes', `--threshold=${MOST_EXPOSURE}`, `${ROOT}/deploy/${UNIT}`]);
});

test('the service shows the blog, as nobody in particular, and comes again after a crash', async ({
  machine,
  start,
}) => {
  const sandbox = await startSandbox();
  const url = await start(sandbox.url);
  const page = await fetch(url + bread.path);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain(bread.title);

  const pid = shown(machine, 'MainPID');
  const status = statusOf(machine.run('cat', [`/proc/${pid}/status`]));
  expect(status).toMatchObject({ Name: 'tadwina-server', NoNewPrivs: '1', Seccomp: '2', CapEff: '0000000000000000' });
  expect(Number(status.Uid.split('\t')[0])).toBeGreaterThan(0);

  machine.systemctl('kill', '--signal', 'KILL', '--kill-who', 'main', UNIT);
  await expect
    .poll(async () => {
      const next = shown(machine, 'MainPID');
      return ![pid, '0'].includes(next) && (await isOpen(new URL(url).port));
    })
    .toBe(true);
  expect((await fetch(url + bread.path)).status).toBe(200);
  await sandbox.stop();
});

test('when the service is stopped, it finishes what is under way', async ({ machine, start }) => {
  let respond;
  const asked = new Promise((resolve) => {
    respond = resolve;
  });
  const site = createServer((_, response) => respond(response));
  await new Promise((resolve) => site.listen(0, '127.0.0.1', resolve));
  const url = await start(`http://127.0.0.1:${site.address().port}`);
  const download = fetch(`${url}/wp-content/a`);
  const response = await asked;
  response.write('first');
  const body = (await download).text();

  machine.systemctl('stop', '--no-block', UNIT);
  await expect.poll(() => isOpen(new URL(url).port)).toBe(false);
  expect(shown(machine, 'ActiveState')).toBe('deactivating');
  response.end(' and last');
  expect(await body).toBe('first and last');
  await expect.poll(() => shown(machine, 'ActiveState')).toBe('inactive');
  expect([shown(machine, 'Result'), shown(machine, 'ExecMainStatus')]).toEqual(['success', '0']);
  await new Promise((resolve) => site.close(resolve));
});
