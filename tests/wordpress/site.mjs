// The files of the test WordPress, and the servers of its sites.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { findProgram, SERVER_TIMEOUT_MS, serve, UserError, waitFor } from './processes.mjs';

export const HERE = dirname(fileURLToPath(import.meta.url));
/** The WordPress of Debian's package. */
export const INSTALLED = '/usr/share/wordpress';
/** The plugin that scripts/plugin.mjs made. */
const PLUGIN =
  process.env.TADWINA_PLUGIN ?? join(process.env.CARGO_TARGET_DIR ?? resolve(HERE, '../../target'), 'plugin/tadwina');

/** Themes for the tests of the plugin, from Debian's package: a block theme, and a classic one, of PHP templates. */
const PLUGIN_THEMES = ['twentytwentythree', 'twentytwentyone'];

export const hasPlugin = () => existsSync(PLUGIN);

/** The theme that a WordPress activates when it is installed. */
const defaultTheme = (wordpress) =>
  readFileSync(join(wordpress, 'wp-includes/default-constants.php'), 'utf8').match(/'WP_DEFAULT_THEME', '([^']+)'/)[1];

/** The version of the WordPress in a folder, such as 6.1.9. Null if there is none. */
export function versionOf(wordpress) {
  const file = join(wordpress, 'wp-includes/version.php');
  return existsSync(file) ? readFileSync(file, 'utf8').match(/\$wp_version = '([^']+)'/)[1] : null;
}

/** Fails with the names of the Debian packages that are missing. */
export function checkInstalled(wordpress) {
  const missing = new Set();
  if (!findProgram('mariadbd') || !findProgram('mariadb-install-db')) missing.add('mariadb-server-core');
  if (versionOf(wordpress) === null) {
    if (wordpress !== INSTALLED) throw new UserError(`no WordPress in ${wordpress} (make setup unpacks it)`);
    missing.add('wordpress');
  } else if (!existsSync(join(wordpress, 'wp-content/themes', defaultTheme(wordpress)))) {
    missing.add(`wordpress-theme-${defaultTheme(wordpress)}`);
  }
  for (const theme of hasPlugin() ? PLUGIN_THEMES : [])
    if (!existsSync(join(INSTALLED, 'wp-content/themes', theme))) missing.add(`wordpress-theme-${theme}`);
  const php = findProgram('php');
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
    throw new UserError(`missing Debian packages: ${[...missing].join(' ')} (apt-get install them)`);
  }
}

/** Folders that are linked and not copied. They have no PHP that looks for its own path, and most of the bytes. */
const LINKED = [
  'wp-admin/css',
  'wp-admin/images',
  'wp-admin/js',
  'wp-content/languages',
  'wp-includes/css',
  'wp-includes/fonts',
  'wp-includes/images',
  'wp-includes/js',
];

/** Copies WordPress, follows the links of the package, and adds the files of this folder. */
export function copySite(state, wordpress) {
  const site = join(state.dir, 'site');
  const linked = LINKED.filter((path) => existsSync(join(wordpress, path)));
  cpSync(wordpress, site, {
    recursive: true,
    dereference: true,
    filter: (path) => !linked.includes(relative(wordpress, path)),
  });
  for (const path of linked) symlinkSync(join(wordpress, path), join(site, path));
  mkdirSync(join(site, 'wp-content/mu-plugins'), { recursive: true });
  cpSync(join(HERE, 'wp-config.php'), join(site, 'wp-config.php'));
  cpSync(join(HERE, 'maintenance.php'), join(site, '.maintenance'));
  cpSync(join(HERE, 'control.php'), join(site, 'wp-content/mu-plugins/tadwina-control.php'));
  if (hasPlugin()) {
    cpSync(PLUGIN, join(site, 'wp-content/plugins/tadwina'), { recursive: true });
    for (const theme of PLUGIN_THEMES)
      cpSync(join(INSTALLED, 'wp-content/themes', theme), join(site, 'wp-content/themes', theme), { recursive: true });
  }
  return site;
}

/** Serves one site on a free port. Returns its address. */
export async function serveSite(state, name, env) {
  const site = join(state.dir, 'site');
  const child = serve(
    state,
    name,
    findProgram('php'),
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
  const url = await waitFor(
    state,
    name,
    child,
    () => readFileSync(join(state.dir, `${name}.log`), 'utf8').match(/\((http:\/\/127\.0\.0\.1:\d+)\) started/)?.[1],
  );
  await waitFor(state, name, child, async () => {
    try {
      return (await fetch(`${url}/wp-json/`, { signal: AbortSignal.timeout(SERVER_TIMEOUT_MS) })).status === 200;
    } catch {
      return false; // The server does not listen yet.
    }
  });
  return url;
}
