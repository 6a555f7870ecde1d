// The database of the test WordPress: MariaDB on a socket in a folder, with temporary data.

import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { findProgram, run, serve, UserError, waitFor } from './processes.mjs';

/** Longest path of a Unix socket on Linux, without the final zero byte. */
const SOCKET_PATH_BYTES = 107;

/** Starts the server and creates the database of the stock site. Returns the path of the socket. */
export async function startDatabase(state) {
  const data = join(state.dir, 'db');
  const socket = join(state.dir, 'db.sock');
  if (Buffer.byteLength(socket) > SOCKET_PATH_BYTES)
    throw new UserError(`${state.dir} is too long a path for a database socket`);
  // Servers that start at the same time would remove each other's temporary tables from a shared folder.
  const tmp = join(state.dir, 'tmp');
  mkdirSync(tmp);
  // mariadbd does not run as root without this option.
  const user = process.getuid() === 0 ? ['--user=root'] : [];
  // For temporary data: small files, and no wait for the disk.
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
  run('mariadb-install-db', findProgram('mariadb-install-db'), [
    ...options,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ]);
  const child = serve(state, 'mariadbd', findProgram('mariadbd'), [
    ...options,
    `--socket=${socket}`,
    `--pid-file=${join(data, 'mariadbd.pid')}`,
    '--skip-networking',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_unicode_ci',
    '--innodb-buffer-pool-size=64M',
    '--performance-schema=0',
  ]);
  await waitFor(state, 'mariadbd', child, () => runSql(socket, 'SELECT 1', { quiet: true }) !== null);
  runSql(socket, 'CREATE DATABASE stock;');
  return socket;
}

/** Runs SQL with PHP, which WordPress needs anyway, and returns the rows. With `quiet`, an error returns null. */
function runSql(socket, sql, { quiet = false } = {}) {
  const script = `
    mysqli_report(MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT);
    try {
      $db = new mysqli('localhost', 'root', '', '', 0, $argv[1]);
      $db->multi_query($argv[2]);
      do { if ($result = $db->store_result()) { $rows = $result->fetch_all(); } } while ($db->next_result());
      echo json_encode($rows ?? []);
    } catch (mysqli_sql_exception $error) { fwrite(STDERR, $error->getMessage()); exit(1); }`;
  const done = spawnSync(findProgram('php'), ['-r', script, '--', socket, sql], { encoding: 'utf8' });
  if (done.status === 0) return JSON.parse(done.stdout);
  if (quiet) return null;
  throw new UserError(`database: ${done.stderr}`);
}

/** Copies the database of the stock site for another site. */
export function copyDatabase(socket, to) {
  const tables = runSql(socket, 'SHOW TABLES FROM stock').map(([name]) => name);
  runSql(
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

/** Activates the plugin in the form in which WordPress stores it. */
export function activatePlugin(socket, database) {
  const file = 'tadwina/tadwina.php';
  runSql(
    socket,
    `UPDATE ${database}.wp_options SET option_value = 'a:1:{i:0;s:${file.length}:"${file}";}' WHERE option_name = 'active_plugins';`,
  );
}
