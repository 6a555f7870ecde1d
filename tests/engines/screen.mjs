// A virtual screen, for a browser without a headless mode.

import { spawn } from 'node:child_process';

import { programPath } from '../support/programs.mjs';

/** Longest wait for the screen. */
const START_TIMEOUT_MS = 15_000;

/**
 * Starts a virtual screen.
 *
 * @returns {Promise<{ display: string, stop: () => Promise<void> }>}
 */
export async function startScreen() {
  const xvfb = programPath({ names: ['Xvfb'], variable: 'XVFB_PATH', install: 'apt-get install xvfb' });
  // Xvfb chooses a free display and writes its number to file descriptor 3.
  const child = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const end = () => child.kill();
  process.once('exit', end);
  const gone = new Promise((resolve) => child.once('close', resolve));
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    errors += text;
  });
  const number = await new Promise((started, failed) => {
    const timer = setTimeout(() => {
      end();
      failed(new Error(`Xvfb did not start within ${START_TIMEOUT_MS} ms:\n${errors}`));
    }, START_TIMEOUT_MS);
    let output = '';
    child.stdio[3].setEncoding('utf8').on('data', (text) => {
      output += text;
      if (!output.includes('\n')) return;
      clearTimeout(timer);
      started(output.trim());
    });
    child.once('error', failed);
    child.once('close', (code) => {
      clearTimeout(timer);
      failed(new Error(`Xvfb ended (${code}):\n${errors}`));
    });
  });
  return {
    display: `:${number}`,
    stop: async () => {
      process.off('exit', end);
      end();
      await gone;
    },
  };
}
