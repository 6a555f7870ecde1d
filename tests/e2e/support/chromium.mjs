// The Chromium of this machine.

import { programPath } from '../../support/programs.mjs';

/** Path of the browser: `CHROMIUM_PATH`, or the first of the usual names on PATH. */
export const chromiumPath = () =>
  programPath({
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    variable: 'CHROMIUM_PATH',
    install: 'apt-get install chromium',
  });

/**
 * Path of Chromium without its window, in which the same tests take less than half the time: `CHROMIUM_PATH`, or Debian's
 * chromium-headless-shell, or Chromium as above.
 */
export const headlessPath = () =>
  programPath({
    names: ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    variable: 'CHROMIUM_PATH',
    install: 'apt-get install chromium-headless-shell',
  });

/** Arguments that keep a browser quiet: no sandbox (root in a container), no traffic that no test caused. */
export const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
