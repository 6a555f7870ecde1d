// Runs before all tests: the release build exists, and the sandbox is up to date.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DIST } from './blog.mjs';
import { checkSandbox } from './sandbox.mjs';

export default function setup() {
  if (!existsSync(`${DIST}/index.html`)) throw new Error(`${DIST} holds no release: run make build`);
  if (!process.env.TADWINA_SANDBOX_BIN) {
    const cwd = fileURLToPath(new URL('../../..', import.meta.url));
    const built = spawnSync('cargo', ['build', '--quiet', '--package', 'tadwina-sandbox'], { cwd, stdio: 'inherit' });
    if (built.status !== 0) throw new Error('the sandbox does not build');
  }
  checkSandbox();
}
