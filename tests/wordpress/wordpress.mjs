#!/usr/bin/env node
// Runs a real WordPress for tests, on temporary data.
//
//   wordpress.mjs start DIR [--while-pid PID]   prints WORDPRESS_URL= and WORDPRESS_OPEN_URL=
//   wordpress.mjs stop DIR                      stops what `start` has started
//   wordpress.mjs run [--] COMMAND…             starts, runs COMMAND with TADWINA_WORDPRESS_URL and
//                                               TADWINA_WORDPRESS_OPEN_URL set, and stops
//
// `start` and `run` use the WordPress of Debian's package, 6.1 on Debian 12. Another one stands in a folder:
//
//   wordpress.mjs run --wordpress target/wordpress-forky -- COMMAND…
//
// is the WordPress of Debian's next release, 7.1, which `make setup` has unpacked there.
//
// There are two sites with the content of the sandbox, each with its own database: a stock site, and an "open" site
// that takes anonymous comments over REST. If scripts/plugin.mjs has made the plugin, a third site has it activated:
// WORDPRESS_PLUGIN_URL, TADWINA_WORDPRESS_PLUGIN_URL. README.md beside this file has more.

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { activatePlugin, copyDatabase, startDatabase } from './database.mjs';
import { commandLine, findProgram, run, stateFile, stopServer, UserError } from './processes.mjs';
import { checkInstalled, copySite, HERE, hasPlugin, INSTALLED, serveSite, versionOf } from './site.mjs';

const CONTENT = process.env.TADWINA_CONTENT ?? resolve(HERE, '../../sandbox/content');

const INTERRUPTS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Starts all sites of the WordPress in the folder `wordpress`. Returns their addresses by name. */
async function start(dir, wordpress, whilePid) {
  checkInstalled(wordpress);
  if (!existsSync(join(CONTENT, 'site.json'))) throw new UserError(`no content in ${CONTENT}`);
  mkdirSync(dir, { recursive: true, mode: 0o700 }); // the database has no password
  if (readdirSync(dir).length > 0) throw new UserError(`${dir} is not empty`);
  let isInterrupted = false;
  for (const name of INTERRUPTS)
    process.once(name, () => {
      isInterrupted = true;
    });
  const state = { dir, servers: [], urls: {} };
  writeFileSync(stateFile(dir), JSON.stringify(state));
  if (whilePid !== null) {
    spawn(process.execPath, [fileURLToPath(import.meta.url), 'watch', dir, String(whilePid)], {
      detached: true,
      stdio: 'ignore',
    }).unref();
  }
  try {
    const site = copySite(state, wordpress);
    const socket = await startDatabase(state);
    const env = { TADWINA_WP_SOCKET: socket, TADWINA_WP_DATABASE: 'stock' };
    run('seed.php', findProgram('php'), ['-d', 'memory_limit=256M', join(HERE, 'seed.php'), site, CONTENT], env);
    const sites = { stock: env, open: { ...env, TADWINA_WP_DATABASE: 'open', TADWINA_WP_ANONYMOUS_REST: '1' } };
    copyDatabase(socket, 'open');
    if (hasPlugin()) {
      sites.plugin = { ...env, TADWINA_WP_DATABASE: 'plugin' };
      copyDatabase(socket, 'plugin');
      activatePlugin(socket, 'plugin');
    }
    await Promise.all(
      Object.entries(sites).map(async ([name, own]) => {
        state.urls[name] = await serveSite(state, name, own);
      }),
    );
    writeFileSync(stateFile(dir), JSON.stringify(state, null, 2));
    if (isInterrupted) throw new UserError('interrupted');
    return state.urls;
  } catch (error) {
    await stop(dir);
    throw error;
  }
}

/** Stops the servers of a folder and removes their data. The logs stay. */
async function stop(dir) {
  if (!existsSync(stateFile(dir))) return;
  const { servers } = JSON.parse(readFileSync(stateFile(dir), 'utf8'));
  for (const server of servers.reverse()) await stopServer(server, dir);
  for (const name of ['db', 'db.sock', 'site', 'tmp'])
    rmSync(join(dir, name), { recursive: true, force: true, maxRetries: 5 });
  // Last, because the process of `watch` ends when this file is gone.
  rmSync(stateFile(dir), { force: true });
}

/** Stops the servers of a folder when a process has ended. Ends when they are stopped before. */
async function watch(dir, pid) {
  while (existsSync(stateFile(dir))) {
    if (commandLine(pid) === null) await stop(dir);
    else await sleep(500);
  }
}

/** Starts the sites in a temporary folder, runs a command and stops them. Returns the status of the command. */
async function runWith(command, wordpress) {
  const dir = mkdtempSync(join(tmpdir(), 'tadwina-wordpress-'));
  let status;
  try {
    const urls = await start(dir, wordpress, process.pid);
    const child = spawn(command[0], command.slice(1), {
      stdio: 'inherit',
      env: {
        ...process.env,
        TADWINA_WORDPRESS_URL: urls.stock,
        TADWINA_WORDPRESS_OPEN_URL: urls.open,
        TADWINA_WORDPRESS_VERSION: versionOf(wordpress),
        ...(urls.plugin && { TADWINA_WORDPRESS_PLUGIN_URL: urls.plugin }),
      },
    });
    // This process must stay alive to stop the servers.
    for (const name of INTERRUPTS) process.on(name, () => child.kill(name));
    status = await new Promise((done, failed) => {
      child.on('error', (error) => failed(new UserError(`cannot run ${command[0]}: ${error.message}`)));
      child.on('exit', (code, name) => done(code ?? 128 + constants.signals[name]));
    });
  } catch (error) {
    console.error(`wordpress: logs are in ${dir}`);
    throw error;
  } finally {
    await stop(dir);
  }
  rmSync(dir, { recursive: true, force: true });
  return status;
}

/** Takes an option with its value from `args`. Returns the value, or null. */
function take(args, name) {
  const at = args.indexOf(name);
  return at === -1 ? null : (args.splice(at, 2)[1] ?? '');
}

const [command, ...args] = process.argv.slice(2);
try {
  // After `run`, the options of COMMAND are not ours.
  const isOurs = command === 'start' || args[0] === '--wordpress';
  const wordpress = resolve((isOurs ? take(args, '--wordpress') : null) ?? INSTALLED);
  if (
    command === 'start' &&
    (args.length === 1 || (args.length === 3 && args[1] === '--while-pid' && /^\d+$/.test(args[2])))
  ) {
    const urls = await start(resolve(args[0]), wordpress, args.length === 3 ? Number(args[2]) : null);
    console.log(`WORDPRESS_URL=${urls.stock}\nWORDPRESS_OPEN_URL=${urls.open}`);
    if (urls.plugin) console.log(`WORDPRESS_PLUGIN_URL=${urls.plugin}`);
  } else if (command === 'stop' && args.length === 1) {
    await stop(resolve(args[0]));
  } else if (command === 'watch' && args.length === 2) {
    await watch(args[0], Number(args[1]));
  } else if (command === 'run' && args.filter((word) => word !== '--').length > 0) {
    process.exitCode = await runWith(args[0] === '--' ? args.slice(1) : args, wordpress);
  } else {
    throw new UserError(
      'usage: wordpress.mjs start DIR [--while-pid PID] [--wordpress FOLDER] | stop DIR | run [--wordpress FOLDER] [--] COMMAND…',
    );
  }
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(`wordpress: ${error.message}`);
  process.exitCode = 1;
}
