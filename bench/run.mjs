// All benchmarks (`make bench`). Prints figures. Fails only if a benchmark could not be run.

import { spawnSync } from 'node:child_process';
import { availableParallelism, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';

import { checkSandbox } from '../tests/e2e/support/sandbox.mjs';
import { discussion } from './discussion.mjs';
import { firstPaint } from './first-paint.mjs';
import { keystroke } from './keystroke.mjs';
import { pageLoad } from './page-load.mjs';
import { peers } from './peers.mjs';
import { server } from './server.mjs';
import { visits } from './visits.mjs';

const cwd = fileURLToPath(new URL('..', import.meta.url));
const build = (...args) => spawnSync('cargo', ['build', '--quiet', ...args], { cwd, stdio: 'inherit' });
if (!process.env.TADWINA_SANDBOX_BIN) build('--package', 'tadwina-sandbox');
if (!process.env.TADWINA_SERVER_RELEASE) build('--profile', 'server', '--package', 'tadwina-server');
checkSandbox();
// Other running programs distort the figures, most of all the slowest ones.
const printLoad = () => console.log(`load average ${loadavg()[0].toFixed(1)} on ${availableParallelism()} processors`);
printLoad();
await pageLoad();
console.log();
await firstPaint();
console.log();
await keystroke();
console.log();
await visits();
console.log();
await discussion();
await peers();
console.log();
await server();
printLoad();
