#!/usr/bin/env node
// Runs a real WordPress for tests, from Debian's package, on throwaway data.
//
//   wordpress.mjs start DIR [--while-pid PID]   prints WORDPRESS_URL= and WORDPRESS_OPEN_URL=
//   wordpress.mjs stop DIR                      ends what start started
//   wordpress.mjs run [--] COMMAND…             start, COMMAND with TADWINA_WORDPRESS_URL and
//                                               TADWINA_WORDPRESS_OPEN_URL set, stop
//
// Two sites with the sandbox's content, each with a database of its own: a stock one, and an
// "open" one that lets anybody comment over REST. Where scripts/plugin.mjs has made the plugin, a third
// has it activated: WORDPRESS_PLUGIN_URL, TADWINA_WORDPRESS_PLUGIN_URL. README.md beside this file says more.

import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { delimiter, dirname, join, relative, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const CONTENT = process.env.TADWINA_CONTENT ?? resolve(HERE, '../../sandbox/content');
const WORDPRESS = process.env.TADWINA_WORDPRESS_SOURCE ?? '/usr/share/wordpress';
/** The plugin as scripts/plugin.mjs makes it. */
const PLUGIN =
  process.env.TADWINA_PLUGIN ?? join(process.env.CARGO_TARGET_DIR ?? resolve(HERE, '../../target'), 'plugin/tadwina');
/** Longest wait for any one server, in milliseconds. */
const PATIENCE = 30_000;
/** Longest path of a Unix socket on Linux, without the final zero byte. */
const SOCKET_LIMIT = 107;

const INTERRUPTS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** A problem the caller can mend; printed without a stack. */
class Trouble extends Error {}

// --- what must be installed ------------------------------------------------------------------

/** Full path of a program, or null. Debian keeps servers where an ordinary PATH does not look. */
function program(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, name)).find(existsSync) ?? null;
}

/** Fails with the names of the Debian packages that are missing. */
function checkInstalled() {
  const missing = new Set();
  if (!program('mariadbd') || !program('mariadb-install-db')) missing.add('mariadb-server-core');
  if (!existsSync(join(WORDPRESS, 'wp-includes/version.php'))) missing.add('wordpress');
  if (!existsSync(join(WORDPRESS, 'wp-content/themes/twentytwentythree')))
    missing.add('wordpress-theme-twentytwentythree');
  // A theme of the time before blocks.
  if (existsSync(PLUGIN) && !existsSync(join(WORDPRESS, 'wp-content/themes/twentytwentyone')))
    missing.add('wordpress-theme-twentytwentyone');
  const php = program('php');
  if (!php) {
    missing.add('php-cli');
  } else {
    const modules = spawnSync(php, ['-m'], { encoding: 'utf8' }).stdout.toLowerCase().split('\n');
    for (const [module, name] of [
      ['mysqli', 'php-mysql'],
      ['mbstring', 'php-mbstring'],
      ['xml', 'php-xml'],
    ]) {
      if (!modules.includes(module)) missing.add(name);
    }
  }
  if (missing.size > 0) {
    throw new Trouble(`missing Debian packages: ${[...missing].join(' ')} (apt-get install them)`);
  }
}

// --- processes -------------------------------------------------------------------------------

const stateFile = (dir) => join(dir, 'state.json');

/** Starts a server in a process group of its own and notes it down before anything can fail. */
function serve(state, name, command, args, env = {}) {
  const log = openSync(join(state.dir, `${name}.log`), 'a');
  const child = spawn(command, args, {
    cwd: state.dir,
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, ...env },
  });
  child.on('error', () => {});
  child.unref();
  if (child.pid === undefined) throw new Trouble(`${name}: cannot start ${command}`);
  state.servers.push({ name, pid: child.pid });
  writeFileSync(stateFile(state.dir), JSON.stringify(state, null, 2));
  return child;
}

/** Polls until `probe` gives something; fails when the server ends first or time runs out. */
async function until(state, name, child, probe) {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    const found = await probe();
    if (found) return found;
    if (child.exitCode !== null || child.signalCode !== null) break;
    await sleep(50);
  }
  const log = readFileSync(join(state.dir, `${name}.log`), 'utf8')
    .split('\n')
    .slice(-15)
    .join('\n');
  throw new Trouble(`${name} did not become ready; end of its log:\n${log}`);
}

/** Runs a program to its end; fails with its words when it fails. */
function run(name, command, args, env = {}) {
  const done = spawnSync(command, args, { encoding: 'utf8', timeout: 2 * PATIENCE, env: { ...process.env, ...env } });
  if (done.status !== 0) throw new Trouble(`${name} failed:\n${done.error ?? ''}${done.stdout}${done.stderr}`);
  return done.stdout;
}

/** A live process's command line; null when it is gone, also as a zombie that nobody has collected. */
function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8') || null;
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return null;
    throw error;
  }
}

