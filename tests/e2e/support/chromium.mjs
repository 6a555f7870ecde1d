// The Chromium of this machine.

import { programPath } from '../../support/programs.mjs';

/** Path of the browser: `CHROMIUM_PATH`, or the first of the usual names on PATH. */
export const chromiumPath = () =>
  programPath({
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    variable: 'CHROMIUM_PATH',
    install: 'apt-get install chromium',
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
