// Tests of tadwina-server as owners run it: behind nginx, as a service, in a container, before a real WordPress:
//
//   node tests/wordpress/wordpress.mjs run -- npx playwright test --config tests/hosting/playwright.config.mjs
//
// Those of service and container need root.

import { defineConfig } from '@playwright/test';

import { headlessPath, QUIET } from '../e2e/support/chromium.mjs';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.mjs',
  outputDir: '../../test-results/hosting',
  reporter: 'list',
  // The tests change the settings of one WordPress.
  workers: 1,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  globalTimeout: 20 * 60_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: headlessPath(), args: QUIET },
    viewport: { width: 1280, height: 800 },
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    // Nothing can be pressed while one page fades into the next.
    contextOptions: { reducedMotion: 'reduce' },
  },
});