/** Ends one server with its workers, which outlive their parent otherwise. */
async function end({ pid }, dir) {
  // Ours names the folder. Nobody there is fine: while a worker lives the id is not used again.
  if (!(commandLine(pid) ?? dir).includes(dir)) return;
  try {
    // The data is thrown away: nothing to save first.
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (error.code === 'ESRCH') return;
    throw error;
  }
  const limit = Date.now() + PATIENCE;
  while (commandLine(pid) !== null && Date.now() < limit) await sleep(20);
}

// --- the database ----------------------------------------------------------------------------

async function startDatabase(state) {
  const data = join(state.dir, 'db');
  const socket = join(state.dir, 'db.sock');
  if (Buffer.byteLength(socket) > SOCKET_LIMIT)
    throw new Trouble(`${state.dir} is too long a path for a database socket`);
  // Two servers that begin at once remove each other's temporary tables from a folder they share.
  const tmp = join(state.dir, 'tmp');
  mkdirSync(tmp);
  // mariadbd refuses to be root unless told so.
  const user = process.getuid() === 0 ? ['--user=root'] : [];
  // Throwaway data: small files, and never a wait for the disk.
  const options = [
    '--no-defaults',
    `--datadir=${data}`,
    `--tmpdir=${tmp}`,
    '--innodb-log-file-size=8M',
    '--innodb-doublewrite=0',
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-flush-method=nosync',
    ...user,
  ];
  run('mariadb-install-db', program('mariadb-install-db'), [
    ...options,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ]);
  const child = serve(state, 'mariadbd', program('mariadbd'), [
    ...options,
    `--socket=${socket}`,
    `--pid-file=${join(data, 'mariadbd.pid')}`,
    '--skip-networking',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_unicode_ci',
    '--innodb-buffer-pool-size=64M',
    '--performance-schema=0',
  ]);
  await until(state, 'mariadbd', child, () => mysql(socket, 'SELECT 1', { quiet: true }) !== null);
  mysql(socket, 'CREATE DATABASE stock;');
  return socket;
}

/** Runs SQL through PHP, which is needed anyway; rows come back as JSON. */
function mysql(socket, sql, { quiet = false } = {}) {
  const script = `
    mysqli_report(MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT);
    try {
      $db = new mysqli('localhost', 'root', '', '', 0, $argv[1]);
      $db->multi_query($argv[2]);
      do { if ($result = $db->store_result()) { $rows = $result->fetch_all(); } } while ($db->next_result());
      echo json_encode($rows ?? []);
    } catch (mysqli_sql_exception $error) { fwrite(STDERR, $error->getMessage()); exit(1); }`;
  const done = spawnSync(program('php'), ['-r', script, '--', socket, sql], { encoding: 'utf8' });
  if (done.status === 0) return JSON.parse(done.stdout);
  if (quiet) return null;
  throw new Trouble(`database: ${done.stderr}`);
}

/** Gives another site the same start: every table of the stock one, row by row. */
function copyDatabase(socket, to) {
  const tables = mysql(socket, 'SHOW TABLES FROM stock').map(([name]) => name);
  mysql(
    socket,
    [
      `CREATE DATABASE ${to};`,
      ...tables.map(
        (name) =>
          `CREATE TABLE ${to}.${name} LIKE stock.${name}; INSERT INTO ${to}.${name} SELECT * FROM stock.${name};`,
      ),
    ].join('\n'),
  );
}

/** Notes the plugin as activated, as WordPress keeps it. */
function activatePlugin(socket, database) {
  const file = 'tadwina/tadwina.php';
  mysql(
    socket,
    `UPDATE ${database}.wp_options SET option_value = 'a:1:{i:0;s:${file.length}:"${file}";}' WHERE option_name = 'active_plugins';`,
  );
}

// --- WordPress -------------------------------------------------------------------------------

/** Files without PHP that would look for its place, most of them all: linked, not copied. */
const LINKED = [
  'wp-admin/css',
  'wp-admin/images',
  'wp-admin/js',
  'wp-content/languages',
  'wp-includes/css',
  'wp-includes/fonts',
  'wp-includes/images',
  'wp-includes/js',
].map((path) => join(WORDPRESS, path));

/** Copies WordPress, the package's own links followed, and puts the files of this folder in their places. */
function copySite(state) {
  const site = join(state.dir, 'site');
  cpSync(WORDPRESS, site, { recursive: true, dereference: true, filter: (path) => !LINKED.includes(path) });
  for (const path of LINKED.filter(existsSync)) symlinkSync(path, join(site, relative(WORDPRESS, path)));
  mkdirSync(join(site, 'wp-content/mu-plugins'), { recursive: true });
  cpSync(join(HERE, 'wp-config.php'), join(site, 'wp-config.php'));
  cpSync(join(HERE, 'control.php'), join(site, 'wp-content/mu-plugins/tadwina-control.php'));
  if (existsSync(PLUGIN)) cpSync(PLUGIN, join(site, 'wp-content/plugins/tadwina'), { recursive: true });
  return site;
}

