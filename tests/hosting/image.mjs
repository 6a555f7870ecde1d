// The image of deploy/Containerfile, built and started by buildah. Nothing is downloaded: small images stand in for those
// of Rust and Debian, with files of this machine.

import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { SERVER } from '../server/server.mjs';
import { ROOT, run } from './support.mjs';

const CERTIFICATES = '/etc/ssl/certs/ca-certificates.crt';
const BUILT = 'localhost/tadwina-server';

/** In place of cargo: the program has been built before the tests. */
const CARGO = `#!/bin/sh
set -eu
[ "$*" = 'build --locked --profile server --package tadwina-server' ]
for needed in Cargo.lock server/Cargo.toml style/base.css; do [ -e $needed ]; done
mkdir -p target/server
cp /program target/server/tadwina-server
`;

/** The libraries that a program needs. */
const librariesOf = (program) => [...run('ldd', [program]).matchAll(/(\/\S+) \(0x/g)].map(([, path]) => path);

/** Copies a file of this machine to the same place below `folder`. */
function copy(folder, path) {
  mkdirSync(join(folder, dirname(path)), { recursive: true });
  cpSync(realpathSync(path), join(folder, path));
}

/** Buildah with images of its own, in `folder`. */
const buildahIn = (folder) => {
  const own = ['--root', join(folder, 'images'), '--runroot', join(folder, 'run'), '--storage-driver', 'vfs'];
  return (...args) => [...own, ...args];
};

/** Makes the images that stand in for those of Rust and Debian. */
function makeBases(folder, buildah) {
  const [rust, debian] = ['rust', 'debian'].map((name) => join(folder, name));
  for (const program of ['/bin/sh', '/bin/mkdir', '/bin/cp']) {
    copy(rust, program);
    for (const library of librariesOf(program)) copy(rust, library);
  }
  copy(rust, CERTIFICATES);
  run('strip', ['-o', join(rust, 'program'), SERVER]);
  writeFileSync(join(rust, 'bin/cargo'), CARGO);
  chmodSync(join(rust, 'bin/cargo'), 0o755);
  for (const library of librariesOf(SERVER)) copy(debian, library);
  for (const base of [rust, debian]) {
    writeFileSync(join(base, 'Containerfile'), 'FROM scratch\nCOPY . /\n');
    run('buildah', buildah('build', '--isolation', 'chroot', '--tag', `localhost/${base.split('/').at(-1)}`, base));
  }
}

/** The processes that a process has started, by any of its threads. */
const childrenOf = (pid) =>
  readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );

/** The process of tadwina-server that a process has started, or one of those that it has started. */
function serverBelow(pid) {
  if (readFileSync(`/proc/${pid}/comm`, 'utf8') === 'tadwina-server\n') return pid;
  return childrenOf(pid).map(serverBelow).find(Boolean);
}

/**
 * Builds the image.
 *
 * `config` is what it says of itself, `start` runs it with these variables; `server` there is the process of the program,
 * `gone` its status once it has ended.
 */
export async function buildImage() {
  const folder = await mkdtemp(join(tmpdir(), 'tadwina-image-'));
  const buildah = buildahIn(folder);
  makeBases(folder, buildah);
  const bases = ['BUILD_IMAGE=localhost/rust', 'RUN_IMAGE=localhost/debian'].flatMap((each) => ['--build-arg', each]);
  const file = join(ROOT, 'deploy/Containerfile');
  run('buildah', buildah('build', '--isolation', 'chroot', ...bases, '--file', file, '--tag', BUILT, ROOT));
  const { OCIv1 } = JSON.parse(run('buildah', buildah('inspect', '--type', 'image', BUILT)));
  const { config } = OCIv1;
  const container = run('buildah', buildah('from', BUILT)).trim();
  return {
    config,
    start: (variables) => {
      const env = Object.entries(variables).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
      const command = ['run', '--isolation', 'chroot', ...env, container, '--', ...config.Entrypoint, ...config.Cmd];
      const child = spawn('buildah', buildah(...command), { stdio: ['ignore', 'inherit', 'inherit'] });
      const gone = new Promise((resolve) => child.once('close', resolve));
      return { gone, server: () => serverBelow(child.pid) };
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
