// The machine of machine.sh, with tadwina-server's unit.

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect } from '@playwright/test';

import { SERVER } from '../server/server.mjs';
import { run } from './support.mjs';

const SCRIPT = fileURLToPath(new URL('machine.sh', import.meta.url));

/**
 * Starts the machine.
 *
 * `run` runs a program in it; `systemctl` is short for that one; `write` writes a file.
 */
export async function startMachine() {
  if (process.getuid() !== 0) throw new Error('a machine of its own needs root');
  const folder = await mkdtemp(join(tmpdir(), 'tadwina-machine-'));
  const child = spawn('sh', [SCRIPT, folder, SERVER], { stdio: ['ignore', 'pipe', 'pipe'] });
  const gone = new Promise((resolve) => child.once('close', resolve));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  const first = () => Number(/^machine (\d+)$/m.exec(output)?.[1] ?? 0);
  await expect.poll(() => child.exitCode !== null || first()).toBeTruthy();
  if (!first()) throw new Error(`no machine:\n${output}`);
  const enter = ['--target', String(first()), '--mount', '--pid', '--uts', '--ipc', '--cgroup'];
  const inside = (program, args, options) => run('nsenter', [...enter, program, ...args], options);
  const machine = {
    run: inside,
    systemctl: (...args) => inside('systemctl', args),
    write: (path, mode, input) => {
      const script = 'mkdir -p "$(dirname "$1")" && cat >"$1" && chmod "$2" "$1"';
      inside('sh', ['-c', script, 'sh', path, mode], { input, stdio: ['pipe', 'pipe', 'pipe'] });
    },
    stop: async () => {
      if (child.exitCode === null) process.kill(first(), 'SIGKILL');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
  await expect
    .poll(() => {
      try {
        return machine.systemctl('is-active', 'basic.target');
      } catch ({ stderr, stdout }) {
        return stderr || stdout; // systemd does not listen yet.
      }
    })
    .toBe('active\n');
  return machine;
}