/** Serves one site on a port of the system's choice; gives its address. */
async function serveSite(state, name, env) {
  const site = join(state.dir, 'site');
  const child = serve(
    state,
    name,
    program('php'),
    [
      '-d',
      'opcache.enable_cli=1',
      '-d',
      'display_errors=0',
      '-d',
      'log_errors=1',
      '-d',
      'memory_limit=256M',
      '-S',
      '127.0.0.1:0',
      '-t',
      site,
      join(HERE, 'router.php'),
    ],
    { PHP_CLI_SERVER_WORKERS: '4', ...env },
  );
  const url = await until(
    state,
    name,
    child,
    () => readFileSync(join(state.dir, `${name}.log`), 'utf8').match(/\((http:\/\/127\.0\.0\.1:\d+)\) started/)?.[1],
  );
  await until(state, name, child, async () => {
    try {
      return (await fetch(`${url}/wp-json/`, { signal: AbortSignal.timeout(PATIENCE) })).status === 200;
    } catch {
      return false; // not listening yet: asked again until time runs out
    }
  });
  return url;
}

// --- commands --------------------------------------------------------------------------------

/** Starts everything; gives the addresses by site. */
async function start(dir, whilePid) {
  checkInstalled();
  if (!existsSync(join(CONTENT, 'site.json'))) throw new Trouble(`no content in ${CONTENT}`);
  mkdirSync(dir, { recursive: true, mode: 0o700 }); // the database asks for no password
  if (readdirSync(dir).length > 0) throw new Trouble(`${dir} is not empty`);
  let interrupted = false;
  for (const name of INTERRUPTS)
    process.once(name, () => {
      interrupted = true;
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
    const site = copySite(state);
    const socket = await startDatabase(state);
    const env = { TADWINA_WP_SOCKET: socket, TADWINA_WP_DATABASE: 'stock' };
    run('seed.php', program('php'), ['-d', 'memory_limit=256M', join(HERE, 'seed.php'), site, CONTENT], env);
    const sites = { stock: env, open: { ...env, TADWINA_WP_DATABASE: 'open', TADWINA_WP_ANONYMOUS_REST: '1' } };
    copyDatabase(socket, 'open');
    if (existsSync(PLUGIN)) {
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
    if (interrupted) throw new Trouble('interrupted');
    return state.urls;
  } catch (error) {
    await stop(dir);
    throw error;
  }
}

/** Ends the servers of a folder and removes their data; the logs stay. */
async function stop(dir) {
  if (!existsSync(stateFile(dir))) return;
  const { servers } = JSON.parse(readFileSync(stateFile(dir), 'utf8'));
  for (const server of servers.reverse()) await end(server, dir);
  for (const name of ['db', 'db.sock', 'site', 'tmp'])
    rmSync(join(dir, name), { recursive: true, force: true, maxRetries: 5 });
  // Last: the watcher goes when this file does.
  rmSync(stateFile(dir), { force: true });
}

/** Stops the folder's servers once the process is gone; ends without that when they are stopped before. */
async function watch(dir, pid) {
  while (existsSync(stateFile(dir))) {
    if (commandLine(pid) === null) await stop(dir);
    else await sleep(500);
  }
}

/** Starts in a scratch folder, runs the command, stops; gives the command's status. */
async function runWith(command) {
  const dir = mkdtempSync(join(tmpdir(), 'tadwina-wordpress-'));
  let status;
  try {
    const urls = await start(dir, process.pid);
    const child = spawn(command[0], command.slice(1), {
      stdio: 'inherit',
      env: {
        ...process.env,
        TADWINA_WORDPRESS_URL: urls.stock,
        TADWINA_WORDPRESS_OPEN_URL: urls.open,
        ...(urls.plugin && { TADWINA_WORDPRESS_PLUGIN_URL: urls.plugin }),
      },
    });
    // This process must live on to stop the servers.
    for (const name of INTERRUPTS) process.on(name, () => child.kill(name));
    status = await new Promise((done, failed) => {
      child.on('error', (error) => failed(new Trouble(`cannot run ${command[0]}: ${error.message}`)));
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

const [command, ...args] = process.argv.slice(2);
try {
  if (
    command === 'start' &&
    (args.length === 1 || (args.length === 3 && args[1] === '--while-pid' && /^\d+$/.test(args[2])))
  ) {
    const urls = await start(resolve(args[0]), args.length === 3 ? Number(args[2]) : null);
    console.log(`WORDPRESS_URL=${urls.stock}\nWORDPRESS_OPEN_URL=${urls.open}`);
    if (urls.plugin) console.log(`WORDPRESS_PLUGIN_URL=${urls.plugin}`);
  } else if (command === 'stop' && args.length === 1) {
    await stop(resolve(args[0]));
  } else if (command === 'watch' && args.length === 2) {
    await watch(args[0], Number(args[1]));
  } else if (command === 'run' && args.filter((word) => word !== '--').length > 0) {
    process.exitCode = await runWith(args[0] === '--' ? args.slice(1) : args);
  } else {
    throw new Trouble('usage: wordpress.mjs start DIR [--while-pid PID] | stop DIR | run [--] COMMAND…');
  }
} catch (error) {
  if (!(error instanceof Trouble)) throw error;
  console.error(`wordpress: ${error.message}`);
  process.exitCode = 1;
}
