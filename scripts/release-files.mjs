// Collects the files for site owners without a Rust toolchain in target/release-files/ (`make release-files`): the npm
// package, the same files for a CDN, the plugin for WordPress, the application. Every name has the version.

import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { zip } from './zip.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PKG = join(ROOT, 'pkg');
const TARGET = resolve(process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target'));
const OUT = join(TARGET, 'release-files');
const { version } = JSON.parse(readFileSync(join(PKG, 'package.json'), 'utf8'));

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
// npm names the file tadwina-VERSION.tgz.
execFileSync('npm', ['pack', PKG, '--pack-destination', OUT, '--silent'], { stdio: 'inherit' });
writeFileSync(join(OUT, `tadwina-elements-${version}.zip`), zip(PKG, `tadwina-${version}`));
copyFileSync(join(TARGET, 'plugin/tadwina.zip'), join(OUT, `tadwina-wordpress-${version}.zip`));
writeFileSync(
  join(OUT, `tadwina-application-${version}.zip`),
  zip(join(ROOT, 'dist'), `tadwina-application-${version}`),
);
