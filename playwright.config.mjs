// End-to-end tests: the release build of dist/ in this machine's Chromium, over the sandbox and over a
// real WordPress. Run by `make test-e2e`, or `npx playwright test` beside a WordPress that
// `node tests/wordpress/wordpress.mjs run` started.

import { defineConfig } from '@playwright/test';

import { headlessPath, QUIET } from './tests/e2e/support/chromium.mjs';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.spec.mjs',
  globalSetup: './tests/e2e/support/setup.mjs',
  outputDir: 'test-results',
  reporter: 'list',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  globalTimeout: 40 * 60_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: headlessPath(), args: QUIET },
    viewport: { width: 1280, height: 800 },
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
  },
});
